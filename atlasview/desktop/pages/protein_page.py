"""The page of a protein."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlasview.desktop.pages.comments_plan import comments_plan
from atlasview.desktop.pages.offers import citation_offers, cited, domain_offer, sequence_offers, tracks_offer
from atlasview.desktop.pages.page import Page
from atlasview.desktop.pages.plan import SectionPlan
from atlasview.desktop.panels.chips import ChipText
from atlasview.desktop.panels.domain_strip import DomainStrip
from atlasview.desktop.panels.empty import Empty, Reason
from atlasview.desktop.panels.exports import Export, FigureExport, Offer
from atlasview.desktop.panels.facts import Fact, Facts
from atlasview.desktop.panels.gene_facts import isoform_words, protein_line
from atlasview.desktop.panels.head import HeadText
from atlasview.desktop.panels.wording import and_more, link_to, sentence, source_labels, unique
from atlasview.desktop.theme import Theme
from atlasview.records.difference import remark_on_protein
from atlasview.records.place import Kind, Place, Residues
from atlasview.records.profile import ProteinProfile, sources_of

if TYPE_CHECKING:
    from atlasview.desktop.panels.features import FeaturesPanel
    from atlasview.desktop.panels.protein import ProteinPanel

_EXISTENCE = {
    1: "evidence at protein level",
    2: "evidence at transcript level",
    3: "inferred from homology",
    4: "predicted",
    5: "uncertain",
}
_NAMES = {
    "short": "Short names",
    "alternative": "Also known as",
    "alternative short": "Also short",
    "CD antigen": "CD antigen",
    "EC": "Enzyme number",
    "INN": "As a medicine",
    "allergen": "As an allergen",
    "biotech": "In biotechnology",
}


class ProteinPage(Page):
    """What the atlas knows of one protein."""

    def __init__(self, theme: Theme, profile: ProteinProfile, parent: QWidget | None = None) -> None:
        super().__init__(theme, profile, parent)
        self.setObjectName("protein-page")
        self._protein = profile
        self._panel: ProteinPanel | None = None
        self._features: FeaturesPanel | None = None
        self.compose(_head(profile), self._plans())

    def _plans(self) -> list[SectionPlan]:
        profile, detail = self._protein, self._protein.detail
        own = source_labels(profile.sources, [detail.protein.source])
        drawn = source_labels(profile.sources, sources_of(detail))
        plans = [
            SectionPlan("Overview", self._build_overview, sources=own),
            SectionPlan("Protein", self._build_protein, f"{detail.protein.length:,} aa", drawn, guess=700),
        ]
        if detail.features:
            plans.append(SectionPlan("Features", self._build_features, f"{len(detail.features):,}", drawn))
        if len(detail.isoforms) > 1:
            plans.append(SectionPlan("Isoforms", self._build_isoforms, str(len(detail.isoforms)), own))
        said = comments_plan(self.theme, self.exits, (detail,), profile.sources)
        if said is not None:
            plans.append(said)
        plans.append(self._citations())
        if detail.identifiers:
            count = f"{len(detail.identifiers):,}"
            plans.append(SectionPlan("Identifiers", self._build_identifiers, count, own, guess=440))
        return plans

    def _citations(self) -> SectionPlan:
        papers = self._protein.citations
        if papers:
            keys = (use.source for paper in papers for use in paper.uses)
            sources = source_labels(self._protein.sources, keys)
            return SectionPlan("Citations", self._build_citations, str(len(papers)), sources, guess=600)
        reason = Reason("paper", "No papers for this protein", f"No source of {self._protein.atlas} cites one for it.")
        return SectionPlan("Citations", lambda: Empty(self.theme, self.exits, reason), empty=True, guess=72)

    def _build_overview(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(16))
        column.addWidget(Facts(self.theme, self.exits, lambda: _facts(self._protein)))
        strip = DomainStrip(self.theme)
        strip.status.connect(self.exits.status)
        strip.place_requested.connect(self.exits.go)
        strip.residues_chosen.connect(self.show_residues)
        strip.show_protein(self._protein.detail)
        column.addWidget(strip)
        return body

    def _build_protein(self) -> QWidget:
        from atlasview.desktop.panels.protein import ProteinPanel

        panel = ProteinPanel(self.theme)
        panel.status.connect(self.exits.status)
        panel.place_requested.connect(self.exits.go)
        panel.export_requested.connect(self.exits.take_away)
        protein = self._protein
        source = source_labels(protein.sources, sources_of(protein.detail))
        differs = remark_on_protein(protein.differences, protein.sources)
        panel.show_protein(protein.detail, self._residues, protein.isoform, source, differs)
        self._panel = panel
        self._share_view()
        return panel

    def _build_features(self) -> QWidget:
        from atlasview.desktop.panels.features import FeaturesPanel
        from atlasview.figures.isoforms import shown

        view = shown(self._protein.detail, self._protein.isoform)
        self._features = FeaturesPanel(self.theme, self.exits, view, self._protein.sources)
        self._features.residues_chosen.connect(self._point_at)
        self._share_view()
        return self._features

    def _share_view(self) -> None:
        if self._panel is not None and self._features is not None:
            self._features.follow(self._panel)

    def _point_at(self, residues: Residues) -> None:
        if self._panel is not None:
            self._panel.show_residues(residues)

    def _build_isoforms(self) -> QWidget:
        from atlasview.desktop.panels.alignment import IsoformsSection

        return IsoformsSection(self.theme, self.exits, self._protein.detail)

    def _build_citations(self) -> QWidget:
        from atlasview.desktop.panels.citations import CitationsPanel

        return CitationsPanel(self.theme, self.exits, self._protein.citations)

    def _build_identifiers(self) -> QWidget:
        from atlasview.desktop.panels.identifiers import IdentifiersPanel

        return IdentifiersPanel(self.theme, self.exits, self._protein.detail.identifiers)

    def show_residues(self, residues: Residues) -> None:
        """Show residues in the Protein section."""
        super().show_residues(residues)
        self.show_section("Protein")
        if self._panel is not None:
            self._panel.show_residues(residues)

    def protein_panel(self) -> "ProteinPanel | None":
        """Tracks and sequence, once they are built."""
        return self._panel

    def offers(self) -> tuple[Offer, ...]:
        """Sequences, diagram and citations of the isoform that is shown."""
        panel, protein = self._panel, self._protein
        isoform = panel.named_isoform() if panel is not None else protein.isoform
        residues = panel.selection() if panel is not None else None
        return (
            *sequence_offers(isoform, residues, len(protein.detail.isoforms)),
            domain_offer(isoform, panel.chosen_chain() if panel is not None else ""),
            *([tracks_offer(self._tracks)] if protein.detail.features else []),
            *citation_offers(cited(protein.citations)),
            *super().offers(),
        )

    def _tracks(self) -> Export:
        panel = self._panel
        return panel.tracks_export() if panel is not None else FigureExport("tracks", self._protein.isoform)


def _head(profile: ProteinProfile) -> HeadText:
    protein = profile.detail.protein
    meta = (
        "Protein",
        protein.organism,
        f"{protein.length:,} aa",
        _EXISTENCE.get(protein.existence, ""),
        "reviewed" if protein.reviewed else "not reviewed",
    )
    chips = [
        ChipText("UniProt", protein.accession, protein.id),
        ChipText("Entry", protein.entry_name, protein.entry_name),
    ]
    chips += [ChipText("Formerly", one, f"UniProtKB:{one}") for one in protein.secondary[:6]]
    shown = tuple(part for part in meta if part)
    return HeadText(protein.name, "", shown, tuple(chips), str(profile.atlas))


def _facts(profile: ProteinProfile) -> tuple[Fact, ...]:
    detail = profile.detail
    protein = detail.protein
    genes = ", ".join(f"{link_to(Place(Kind.GENE, one.id), one.symbol)} ({escape(one.name)})" for one in profile.genes)
    facts = [Fact("Gene", genes or escape(protein.gene_symbol) or "–")]
    for kind, label in _NAMES.items():
        texts = unique(name.text for name in detail.names if name.kind == kind)
        if texts:
            facts.append(Fact(label, escape(and_more(texts, 10))))
    facts.append(Fact("Sequence", protein_line(protein), f"version {protein.version}, canonical isoform"))
    isoforms = isoform_words(detail)
    if isoforms:
        facts.append(Fact("Isoforms", escape(isoforms)))
    if protein.family:
        facts.append(Fact("Family", escape(sentence(protein.family).rstrip("."))))
    return tuple(facts)
