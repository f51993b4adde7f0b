"""What a treemap draws: cell types of a gene by lineage, pathways of a cell type, genes of one of them."""

from typing import Any

from atlasview.export.figure_request import FigureRequest
from atlasview.export.figure_size import Layout
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.palette import LINEAGES
from atlasview.figures.replication_words import replication_words
from atlasview.figures.style import FigureStyle
from atlasview.figures.treemap import Branch, treemap_figure
from atlasview.figures.treemap_tiles import (
    AREAS,
    cell_branches,
    gene_branches,
    more_pathways,
    pathway_branches,
    ranks_of,
    without_area,
)
from atlasview.records.pathway import ScoredPathways
from atlasview.records.profile import ScoredCell
from atlasview.records.trouble import NotFound, NothingToExport

GENES = "genes"
"""What `within` says for all genes of a cell type."""


def cells_subject(
    rows: tuple[ScoredCell, ...], symbol: str, source: str, request: FigureRequest, measure: Measure
) -> tuple[Layout, dict[str, Any]]:
    """Cell types of one context and data set; NotFound for a lineage that there is not."""
    if request.within and request.within not in LINEAGES:
        raise NotFound(f"no lineage is called {request.within}", remedy=f"choose one of: {', '.join(LINEAGES)}")
    context = rows[0].context
    branches = cell_branches(rows, request.metric, request.within)
    part = f", {LINEAGES[request.within]}" if request.within else ""
    title = f"{symbol}: {AREAS[request.metric]} of cell types by lineage, {context.label or context.id}{part}"
    settings = {"metric": request.metric, "context": context.id, "dataset": rows[0].scores.dataset}
    words = AREAS[request.metric]
    return _layout(branches, words, "cell type", source, title, measure), settings | {"within": request.within or None}


def pathways_subject(
    page: ScoredPathways, source: str, request: FigureRequest, measure: Measure
) -> tuple[Layout, dict[str, Any]]:
    """Pathways by average CSI, those of some ranks where `within` says `41-80`; genes by CSI where it says `genes` or
    names a pathway."""
    settings = {"context": page.context, "dataset": page.dataset, "within": request.within or None}
    name, remark = page.page.name, replication_words(gene.scores for gene in page.genes)
    context = next((one.label for one in page.page.contexts if one.id == page.context), page.context)
    ranks = ranks_of(request.within)
    if ranks is not None:
        if ranks[0] > max(len(page.pathways), 1):
            raise NotFound(f"{name} has {len(page.pathways)} pathways with scores, none from {ranks[0]} on")
        which = f" {ranks[0]} to {min(ranks[1], len(page.pathways))}" if request.within else ""
        title, words = f"{name}: pathways{which}, {context}", "Average CSI = sum of CSI / number of genes"
        tiles, more = pathway_branches(page.pathways, ranks), f"{more_pathways(page.pathways, ranks)} {remark}".strip()
        return _layout(tiles, words, "pathway", source, title, measure, more), settings
    if request.within == GENES:
        title = f"{name}: genes, {context}"
        return _layout(gene_branches(page.genes), "CSI", "gene", source, title, measure, remark), settings
    found = [one for one in page.pathways if request.within in (one.id, one.id.partition(":")[2], one.name)]
    if not found:
        remedy = f"choose {GENES} or a pathway, such as {', '.join(one.id for one in page.pathways[:3])}"
        raise NotFound(f"{name} has no pathway {request.within} with scores", remedy=remedy)
    title = f"{name}: genes of {found[0].name}, {context}"
    branches = gene_branches(page.genes, found[0].genes)
    return _layout(branches, "CSI", "gene", source, title, measure, remark), settings


def check_area(metric: str) -> None:
    """Refuse a metric that no area can show."""
    if metric not in AREAS:
        raise NothingToExport("delta runs to both sides of zero and is no area", remedy=f"choose {', '.join(AREAS)}")


def _layout(
    branches: list[Branch], words: str, noun: str, source: str, title: str, measure: Measure, more: str = ""
) -> Layout:
    without = " ".join(filter(None, (more, without_area(branches, noun))))

    def lay_out(width: float, style: FigureStyle, _most: int) -> Figure:
        return treemap_figure(branches, words, width, style, measure, without, source, title)

    return lay_out
