"""Genes that are looked at together, each with its scores in cell types."""

from dataclasses import dataclass

from atlasview.records.place import Kind, Place
from atlasview.records.profile import ScoredCell
from atlasview.records.source import AtlasLabel, Source


@dataclass(frozen=True, slots=True)
class ScoredGene:
    """A gene with its scores in every cell type, context and data set."""

    id: str
    symbol: str
    name: str
    scores: tuple[ScoredCell, ...]


@dataclass(frozen=True, slots=True)
class ScoredGenes:
    """Chosen genes in their order; `place` is the page that lists them, or the first gene's."""

    genes: tuple[ScoredGene, ...]
    sources: dict[str, Source]
    atlas: AtlasLabel
    place: Place

    @property
    def places(self) -> tuple[Place, ...]:
        """The pages of the genes."""
        return tuple(Place(Kind.GENE, gene.id, gene.symbol) for gene in self.genes)
