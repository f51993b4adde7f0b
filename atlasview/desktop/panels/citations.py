"""The papers that a page cites: a histogram of years that filters, the table, and the ways to take papers away."""

from functools import partial

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from atlasview.desktop.panels.citations_menu import add_citations
from atlasview.desktop.panels.exits import Exits, way_to
from atlasview.desktop.panels.exports import CitationsExport, Export
from atlasview.desktop.panels.menu_button import add_words
from atlasview.desktop.panels.references import authors_line
from atlasview.desktop.panels.wording import in_small_letters, unique
from atlasview.desktop.panels.year_histogram import YearHistogram
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.export.addresses import address
from atlasview.records.place import Kind, Place
from atlasview.records.profile import CitedPaper

_HISTOGRAM_FROM = 8
"""Fewer papers than this need no histogram to find one's way."""


def used_for(paper: CitedPaper) -> str:
    """What a paper is cited for, each thing once."""
    return "; ".join(unique(in_small_letters(use.scope) for use in paper.uses))


def _paper(paper: CitedPaper) -> str:
    return way_to(Place(Kind.PUBLICATION, paper.publication.id))


def _doi_address(paper: CitedPaper) -> str:
    return address(f"DOI:{paper.publication.doi}") if paper.publication.doi else ""


COLUMNS = (
    Column(
        "Year",
        lambda paper: str(paper.publication.year or ""),
        key=lambda paper: paper.publication.year,
        value=lambda paper: paper.publication.year,
    ),
    Column("Title", lambda paper: paper.publication.title, link=_paper, quiet=True, widest=900, least=220, stretch=3),
    Column("Authors", lambda paper: authors_line(paper.publication), widest=150, least=84),
    Column(
        "PMID",
        lambda paper: paper.publication.pmid,
        key=lambda paper: int(paper.publication.pmid) if paper.publication.pmid.isdigit() else None,
        link=_paper,
        help="A click opens the paper's page in this atlas.",
    ),
    Column(
        "DOI",
        lambda paper: paper.publication.doi,
        link=_doi_address,
        help="A click opens doi.org in the browser.",
        widest=130,
        least=72,
    ),
    Column("Used for", used_for, widest=260, least=96, stretch=1),
    Column(
        "Cited by",
        lambda paper: f"{paper.publication.cited_by:,}" if paper.publication.cited_by is not None else "",
        key=lambda paper: paper.publication.cited_by,
        number=True,
    ),
)


_PARTS = {"selected": "Selected papers", "shown": "Papers in the filter", "": "All papers"}


class PapersTable(TablePanel):
    """The table of papers: exported as citations first, and as a table beside."""

    def __init__(self, theme: Theme, exits: Exits, papers: tuple[CitedPaper, ...]) -> None:
        super().__init__(
            theme,
            exits,
            RecordTable(theme, exits, COLUMNS, papers, rows_shown=16),
            "citations-table",
            "Citations",
            noun="paper",
            prompt="Filter title, author, PMID",
            what="citations",
        )
        self._papers = tuple(paper.publication for paper in papers)

    def citations(self, form: str = "", style: str = "", copy: bool = False) -> CitationsExport:
        """The papers that are selected, else shown."""
        return CitationsExport(tuple(one.publication for one in self.part_records()), form, style, copy, self.part())

    def usual_export(self) -> Export:
        """The papers as citations."""
        return self.citations()

    def fill_export(self, menu: QMenu) -> None:
        """Formats for the papers in question, the larger lot, and what is known of them."""
        shown, model = self.part_records(), self.table.records_model
        add_words(self._theme, menu, f"{_PARTS[self.part()]}: {len(shown):,}")
        add_citations(self._theme, menu, self._exits, self.citations())
        menu.addSeparator()
        if self.part() == "selected" and model.rowCount() < model.total:
            filtered = CitationsExport(tuple(one.publication for one in model.records()), part="shown")
            menu.addAction(
                f"Export all {len(filtered.papers):,} in the filter…", partial(self._exits.take_away, filtered)
            )
        if len(shown) < model.total:
            menu.addAction(
                f"Export all {model.total:,}…", partial(self._exits.take_away, CitationsExport(self._papers))
            )
        self.add_tables(menu.addMenu("As a table"))


class CitationsPanel(QWidget):
    """Papers with their years; both filters, of years and of words, hold together."""

    def __init__(self, theme: Theme, exits: Exits, papers: tuple[CitedPaper, ...]) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._panel = PapersTable(theme, exits, papers)
        self.table = self._panel.table
        years = [paper.publication.year for paper in papers if paper.publication.year is not None]
        self.histogram: YearHistogram | None = None
        if len(years) >= _HISTOGRAM_FROM and len(set(years)) > 1:
            self.histogram = YearHistogram(theme, years)
            self.histogram.chosen.connect(self._choose_years)
            self.histogram.status.connect(exits.status)
            self._column.addWidget(self.histogram)
        self._column.addWidget(self._panel)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(8))

    def _choose_years(self, years: tuple[int, int] | None) -> None:
        if years is None:
            self._panel.set_condition(None)
            return
        first, last = years
        self._panel.set_condition(
            lambda paper: paper.publication.year is not None and first <= paper.publication.year <= last
        )
