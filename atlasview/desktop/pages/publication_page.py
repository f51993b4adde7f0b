"""The page of a paper."""

from html import escape

from PySide6.QtWidgets import QWidget

from atlasview.desktop.pages.offers import citation_offers
from atlasview.desktop.pages.page import Page
from atlasview.desktop.pages.plan import SectionPlan
from atlasview.desktop.panels.chips import ChipText
from atlasview.desktop.panels.empty import Empty, Reason
from atlasview.desktop.panels.exits import way_to
from atlasview.desktop.panels.exports import Offer
from atlasview.desktop.panels.facts import Fact, Facts
from atlasview.desktop.panels.head import HeadText
from atlasview.desktop.panels.references import authors_line, where_published
from atlasview.desktop.panels.wording import counted, in_small_letters, link, source_labels
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.export.addresses import address
from atlasview.records.profile import PublicationProfile
from atlasview.records.publication import Publication

_USES = (
    Column("Used by", lambda use: use.place.label or use.place.id, link=lambda use: way_to(use.place), strong=True),
    Column("Name", lambda use: use.name, muted=True, widest=420, least=120, stretch=1),
    Column("Kind", lambda use: use.place.kind.value.replace("_", " ")),
    Column("Used for", lambda use: in_small_letters(use.scope), widest=420, least=120, stretch=1),
)


class PublicationPage(Page):
    """A paper: how to cite it and what this atlas uses it for."""

    def __init__(self, theme: Theme, profile: PublicationProfile, parent: QWidget | None = None) -> None:
        super().__init__(theme, profile, parent)
        self.setObjectName("publication-page")
        self._paper = profile
        own = source_labels(profile.sources, [profile.publication.source])
        uses = profile.used_by
        plans = [
            SectionPlan("Overview", self._build_overview, sources=own),
            SectionPlan("Used by", self._build_uses, f"{len(uses):,}" if uses else "", empty=not uses),
        ]
        self.compose(_head(profile), plans)

    def title(self) -> str:
        """First author and year, short enough for a tab."""
        paper = self._paper.publication
        first = paper.authors[0].partition(",")[0] if paper.authors else paper.id
        return f"{first} {paper.year}" if paper.year is not None else first

    def offers(self) -> tuple[Offer, ...]:
        """The citation of the paper."""
        return (*citation_offers((self._paper.publication,)), *super().offers())

    def _build_overview(self) -> QWidget:
        return Facts(self.theme, self.exits, lambda: _facts(self._paper.publication))

    def _build_uses(self) -> QWidget:
        if not self._paper.used_by:
            reason = Reason("gene", "Nothing in this atlas rests on this paper", "It is kept as a reference only.")
            return Empty(self.theme, self.exits, reason)
        table = RecordTable(self.theme, self.exits, _USES, self._paper.used_by, rows_shown=16)
        return TablePanel(self.theme, self.exits, table, "uses-table", "Used by", noun="use", prompt="Filter uses")


def _head(profile: PublicationProfile) -> HeadText:
    paper = profile.publication
    meta = ("Paper", authors_line(paper), where_published(paper))
    chips = []
    if paper.pmid:
        chips.append(ChipText("PMID", paper.pmid, f"PMID:{paper.pmid}"))
    if paper.doi:
        chips.append(ChipText("DOI", paper.doi, f"DOI:{paper.doi}"))
    title = paper.title.rstrip(".") or paper.id
    return HeadText(title, "", tuple(part for part in meta if part), tuple(chips), str(profile.atlas))


def _facts(paper: Publication) -> tuple[Fact, ...]:
    addresses = [address(f"PMID:{paper.pmid}") if paper.pmid else "", address(f"DOI:{paper.doi}") if paper.doi else ""]
    opens = "<br>".join(link(one, one.removeprefix("https://")) for one in addresses if one)
    facts = (
        ("Authors", escape(", ".join(paper.authors))),
        ("Published", escape(where_published(paper))),
        ("Cited by", counted(paper.cited_by, "paper") if paper.cited_by is not None else ""),
        ("Address", opens),
    )
    return tuple(Fact(label, value) for label, value in facts if value)
