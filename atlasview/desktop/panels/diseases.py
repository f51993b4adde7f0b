"""Diseases of a gene: one entry each, with what ties the gene to it and which papers say so."""

from html import escape

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from atlasview.desktop.panels.exits import Exits, place_of, way_to
from atlasview.desktop.panels.rich_text import RichText
from atlasview.desktop.panels.wording import counted, in_one_piece, link, link_to, sentence, source_labels, unique
from atlasview.desktop.theme import Theme
from atlasview.records.disease import DiseaseAssociation
from atlasview.records.place import Kind, Place
from atlasview.records.profile import LinkedDisease
from atlasview.records.source import Source

_FILTER_FROM = 10
_PAPERS_NAMED = 6
_KINDS = {"unknown": "Tie of a kind that is not stated", "": "Tie of a kind that is not stated"}


class DiseasesPanel(QWidget):
    """Entries in alphabetical order, with a filter where there are many."""

    def __init__(
        self, theme: Theme, exits: Exits, diseases: tuple[LinkedDisease, ...], sources: dict[str, Source]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._diseases = diseases
        self._sources = sources
        self._words: tuple[str, ...] = ()
        self._searched = [_searchable(disease) for disease in diseases]
        self.setObjectName("diseases-panel")
        self.setAccessibleName("Diseases")
        self._count = QLabel(self)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.filter_field = QLineEdit(self)
        self.filter_field.setPlaceholderText("Filter diseases")
        self.filter_field.setAccessibleName("Filter diseases")
        self.filter_field.setObjectName("diseases-filter")
        self.filter_field.setClearButtonEnabled(True)
        self.filter_field.textChanged.connect(self._filter)
        self._entries = RichText(theme, exits, self._compose)
        self._entries.setAccessibleName("Diseases")
        self._lay_out()
        theme.changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if len(self._diseases) >= _FILTER_FROM:
            row = QHBoxLayout()
            row.addWidget(self._count)
            row.addStretch(1)
            row.addWidget(self.filter_field)
            self._column.addLayout(row)
        else:
            self._count.hide()
            self.filter_field.hide()
        self._column.addWidget(self._entries)

    def _restyle(self) -> None:
        self._count.setFont(self._theme.font("small"))
        self.filter_field.setFixedWidth(self._theme.px(190))
        self._column.setSpacing(self._theme.px(8))

    def _filter(self, text: str) -> None:
        self._words = tuple(text.casefold().split())
        self._entries.refresh()

    def _compose(self) -> str:
        shown = [
            disease
            for disease, text in zip(self._diseases, self._searched, strict=True)
            if all(word in text for word in self._words)
        ]
        total = counted(len(self._diseases), "disease")
        self._count.setText(total if len(shown) == len(self._diseases) else f"{len(shown)} of {total}")
        if not shown:
            return '<span class="muted">Nothing matches the filter.</span>'
        width, gap = self._theme.px(260), self._theme.px(7)
        rows = "".join(_entry(disease, self._sources, width, gap, self._theme.px(20)) for disease in shown)
        return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>'


def _searchable(linked: LinkedDisease) -> str:
    parts = [linked.disease.name, linked.disease.id]
    for one in linked.associations:
        parts += [one.kind, one.note, *one.publications]
    return " ".join(parts).casefold()


def _entry(linked: LinkedDisease, sources: dict[str, Source], width: int, gap: int, between: int) -> str:
    disease = linked.disease
    name = link_to(Place(Kind.DISEASE, disease.id), disease.name)
    shown = "" if disease.id.endswith(disease.name) else disease.id
    identifier = f'<br><span class="muted caption">{escape(shown)}</span>' if shown else ""
    said = "".join(_association(one) for one in _merged(linked.associations))
    where = escape(source_labels(sources, (one.source for one in linked.associations)))
    style = f"padding-top:{gap}px; padding-bottom:{gap}px"
    return (
        f'<tr><td width="{width}" style="{style}; padding-right:{between}px">{name}{identifier}</td>'
        f'<td style="{style}">{said}<span class="muted caption">{where}</span></td></tr>'
    )


def _merged(associations: tuple[DiseaseAssociation, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """(kind, note, papers) without repetitions."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in associations:
        found.setdefault((one.kind, one.note), []).extend(one.publications)
    return [(kind, note, unique(papers)) for (kind, note), papers in found.items()]


def _association(entry: tuple[str, str, tuple[str, ...]]) -> str:
    kind, note, papers = entry
    said = _KINDS.get(kind, sentence(kind))
    words = f"{escape(said)}: {escape(note)}" if note else escape(said)
    return f"{words}{_papers(papers)}<br>"


def _papers(papers: tuple[str, ...]) -> str:
    if not papers:
        return ""
    named = []
    for curie in papers[:_PAPERS_NAMED]:
        place = place_of(curie)
        named.append(link(way_to(place), in_one_piece(curie)) if place else escape(curie))
    more = f" and {len(papers) - _PAPERS_NAMED} more" if len(papers) > _PAPERS_NAMED else ""
    return f' <span class="small">{", ".join(named)}{more}</span>'
