"""The page of a gene."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from atlasview.desktop.pages import gene_reasons as reasons
from atlasview.desktop.pages.comments_plan import comments_plan
from atlasview.desktop.pages.offers import (
    citation_offers,
    cited,
    domain_offer,
    expression_offer,
    landscape_offer,
    sequence_offers,
    structure_offer,
    tracks_offer,
    treemap_offer,
    variants_offer,
)
from atlasview.desktop.pages.page import Page
from atlasview.desktop.pages.plan import SectionPlan
from atlasview.desktop.panels.chips import ChipText
from atlasview.desktop.panels.empty import Empty, Reason
from atlasview.desktop.panels.exports import Export, FigureExport, Offer
from atlasview.desktop.panels.head import HeadText
from atlasview.desktop.panels.overview import OverviewPanel
from atlasview.desktop.panels.wording import source_labels
from atlasview.desktop.tables.seen_table import source_keys
from atlasview.desktop.theme import Theme
from atlasview.export.addresses import curie, database_key, database_name
from atlasview.records.difference import remark_on_protein
from atlasview.records.gene import Location
from atlasview.records.locus_type import locus_type
from atlasview.records.place import Residues
from atlasview.records.profile import GeneProfile, sources_of
from atlasview.records.reference import CrossReference

if TYPE_CHECKING:
    from atlasview.desktop.panels.cells import CellsPanel
    from atlasview.desktop.panels.features import FeaturesPanel
    from atlasview.desktop.panels.gene_structure import GeneStructurePanel, TranscriptsSection
    from atlasview.desktop.panels.lollipops import LollipopPanel
    from atlasview.desktop.panels.measured import MeasuredPanel
    from atlasview.desktop.panels.protein import ProteinPanel
    from atlasview.desktop.panels.variants import VariantsSection

_CHIPS = ("ncbigene", "hgnc", "ensembl", "omim", "maneselect")
_BEFORE_PROTEINS = 3


class GenePage(Page):
    """Everything that the atlas knows of a gene, in sections.

    What a section is made of is imported when it is built, so that the first paint does not wait for it.
    """

    def __init__(self, theme: Theme, profile: GeneProfile, parent: QWidget | None = None) -> None:
        super().__init__(theme, profile, parent)
        self.setObjectName("gene-page")
        self._gene = profile
        self._protein_panel: ProteinPanel | None = None
        self._cells_panel: CellsPanel | None = None
        self._measured_panel: MeasuredPanel | None = None
        self._variants_panel: VariantsSection | None = None
        self._transcripts_panel: TranscriptsSection | None = None
        self._features_panel: FeaturesPanel | None = None
        self._sharing: list[LollipopPanel | GeneStructurePanel | FeaturesPanel] = []
        self.compose(_head(profile), self._plans())

    # --- sections

    def _plans(self) -> list[SectionPlan]:
        gene = self._gene
        plans = [
            self._overview(),
            self._plan("Article", gene.articles, self._build_article, reasons.no_article, guess=520),
            self._plan(
                "Cells", gene.significance, self._build_cells, reasons.no_cells, f"{len(gene.significance):,}", 360
            ),
            self._plan("Markers", gene.markers, self._build_markers, reasons.no_markers, f"{len(gene.markers):,}"),
            self._protein(),
            self._features(),
            comments_plan(self.theme, self.exits, gene.proteins, gene.sources),
            self._transcripts(),
            self._variants(),
            self._plan("Diseases", gene.diseases, self._build_diseases, reasons.no_diseases, str(len(gene.diseases))),
            self._plan("Associated with", gene.terms, self._build_terms, reasons.no_terms, str(len(gene.terms)), 440),
            self._plan("Expression", gene.expression, self._build_expression, reasons.no_expression, guess=640),
            self._interactions(),
            self._plan("Homologies", gene.homologies, self._build_homologies, reasons.no_homologies),
            self._plan(
                "Citations", gene.citations, self._build_citations, reasons.no_citations, str(len(gene.citations)), 600
            ),
            self._plan(
                "Identifiers",
                self._identifiers(),
                self._build_identifiers,
                reasons.no_identifiers,
                f"{len(self._identifiers()):,}",
                440,
            ),
        ]
        return [plan for plan in plans if plan is not None]

    def _overview(self) -> SectionPlan:
        gene = self._gene
        sources = self._sources([gene.gene.source, *(one.protein.source for one in gene.proteins)])
        return SectionPlan("Overview", lambda: OverviewPanel(self.theme, self.exits, gene), sources=sources)

    def _plan(
        self,
        name: str,
        rows: Sequence[object],
        build: Callable[[], QWidget],
        reason: Callable[[GeneProfile], Reason],
        count: str = "",
        guess: int = 280,
    ) -> SectionPlan:
        """A section of some rows; an empty one says its reason."""
        if rows:
            return SectionPlan(name, build, count, self._sources_of(rows), guess=guess)
        said = reason(self._gene)
        return SectionPlan(name, lambda: Empty(self.theme, self.exits, said), empty=True, guess=72)

    def _protein(self) -> SectionPlan:
        if not self._gene.proteins:
            said = reasons.no_protein(self._gene)
            return SectionPlan("Protein", lambda: Empty(self.theme, self.exits, said), empty=True, guess=72)
        detail = self._gene.proteins[0]
        sources = self._sources(sources_of(detail))
        return SectionPlan("Protein", self._build_protein, f"{detail.protein.length:,} aa", sources, guess=700)

    def _features(self) -> SectionPlan | None:
        detail = self._gene.proteins[0] if self._gene.proteins else None
        if detail is None or not detail.features:
            return None
        return SectionPlan(
            "Features", self._build_features, f"{len(detail.features):,}", self._sources(sources_of(detail))
        )

    def _transcripts(self) -> SectionPlan:
        rows = self._gene.transcripts
        return self._plan("Transcripts", rows, self._build_transcripts, reasons.no_transcripts, str(len(rows)))

    def _variants(self) -> SectionPlan | None:
        """Variants; a gene without a protein may have none to speak of, one with it can have the user's own."""
        rows = self._gene.variants
        if rows or self._gene.proteins:
            count = f"{len(rows):,}" if rows else ""
            guess = 440 if rows else 160
            return SectionPlan("Variants", self._build_variants, count, self._sources_of(rows), guess=guess)
        if locus_type(self._gene.gene.locus_type).makes_protein is False:
            return None
        return self._plan("Variants", rows, self._build_variants, reasons.no_variants)

    def _interactions(self) -> SectionPlan:
        rows = [each for each, _partner in self._gene.interactions]
        build, count = self._build_interactions, f"{len(rows):,}"
        return self._plan("Interactions", rows, build, reasons.no_interactions, count, 420)

    def _identifiers(self) -> tuple[CrossReference, ...]:
        proteins = (one for detail in self._gene.proteins for one in detail.identifiers)
        return (*self._gene.identifiers, *proteins)

    def _sources(self, keys: Iterable[str]) -> str:
        return source_labels(self._gene.sources, keys)

    def _sources_of(self, rows: Iterable[object]) -> str:
        return self._sources(key for row in rows for key in source_keys(row))

    def _build_article(self) -> QWidget:
        from atlasview.desktop.panels.article import ArticlePanel

        return ArticlePanel(self.theme, self.exits, self._gene.articles, self._gene.citations)

    def _build_cells(self) -> QWidget:
        from atlasview.desktop.panels.cells import CellsPanel

        gene = self._gene
        self._cells_panel = CellsPanel(self.theme, self.exits, gene.significance, gene.sources, gene.coverage)
        return self._cells_panel

    def _build_markers(self) -> QWidget:
        from atlasview.desktop.panels.markers import MarkersPanel, cell_columns

        return MarkersPanel(self.theme, self.exits, self._gene.markers, cell_columns(self._gene.sources))

    def _build_interactions(self) -> QWidget:
        from atlasview.desktop.panels.partners import PartnersPanel

        return PartnersPanel(self.theme, self.exits, self._gene.interactions, self._gene.sources)

    def _build_homologies(self) -> QWidget:
        from atlasview.desktop.panels.homologies import HomologiesPanel

        return HomologiesPanel(self.theme, self.exits, self._gene.homologies, self._gene.sources)

    def _build_protein(self) -> QWidget:
        from atlasview.desktop.panels.protein import ProteinPanel

        panel = ProteinPanel(self.theme)
        panel.status.connect(self.exits.status)
        panel.place_requested.connect(self.exits.go)
        panel.export_requested.connect(self.exits.take_away)
        gene, detail = self._gene, self._gene.proteins[0]
        differs = remark_on_protein(gene.differences, gene.sources)
        panel.show_protein(detail, self._residues, "", self._sources(sources_of(detail)), differs)
        self._protein_panel = panel
        self._share_cursor()
        return panel

    def _build_features(self) -> QWidget:
        from atlasview.desktop.panels.features import FeaturesPanel
        from atlasview.figures.isoforms import shown

        panel = FeaturesPanel(self.theme, self.exits, shown(self._gene.proteins[0]), self._gene.sources)
        panel.residues_chosen.connect(self._point_at)
        self._features_panel = panel
        self._share_cursor()
        return panel

    def _build_variants(self) -> QWidget:
        from atlasview.desktop.panels.own_variants import OwnVariantsPanel
        from atlasview.desktop.panels.variants import VariantsSection

        gene = self._gene
        detail = gene.proteins[0] if gene.proteins else None
        nothing = None if gene.variants else Empty(self.theme, self.exits, reasons.no_variants(gene))
        own = OwnVariantsPanel(self.theme, self.exits, gene) if detail is not None else None
        panel = VariantsSection(
            self.theme, self.exits, detail, gene.variants, gene.sources, gene.disease_names, own, nothing
        )
        panel.diagram_made.connect(self._share_cursor)
        panel.residues_chosen.connect(self._point_at)
        self._variants_panel = panel
        self._share_cursor()
        return panel

    def _share_cursor(self) -> None:
        """One cursor and one isoform in tracks, sequence, variants and exons, as soon as any of them is built."""
        protein = self._protein_panel
        if protein is None:
            return
        diagram = self._variants_panel.diagram if self._variants_panel is not None else None
        if diagram is not None and diagram not in self._sharing:
            self._share_isoform(protein, diagram)
            diagram.show_chain(protein.chosen_chain())
            diagram.follow(protein.residues)
            protein.chain_changed.connect(diagram.show_chain)
        structure = self._transcripts_panel.structure if self._transcripts_panel is not None else None
        if structure is not None and structure not in self._sharing:
            self._share_isoform(protein, structure)
            structure.follow(protein.residues, self._gene.proteins[0], protein.words)
            protein.say_also(structure.exon_words)

        if self._features_panel is not None and self._features_panel not in self._sharing:
            self._sharing.append(self._features_panel)
            self._features_panel.follow(protein)

    def _share_isoform(self, protein: "ProteinPanel", diagram: "LollipopPanel | GeneStructurePanel") -> None:
        self._sharing.append(diagram)
        diagram.show_isoform(protein.isoform_id())
        protein.isoform_changed.connect(lambda chosen: diagram.show_isoform(chosen or protein.isoform_id()))

    def _point_at(self, residues: Residues) -> None:
        if self._protein_panel is not None:
            self._protein_panel.show_residues(residues)

    def _build_transcripts(self) -> QWidget:
        from atlasview.desktop.panels.gene_structure import TranscriptsSection

        gene = self._gene
        panel = TranscriptsSection(self.theme, self.exits, gene.gene.symbol, gene.transcripts, gene.sources)
        panel.structure.residues_chosen.connect(self._point_at)
        self._transcripts_panel = panel
        self._share_cursor()
        return panel

    def _build_diseases(self) -> QWidget:
        from atlasview.desktop.panels.diseases import DiseasesPanel

        return DiseasesPanel(self.theme, self.exits, self._gene.diseases, self._gene.sources)

    def _build_terms(self) -> QWidget:
        from atlasview.desktop.panels.terms import TermsPanel

        return TermsPanel(self.theme, self.exits, self._gene.terms)

    def _build_expression(self) -> QWidget:
        from atlasview.desktop.panels.measured import MeasuredPanel

        self._measured_panel = MeasuredPanel(self.theme, self.exits, self._gene.expression)
        return self._measured_panel

    def _build_citations(self) -> QWidget:
        from atlasview.desktop.panels.citations import CitationsPanel

        return CitationsPanel(self.theme, self.exits, self._gene.citations)

    def _build_identifiers(self) -> QWidget:
        from atlasview.desktop.panels.identifiers import IdentifiersPanel

        return IdentifiersPanel(self.theme, self.exits, self._identifiers())

    # --- what the shell asks

    def show_residues(self, residues: Residues) -> None:
        """Show residues in the Protein section."""
        super().show_residues(residues)
        self.show_section("Protein")
        if self._protein_panel is not None:
            self._protein_panel.show_residues(residues)

    def protein_panel(self) -> "ProteinPanel | None":
        """Tracks and sequence, once they are built."""
        return self._protein_panel

    def offers(self) -> tuple[Offer, ...]:
        """Sequences, figures and citations of the gene, as they are set on the page."""
        gene, panel = self._gene, self._protein_panel
        found: list[Offer] = []
        if gene.proteins:
            isoform = panel.chosen_isoform() if panel is not None else ""
            residues = panel.selection() if panel is not None else None
            found += sequence_offers(isoform, residues, sum(len(one.isoforms) for one in gene.proteins))
            found.append(domain_offer(isoform, panel.chosen_chain() if panel is not None else ""))
            if gene.proteins[0].features:
                found.append(tracks_offer(self._tracks))
        if any(row.scores.csi is not None for row in gene.significance):
            found += (landscape_offer(self._landscape, starts=not found), treemap_offer(self._treemap))
        if gene.proteins and (gene.variants or self._has_own()):
            found.append(variants_offer(self._variants_diagram))
        if gene.transcripts:
            found.append(structure_offer(self._structure))
        if gene.expression:
            found.append(expression_offer(self._expression, starts=not found))
        return (*found, *citation_offers(cited(gene.citations)), *super().offers())

    def _has_own(self) -> bool:
        panel = self._variants_panel
        return panel is not None and panel.own is not None and bool(panel.own.own())

    def _tracks(self) -> Export:
        panel = self._protein_panel
        return panel.tracks_export() if panel is not None else FigureExport("tracks")

    def _variants_diagram(self) -> Export:
        panel = self._variants_panel
        diagram = panel.diagram if panel is not None else None
        return diagram.focused_export() if diagram is not None else FigureExport("variants")

    def _structure(self) -> Export:
        panel = self._transcripts_panel
        return panel.structure.focused_export() if panel is not None else FigureExport("structure")

    def _landscape(self) -> Export:
        panel = self._cells_panel
        return panel.landscape.focused_export() if panel is not None else FigureExport("landscape")

    def _treemap(self) -> Export:
        panel = self._cells_panel
        return (panel.treemap.focused_export() if panel is not None else None) or FigureExport("treemap")

    def _expression(self) -> Export:
        panel = self._measured_panel
        return panel.chart.focused_export() if panel is not None else FigureExport("expression")


def _head(profile: GeneProfile) -> HeadText:
    gene = profile.gene
    kind = locus_type(gene.locus_type).name
    meta = (kind, *_where(gene.location))
    return HeadText(gene.symbol, gene.name, meta, _chips(profile), str(profile.atlas))


def _where(location: Location) -> tuple[str, ...]:
    parts = [location.band]
    if location.start is not None and location.end is not None:
        parts += [f"chr{location.chromosome}:{location.start:,}–{location.end:,}", location.assembly]
    return tuple(part for part in parts if part)


def _chips(profile: GeneProfile) -> tuple[ChipText, ...]:
    own, _, local = profile.gene.id.partition(":")
    known = {database_key(own): ChipText(database_name(own), local, profile.gene.id)}
    for one in profile.identifiers:
        key = database_key(one.database)
        if key in _CHIPS and (key not in known or one.id.startswith("NM_")):
            known[key] = ChipText(database_name(one.database), one.id, curie(one))
    chips = [known[key] for key in _CHIPS if key in known]
    proteins = [ChipText("UniProt", one.protein.accession, one.protein.id) for one in profile.proteins[:2]]
    return (*chips[:_BEFORE_PROTEINS], *proteins, *chips[_BEFORE_PROTEINS:])
