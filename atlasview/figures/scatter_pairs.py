"""The genes of two cell types with their values in both, in one context and data set."""

from collections.abc import Mapping, Sequence

from atlasview.figures.replication_words import replication_words
from atlasview.figures.scatter_pair import Axes, Pair
from atlasview.records.profile import GeneLink
from atlasview.records.significance import metric_value
from atlasview.records.two_cell_types import TwoCellTypes

OVERALL = "overall"
Set = tuple[str, str]
"""A context and a data set."""


def scores_by_gene(genes: Sequence[GeneLink], context: str, dataset: str) -> dict[str, GeneLink]:
    """The genes of one context and data set by their identifiers."""
    found = {}
    for gene in genes:
        if gene.scores is not None and (gene.scores.context, gene.scores.dataset) == (context, dataset):
            found[gene.id] = gene
    return found


def sets_in(genes: Sequence[GeneLink], labels: Mapping[str, str]) -> dict[Set, str]:
    """Contexts and data sets -> what they are called, overall first, then by how many genes have scores."""
    counts: dict[Set, int] = {}
    for gene in genes:
        if gene.scores is not None:
            key = (gene.scores.context, gene.scores.dataset)
            counts[key] = counts.get(key, 0) + 1
    order = sorted(counts, key=lambda key: (key[0] != OVERALL, -counts[key], key))
    return {key: ", ".join(filter(None, (labels.get(key[0], key[0]), key[1]))) for key in order}


def common_sets(two: TwoCellTypes) -> dict[Set, str]:
    """Those in which both cell types have scores; those of the first where there is none."""
    here = sets_in(two.page.genes, {one.id: one.label for one in two.page.contexts})
    there = sets_in(two.other.genes, {})
    return {key: words for key, words in here.items() if key in there} or here


def pairs_of(two: TwoCellTypes, context: str, dataset: str, metric: str) -> tuple[Pair, ...]:
    """The genes with a value in at least one of the two."""
    here = scores_by_gene(two.page.genes, context, dataset)
    there = scores_by_gene(two.other.genes, context, dataset)
    pairs = (
        Pair(gene.id, gene.symbol, _value(here.get(gene.id), metric), _value(there.get(gene.id), metric), gene.name)
        for gene in {**there, **here}.values()
    )
    return tuple(pair for pair in pairs if pair.here is not None or pair.there is not None)


def axes(two: TwoCellTypes, metric: str) -> Axes:
    """The axes of a scatter of both."""
    return Axes(metric, two.page.name, two.other.name)


def remark_of(two: TwoCellTypes, context: str, dataset: str) -> str:
    """What is to be kept in mind of the scores of both; empty for nothing."""
    genes = (scores_by_gene(page.genes, context, dataset).values() for page in (two.page, two.other))
    return replication_words(gene.scores for page in genes for gene in page)


def _value(gene: GeneLink | None, metric: str) -> float | None:
    return metric_value(gene.scores, metric) if gene is not None and gene.scores is not None else None
