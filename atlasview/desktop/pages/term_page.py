"""The page of a term of the Gene Ontology, of a pathway, and of a disease."""

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from atlasview.desktop.pages.page import Page
from atlasview.desktop.pages.plan import SectionPlan
from atlasview.desktop.panels.chips import ChipText
from atlasview.desktop.panels.empty import Empty, Reason
from atlasview.desktop.panels.exports import Offer, SequenceExport, TableExport
from atlasview.desktop.panels.facts import Fact, Facts
from atlasview.desktop.panels.head import HeadText
from atlasview.desktop.panels.identifiers import IdentifiersPanel
from atlasview.desktop.panels.lineage_tree import LineageTree
from atlasview.desktop.panels.linked_genes import LinkedGenesPanel
from atlasview.desktop.panels.markers import MarkersPanel, gene_columns
from atlasview.desktop.panels.overview import Beside
from atlasview.desktop.panels.signs import SignsPanel
from atlasview.desktop.panels.wording import and_more, counted, link_to, sentence, source_labels, unique
from atlasview.desktop.theme import Theme
from atlasview.export.addresses import database_name
from atlasview.figures.coverage_words import coverage_words
from atlasview.figures.replication_words import replication_words
from atlasview.records.place import Kind, Place
from atlasview.records.profile import Relative, TermProfile

if TYPE_CHECKING:
    from atlasview.desktop.panels.gene_grid import GeneGridPanel

_CATEGORIES = {
    "biological_process": "Biological process",
    "molecular_function": "Molecular function",
    "cellular_component": "Cellular component",
    "pathway": "Pathway",
}
_KINDS = {Kind.CELL_TYPE: "Cell type", Kind.DISEASE: "Disease"}
_OBJECT_NAMES = {Kind.CELL_TYPE: "cell-type-page", Kind.DISEASE: "disease-page"}
_ONTOLOGIES = {
    "CL": "Place in the Cell Ontology",
    "GO": "Place in the Gene Ontology",
    "Reactome": "Place among the pathways",
    "DOID": "Place in the Disease Ontology",
    "MONDO": "Place in Mondo",
}
_RELATIVES_SHOWN = 12
_CHIPS = 5


class TermPage(Page):
    """A term: what it means, where it stands, which genes belong to it."""

    def __init__(self, theme: Theme, profile: TermProfile, parent: QWidget | None = None) -> None:
        super().__init__(theme, profile, parent)
        self.setObjectName(_OBJECT_NAMES.get(profile.place.kind, "term-page"))
        self.term = profile
        self._grid: GeneGridPanel | None = None
        self.compose(_head(profile), self._plans())

    def _plans(self) -> list[SectionPlan]:
        term = self.term
        own = _sources(term)
        plans = [SectionPlan("Overview", self._build_overview, sources=own), self._genes()]
        if term.markers:
            sources = source_labels(term.sources, unique(one.marker.source for one in term.markers))
            plans.append(SectionPlan("Markers", self._build_markers, f"{len(term.markers):,}", sources, guess=420))
        plans += self.charts()
        if term.signs:
            sources = source_labels(term.sources, unique(one.phenotype.source for one in term.signs))
            plans.append(SectionPlan("Signs", self._build_signs, f"{len(term.signs):,}", sources, guess=420))
        if term.identifiers:
            sources = source_labels(term.sources, (one.source for one in term.identifiers))
            count = f"{len(term.identifiers):,}"
            plans.append(SectionPlan("Identifiers", self._build_identifiers, count, sources))
        return plans

    def charts(self) -> list[SectionPlan]:
        """Charts of the genes."""
        return [SectionPlan("Heat map", self._build_grid, guess=480)] if self.term.members else []

    def _genes(self) -> SectionPlan:
        term = self.term
        if term.genes:
            keys = [gene.scores.source for gene in term.genes if gene.scores is not None]
            keys += [tie.source for gene in term.genes for tie in gene.ties]
            count = f"{len({gene.id for gene in term.members}):,}"
            if term.left_out:
                count = f"{len(term.genes) + term.left_out:,} scores"
            return SectionPlan("Genes", self.build_genes, count, source_labels(term.sources, keys), guess=420)
        reason = self.no_genes()
        return SectionPlan("Genes", lambda: Empty(self.theme, self.exits, reason), empty=True, guess=72)

    def offers(self) -> tuple[Offer, ...]:
        """The genes, as a table and by their sequences."""
        genes = self.term.genes
        if not genes:
            return super().offers()
        scored = any(gene.scores is not None for gene in genes)
        what = "significance" if scored else "genes"
        members = dict.fromkeys((gene.id, gene.symbol) for gene in self.term.members)
        places = tuple(Place(Kind.GENE, *pair) for pair in members)
        return (
            Offer(
                "table", f"Table of {_all_or(places, self.term)}genes…", partial(TableExport, what, "Genes", whole=True)
            ),
            Offer(
                "genes",
                f"Sequences of {counted(len(places), 'gene')}…",
                partial(SequenceExport, places=places, part="genes"),
            ),
            *self._heatmap(),
            *super().offers(),
        )

    def _heatmap(self) -> tuple[Offer, ...]:
        """The chart as it is set, once it is drawn."""
        export = self._grid.focused_export() if self._grid is not None else None
        return (Offer("heatmap", "Genes by cell types…", lambda: export, starts=True),) if export is not None else ()

    def no_genes(self) -> Reason:
        """Why no gene is listed."""
        return Reason(
            "gene",
            "No gene of this atlas belongs to it",
            f"{self.term.atlas} holds {self.term.name} for its place among the other terms.",
        )

    def _build_overview(self) -> QWidget:
        term = self.term
        facts = Facts(self.theme, self.exits, lambda: _facts(term))
        tree = None
        if term.ancestors or term.children:
            title = _ONTOLOGIES.get(term.id.partition(":")[0], "Place among the others")
            tree = LineageTree(self.theme, self.exits, term, title)
        return Beside(self.theme, facts, tree, widest=460, share=0.46)

    def build_genes(self) -> QWidget:
        """The table of genes."""
        term = self.term
        contexts = {one.id: one.label for one in term.contexts}
        foot = score_words(term) or tie_words(term)
        return LinkedGenesPanel(self.theme, self.exits, term.genes, contexts, foot, term.sources)

    def _build_grid(self) -> QWidget:
        from atlasview.desktop.panels.gene_grid import GeneGridPanel

        symbols = tuple(dict.fromkeys(gene.symbol for gene in self.term.members))
        self._grid = GeneGridPanel(self.theme, self.exits, self.term.place, symbols)
        return self._grid

    def _build_markers(self) -> QWidget:
        return MarkersPanel(self.theme, self.exits, self.term.markers, gene_columns(self.term.sources))

    def _build_signs(self) -> QWidget:
        return SignsPanel(self.theme, self.exits, self.term.signs, self.term.sources)

    def _build_identifiers(self) -> QWidget:
        return IdentifiersPanel(self.theme, self.exits, self.term.identifiers)


def _all_or(places: tuple[Place, ...], term: TermProfile) -> str:
    """How many genes a table has, `all` where they were not all read."""
    return "all " if term.left_out else f"{len(places):,} "


def _sources(term: TermProfile) -> str:
    return source_labels(term.sources, unique([term.source, *(one.source for one in term.synonyms)]))


def _head(term: TermProfile) -> HeadText:
    database, _, local = term.id.partition(":")
    kind = _KINDS.get(term.place.kind) or _CATEGORIES.get(term.category) or sentence(term.category) or "Term"
    meta = [kind, *(one.name for one in term.parents[:1])]
    named = database_name(database)
    chips = [ChipText(named, local if named == database else term.id, term.id)]
    chips += [ChipText("Synonym", one.text, one.text) for one in term.synonyms if one.scope == "exact"][:_CHIPS]
    return HeadText(term.name, "", tuple(meta), tuple(chips), str(term.atlas))


def _relatives(term: TermProfile, relatives: tuple[Relative, ...]) -> str:
    return and_more([link_to(Place(term.place.kind, one.id), one.name) for one in relatives], _RELATIVES_SHOWN)


def _facts(term: TermProfile) -> tuple[Fact, ...]:
    exact = unique(one.text for one in term.synonyms if one.scope == "exact")
    exact = exact if len(exact) > _CHIPS else ()
    others = unique(one.text for one in term.synonyms if one.scope != "exact")
    is_a = tuple(one for one in term.parents if one.relation == "is_a")
    part_of = tuple(one for one in term.parents if one.relation == "part_of")
    facts = (
        ("Definition", escape(term.definition)),
        ("Also known as", escape(and_more(exact, 12))),
        ("Related names", escape(and_more(others, 12))),
        ("Parent" if len(is_a) == 1 else "Parents", _relatives(term, is_a)),
        ("Part of", _relatives(term, part_of)),
        ("Child" if len(term.children) == 1 else "Children", _relatives(term, term.children)),
    )
    shown = tuple(Fact(label, value) for label, value in facts if value)
    return shown or (Fact("Definition", '<span class="muted">none in this atlas</span>'),)


def tie_words(term: TermProfile) -> str:
    """What is to be kept in mind of genes that were tested and do not belong to it; empty where there are none."""
    negated = len(term.genes) - len(term.members)
    if not negated:
        return ""
    return (
        f"{counted(negated, 'gene')}, listed last, tested and found not to be so (NOT): left out of charts and counts."
    )


def score_words(term: TermProfile) -> str:
    """Whose scores they are, and what is to be kept in mind of them; empty where there are none."""
    scores = [gene.scores for gene in term.genes if gene.scores is not None]
    sentences = []
    for computed, origin in ((True, "Scores computed from"), (False, "Scores as published by")):
        own = [one for one in scores if (one.profiles is not None) == computed]
        if sources := source_labels(term.sources, (one.source for one in own)):
            sentences.append(f"{origin} {sources}.")
    if not sentences:
        return ""
    sentences.append(coverage_words(term.coverage))
    sentences.append("A gene that is not listed was not given. PRS ranks genes within the cell type and context.")
    return " ".join(filter(None, (*sentences, replication_words(scores))))
