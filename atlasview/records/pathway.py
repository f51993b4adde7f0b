"""Pathways as a cell type shows them."""

from dataclasses import dataclass

from atlasview.records.place import Place
from atlasview.records.profile import GeneLink, TermProfile
from atlasview.records.source import AtlasLabel, Source


@dataclass(frozen=True, slots=True)
class PathwayScores:
    """A pathway with those of its genes that have a CSI in a cell type, context and data set.

    average  sum of CSI / number of these genes
    genes    their identifiers
    """

    id: str
    name: str
    average: float
    genes: frozenset[str]


@dataclass(frozen=True, slots=True)
class PathwayGenes:
    """A pathway with those of its genes that are looked at, by their identifiers."""

    id: str
    name: str
    genes: frozenset[str]


@dataclass(frozen=True, slots=True)
class ScoredPathways:
    """The page of a cell type with its pathways in one context and data set, the highest average first."""

    page: TermProfile
    context: str
    dataset: str
    pathways: tuple[PathwayScores, ...]

    @property
    def place(self) -> Place:
        """The page."""
        return self.page.place

    @property
    def atlas(self) -> AtlasLabel:
        """Where it was read."""
        return self.page.atlas

    @property
    def sources(self) -> dict[str, Source]:
        """Records of sources by their keys."""
        return self.page.sources

    @property
    def genes(self) -> tuple[GeneLink, ...]:
        """The genes with scores in the context and data set."""
        wanted = (self.context, self.dataset)
        genes = (one for one in self.page.genes if one.scores is not None)
        return tuple(one for one in genes if one.scores and (one.scores.context, one.scores.dataset) == wanted)
