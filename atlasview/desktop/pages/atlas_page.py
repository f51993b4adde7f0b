"""The page of the atlas itself: what it is, what is in it and from where, what may be done with it, how to cite it."""

from html import escape

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from atlasview.desktop.pages.page import Page
from atlasview.desktop.pages.plan import SectionPlan
from atlasview.desktop.panels.atlas_tables import NOTES, SOURCES, TERMS
from atlasview.desktop.panels.banner import Banner
from atlasview.desktop.panels.chips import ChipText
from atlasview.desktop.panels.empty import Empty, Reason
from atlasview.desktop.panels.exports import CitingExport, Offer
from atlasview.desktop.panels.facts import Fact, Facts
from atlasview.desktop.panels.head import HeadText
from atlasview.desktop.panels.overview import Beside
from atlasview.desktop.panels.rich_text import RichText
from atlasview.desktop.panels.wording import link
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.export.citing import atlas_citation, cited_databases
from atlasview.records.passing_on import Leave, passing_on
from atlasview.records.profile import AtlasProfile
from atlasview.records.size import size_words

_IN_A_WORD = {Leave.FREE: "freely", Leave.CONDITIONS: "with terms", Leave.ASK: "ask", Leave.NO: "no"}


class AtlasPage(Page):
    """What the atlas says of itself."""

    def __init__(self, theme: Theme, profile: AtlasProfile, parent: QWidget | None = None) -> None:
        super().__init__(theme, profile, parent)
        self.setObjectName("atlas-page")
        self._atlas = profile
        self._manifest = profile.manifest
        self.compose(_head(profile), self._plans())

    def _plans(self) -> list[SectionPlan]:
        manifest = self._manifest
        return [
            SectionPlan("Overview", self._build_overview),
            SectionPlan("Sources", self._build_sources, f"{len(manifest.sources):,}", guess=420),
            SectionPlan(
                "Not in the atlas",
                self._build_notes,
                f"{len(manifest.notes):,}" if manifest.notes else "",
                empty=not manifest.notes,
            ),
            SectionPlan("Passing on", self._build_passing_on, _IN_A_WORD[passing_on(manifest.sources).leave]),
            SectionPlan("How to cite", self._build_citing, f"{len(cited_databases(manifest)):,}"),
        ]

    def offers(self) -> tuple[Offer, ...]:
        """How to cite it, beside the document that every page has."""
        return (
            Offer("citing", "How to cite (text)…", CitingExport),
            Offer("copy-citing", "Copy how to cite", lambda: CitingExport(copy=True)),
            *super().offers(),
        )

    def _build_overview(self) -> QWidget:
        counts = Facts(self.theme, self.exits, lambda: _counts(self._atlas))
        counts.setAccessibleName("Contents")
        return Beside(self.theme, Facts(self.theme, self.exits, lambda: _facts(self._atlas)), counts)

    def _build_sources(self) -> QWidget:
        table = RecordTable(self.theme, self.exits, SOURCES, self._manifest.sources, rows_shown=24)
        return TablePanel(
            self.theme,
            self.exits,
            table,
            "atlas-sources-table",
            "Sources",
            noun="source",
            prompt="Filter sources",
            foot="Read = kept + rejected + left out (another organism, say) + superseded by a later version.",
        )

    def _build_notes(self) -> QWidget:
        notes = self._manifest.notes
        if not notes:
            what = "Nothing is told of records that are missing"
            reason = Reason("info", what, "Every record of its sources is in it, as far as it tells.")
            return Empty(self.theme, self.exits, reason)
        names = self._manifest.source_names()
        rows = [(names[note.source], note) for note in notes]
        table = RecordTable(self.theme, self.exits, NOTES, rows, rows_shown=16)
        return TablePanel(
            self.theme, self.exits, table, "atlas-notes-table", "Not in the atlas", noun="reason", prompt="Filter"
        )

    def _build_passing_on(self) -> QWidget:
        passing = passing_on(self._manifest.sources)
        answer, _, detail = passing.sentence.partition(": ")
        warned = passing.leave in (Leave.ASK, Leave.NO)
        said = Banner(self.theme, answer + (":" if detail else ""), detail, "warning" if warned else "info", warned)
        said.setObjectName("passing-on")
        if not passing.terms:
            return _under(self.theme, said)
        table = RecordTable(self.theme, self.exits, TERMS, passing.terms, rows_shown=16)
        panel = TablePanel(
            self.theme, self.exits, table, "atlas-terms-table", "What the sources ask for", noun="database"
        )
        return _under(self.theme, said, panel)

    def _build_citing(self) -> QWidget:
        text = RichText(self.theme, self.exits, lambda: _citing(self._atlas, self.theme.px(6)))
        text.setObjectName("atlas-citing")
        button = QPushButton("Copy all", self)
        button.setAccessibleName("Copy how to cite the atlas and its databases")
        button.clicked.connect(lambda: self.exits.take_away(CitingExport(copy=True)))
        return _under(self.theme, text, button)


def _under(theme: Theme, *parts: QWidget) -> QWidget:
    """Parts under each other; buttons as wide as their text."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(12))
    for part in parts:
        if isinstance(part, QPushButton):
            part.setFixedWidth(part.sizeHint().width())
        column.addWidget(part)
    return body


def _head(profile: AtlasProfile) -> HeadText:
    manifest = profile.manifest
    label = manifest.label
    built = f"built {manifest.built}" if manifest.built else ""
    meta = ("Atlas", f"version {label.version}", built, manifest.assembly, f"{manifest.counts.get('genes', 0):,} genes")
    chips = (ChipText("Seal", f"{label.sha256[:12]}…", label.sha256), ChipText("File", _name(profile), profile.file))
    return HeadText(label.name, "", tuple(part for part in meta if part), chips, str(label))


def _name(profile: AtlasProfile) -> str:
    return profile.file.replace("\\", "/").rpartition("/")[2]


def _facts(profile: AtlasProfile) -> tuple[Fact, ...]:
    manifest = profile.manifest
    size = f"{size_words(manifest.size)}, {manifest.size:,} bytes" if manifest.size else ""
    facts = (
        ("Name", manifest.label.name),
        ("Version", manifest.label.version),
        ("Built", manifest.built),
        ("Assembly", manifest.assembly),
        ("File", profile.file),
        ("Size", size),
        ("Seal", manifest.label.sha256),
        ("Format", f"version {manifest.schema} of the tables"),
    )
    below = {"Seal": "SHA-256 of the file; <code>atlasview check</code> reads it through and compares"}
    return tuple(Fact(label, escape(value), below.get(label, "")) for label, value in facts if value)


def _counts(profile: AtlasProfile) -> tuple[Fact, ...]:
    counts = profile.manifest.counts
    return tuple(Fact(noun.replace("_", " ").capitalize(), f"{count:,}") for noun, count in counts.items() if count)


def _citing(profile: AtlasProfile, gap: int) -> str:
    lines = [escape(atlas_citation(profile.manifest))]
    for each in cited_databases(profile.manifest):
        address = f"https://doi.org/{each.doi}" if each.doi else each.url
        said = escape(str(each).removesuffix(address).rstrip())
        lines.append(f"{said} {link(address, address.removeprefix('https://'))}" if address else said)
    return "".join(f'<p style="margin:0 0 {gap}px 0">{line}</p>' for line in lines)
