"""What stands in the treemaps: cell types of a gene by lineage, pathways and genes of a cell type."""

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


def pathway_branches(pathways: Sequence[PathwayScores]) -> list[Branch]:
    """The highest pathways by their average CSI: the sum over their genes with scores, by the number of these genes."""
    tiles = tuple(
        Tile(f"{PATHWAY}{one.id}", one.name, one.average, (f"{grouped(len(one.genes))} genes with scores", one.id))
        for one in pathways[:MOST_PATHWAYS]
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


def more_pathways(pathways: Sequence[PathwayScores]) -> str:
    """Says how many are not drawn."""
    more = len(pathways) - MOST_PATHWAYS
    return f"{grouped(more)} more with a lower average, not drawn." if more > 0 else ""


def without_area(branches: Sequence[Branch], noun: str) -> str:
    """Says how many tiles have no area."""
    count = sum(tile.amount <= 0 for branch in branches for tile in branch.tiles)
    return f"{grouped(count)} {noun}{'' if count == 1 else 's'} at or below zero, without area." if count else ""
