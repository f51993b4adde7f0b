"""Everything that one page shows, gathered by one query function."""

from dataclasses import dataclass, field

from atlasview.records.article import Article
from atlasview.records.cell_type import CellType, Context
from atlasview.records.difference import Difference
from atlasview.records.disease import Disease, DiseaseAssociation, DiseasePhenotype
from atlasview.records.expression import Expression
from atlasview.records.gene import Gene, GeneName
from atlasview.records.interaction import Homology, Interaction
from atlasview.records.marker import Marker
from atlasview.records.place import Place
from atlasview.records.protein import Comment, Feature, Isoform, Protein, ProteinName
from atlasview.records.publication import Citation, Publication
from atlasview.records.reference import CrossReference
from atlasview.records.significance import Coverage, Significance
from atlasview.records.source import AtlasLabel, Manifest, Source
from atlasview.records.term import GeneTerm, Synonym, Term
from atlasview.records.tie import Tie, all_negated
from atlasview.records.transcript import Transcript
from atlasview.records.variant import Variant


@dataclass(frozen=True, slots=True)
class ProteinDetail:
    """A protein with all that lies on it; isoforms include the canonical one, which stands first."""

    protein: Protein
    names: tuple[ProteinName, ...]
    isoforms: tuple[Isoform, ...]
    features: tuple[Feature, ...]
    identifiers: tuple[CrossReference, ...]
    comments: tuple[Comment, ...] = ()


def sources_of(detail: ProteinDetail) -> tuple[str, ...]:
    """Keys of the sources of a protein and of what lies on it, its own first."""
    return tuple(dict.fromkeys((detail.protein.source, *(each.source for each in detail.features))))


@dataclass(frozen=True, slots=True)
class CitedPaper:
    """A paper with every use that the subject of the page makes of it."""

    publication: Publication
    uses: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ScoredCell:
    """Scores with the names that go with them."""

    scores: Significance
    cell_type: CellType
    context: Context


@dataclass(frozen=True, slots=True)
class MarkedCell:
    """A marker with the name of its cell type."""

    marker: Marker
    cell_type: str


@dataclass(frozen=True, slots=True)
class LinkedTerm:
    """A term of a gene with its annotations."""

    term: Term
    links: tuple[GeneTerm, ...]


@dataclass(frozen=True, slots=True)
class LinkedDisease:
    """A disease of a gene with the associations to it, one per source and kind."""

    disease: Disease
    associations: tuple[DiseaseAssociation, ...]


@dataclass(frozen=True, slots=True)
class GeneLink:
    """A gene as another page lists it.

    scores  where the page is about a cell type
    ties    where it is about a term or a disease: what each source says of the gene
    """

    id: str
    symbol: str
    name: str
    scores: Significance | None = None
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkerGene:
    """A marker with its gene."""

    marker: Marker
    gene: GeneLink


@dataclass(frozen=True, slots=True)
class GeneProfile:
    """All of a gene's page. `sources` maps a source's key to its record, `coverage` is of its data sets of scores.

    disease_names  by their ids, of the diseases that its ties and variants speak of and the atlas has a name of
    """

    gene: Gene
    names: tuple[GeneName, ...]
    identifiers: tuple[CrossReference, ...]
    proteins: tuple[ProteinDetail, ...]
    significance: tuple[ScoredCell, ...]
    citations: tuple[CitedPaper, ...]
    articles: tuple[Article, ...]
    diseases: tuple[LinkedDisease, ...]
    variants: tuple[Variant, ...]
    terms: tuple[LinkedTerm, ...]
    transcripts: tuple[Transcript, ...]
    expression: tuple[Expression, ...]
    interactions: tuple[tuple[Interaction, GeneLink], ...]
    homologies: tuple[Homology, ...]
    differences: tuple[Difference, ...]
    sources: dict[str, Source]
    atlas: AtlasLabel
    place: Place
    markers: tuple[MarkedCell, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    disease_names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProteinProfile:
    """All of a protein's page; `isoform` is the id asked for, empty for the canonical one.

    differences  what other sources say of the protein, with the gene as their subject
    """

    detail: ProteinDetail
    isoform: str
    genes: tuple[GeneLink, ...]
    citations: tuple[CitedPaper, ...]
    differences: tuple[Difference, ...]
    sources: dict[str, Source]
    atlas: AtlasLabel
    place: Place


@dataclass(frozen=True, slots=True)
class Relative:
    """A neighbour in an ontology."""

    id: str
    name: str
    relation: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of a disease with the name of its term."""

    name: str
    phenotype: DiseasePhenotype


@dataclass(frozen=True, slots=True)
class TermProfile:
    """All of the page of a cell type, term or disease; which one, `place.kind` says.

    genes      genes tied to it, best first (cell type: by PRS, then CSI; others: by symbol)
    left_out   scores of a cell type that were not read with the page: its `genes` are the best of each context and set
    ancestors  one line of `is_a` parents from the root to the direct parent, as a tree shows it
    source     of the term itself
    signs      of a disease, those that are not seen in it last
    markers    genes that lists call markers of the cell type, by symbol
    coverage   of the data sets of a cell type's scores
    """

    id: str
    name: str
    category: str
    definition: str
    synonyms: tuple[Synonym, ...]
    parents: tuple[Relative, ...]
    children: tuple[Relative, ...]
    ancestors: tuple[Relative, ...]
    genes: tuple[GeneLink, ...]
    identifiers: tuple[CrossReference, ...]
    sources: dict[str, Source]
    atlas: AtlasLabel
    place: Place
    contexts: tuple[Context, ...] = ()
    source: str = ""
    signs: tuple[Sign, ...] = ()
    markers: tuple[MarkerGene, ...] = ()
    left_out: int = 0
    coverage: tuple[Coverage, ...] = ()

    @property
    def members(self) -> tuple[GeneLink, ...]:
        """The genes without those of which sources only say that it is not so."""
        return tuple(gene for gene in self.genes if not all_negated(gene.ties))


@dataclass(frozen=True, slots=True)
class PaperUse:
    """A gene or protein that a paper is cited for."""

    place: Place
    name: str
    scope: str


@dataclass(frozen=True, slots=True)
class PublicationProfile:
    """All of a paper's page."""

    publication: Publication
    used_by: tuple[PaperUse, ...]
    sources: dict[str, Source]
    atlas: AtlasLabel
    place: Place


@dataclass(frozen=True, slots=True)
class AtlasProfile:
    """All of the page of the atlas itself; `file` is its path."""

    manifest: Manifest
    file: str
    sources: dict[str, Source]
    atlas: AtlasLabel
    place: Place


Profile = GeneProfile | ProteinProfile | TermProfile | PublicationProfile | AtlasProfile
