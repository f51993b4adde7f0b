"""What stands in the treemaps: cell types of a gene by lineage, pathways and genes of a cell type."""

import re
from collections.abc import Sequence

from atlasview.figures.landscape_rows import row_hint, row_of
from atlasview.figures.palette import LINEAGES
from atlasview.figures.residues import grouped
from atlasview.figures.treemap import Branch, Tile
from atlasview.records.pathway import PathwayScores
from atlasview.records.profile import GeneLink, ScoredCell
from atlasview.records.significance import METRICS

CELL, GENE, LINEAGE, PATHWAY = "cell:", "gene:", "lineage:", "pathway:"
"""How the targets of tiles and heads begin."""

AREAS = {key: METRICS[key] for key in ("csi", "rcsi", "prs", "fold")}
"""Metrics that can be areas: those that say more where they are larger."""


def cell_branches(rows: Sequence[ScoredCell], metric: str, within: str = "") -> list[Branch]:
    """Cell types of one context and data set by lineage; those of one lineage alone where `within` names it."""
    found = []
    for key, name in LINEAGES.items():
        own = [row for row in rows if (row.cell_type.lineage if row.cell_type.lineage in LINEAGES else "other") == key]
        shown = [row_of(one, metric) for one in own]
        tiles = tuple(
            Tile(f"{CELL}{row.cell.cell_type.id}", row.label, row.value, row_hint(row)[1:], row.words)
            for row in shown
            if row.value is not None
        )
        if tiles and within in ("", key):
            found.append(Branch("" if within else name, f"{LINEAGE}{key}", tiles))
    return found


MOST_PATHWAYS = 40
"""Tiles of pathways: with more of them none could be read."""

_RANKS = re.compile(r"([1-9]\d{0,5})-([1-9]\d{0,5})")


def ranks_of(within: str) -> tuple[int, int] | None:
    """The first and the last rank of pathways that a word like `41-80` names, `1-40` for none; else None."""
    if not within:
        return 1, MOST_PATHWAYS
    match = _RANKS.fullmatch(within)
    ranks = (int(match[1]), int(match[2])) if match else (1, 0)
    return ranks if ranks[0] <= ranks[1] else None


def ranks_word(ranks: tuple[int, int]) -> str:
    """The word that `ranks_of` reads."""
    return "" if ranks == (1, MOST_PATHWAYS) else f"{ranks[0]}-{ranks[1]}"


def pathway_branches(pathways: Sequence[PathwayScores], ranks: tuple[int, int] = (1, MOST_PATHWAYS)) -> list[Branch]:
    """Pathways by their average CSI: the sum over their genes with scores, by the number of these genes.

    ranks  the first and the last that are drawn, of all from the highest; what is not above zero has no tile
    """
    tiles = tuple(
        Tile(f"{PATHWAY}{one.id}", one.name, one.average, (f"{grouped(len(one.genes))} genes with scores", one.id))
        for one in pathways[ranks[0] - 1 : ranks[1]]
        if one.average > 0
    )
    return [Branch("", "", tiles)]


def gene_branches(genes: Sequence[GeneLink], only: frozenset[str] | None = None) -> list[Branch]:
    """Genes of one context and data set by CSI; those of a pathway alone where `only` names them."""
    tiles = []
    for gene in genes:
        csi = gene.scores.csi if gene.scores is not None else None
        if csi is not None and (only is None or gene.id in only):
            tiles.append(Tile(f"{GENE}{gene.id}", gene.symbol, csi, (gene.name,)))
    return [Branch("", "", tuple(tiles))]


def more_pathways(pathways: Sequence[PathwayScores], ranks: tuple[int, int] = (1, MOST_PATHWAYS)) -> str:
    """Says how many are not drawn: those with an area beyond the ranks, and those that can have none."""
    left = pathways[ranks[1] :]
    before, more = ranks[0] - 1, sum(one.average > 0 for one in left)
    said = [f"{grouped(before)} with a higher average"] if before else []
    said += [f"{grouped(more)} {'' if before else 'more '}with a lower average"] if more else []
    sentences = [f"{' and '.join(said)}, not drawn."] if said else []
    return " ".join(filter(None, (*sentences, _without(sum(one.average <= 0 for one in pathways), "pathway"))))


def without_area(branches: Sequence[Branch], noun: str) -> str:
    """Says how many tiles have no area."""
    count = sum(tile.amount <= 0 for branch in branches for tile in branch.tiles)
    return _without(count, noun)


def _without(count: int, noun: str) -> str:
    return f"{grouped(count)} {noun}{'' if count == 1 else 's'} at or below zero, without area." if count else ""
