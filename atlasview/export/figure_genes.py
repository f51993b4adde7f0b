"""What a heat map or dot plot draws of several genes: one context and data set, and how the rest is told."""

from typing import Any

from atlasview.export.figure_request import FigureRequest
from atlasview.export.figure_size import Layout
from atlasview.export.score_words import others_note, scores_line
from atlasview.figures.heatmap_grid import ARRANGEMENTS, MOST_CLUSTERED, grid_of, in_context, sets_of
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.replication_words import replication_words
from atlasview.figures.style import FigureStyle
from atlasview.records.profile import ScoredCell
from atlasview.records.scored_genes import ScoredGene, ScoredGenes
from atlasview.records.significance import METRICS, metric_value
from atlasview.records.trouble import NotFound, NothingToExport

_NAMED = 6


def genes_subject(
    page: ScoredGenes, request: FigureRequest, measure: Measure
) -> tuple[Layout, dict[str, Any], int, list[str]]:
    """How it is laid out, the settings of the recipe, how many rows can be spared, and sentences for the person.

    Raises NothingToExport where no gene has a value, NotFound for a context or data set that none has.
    """
    from atlasview.figures.heatmap import heatmap_figure

    (context, dataset), sample, notes = _chosen(page, request)
    genes = in_context(page.genes, context, dataset)
    if all(metric_value(one.scores, request.metric) is None for gene in genes for one in gene.scores):
        where = f"{context} of {dataset}"
        raise NothingToExport(f"no gene has a value of {METRICS[request.metric]}", where, "choose another metric")
    order = request.order or next(iter(ARRANGEMENTS))
    source = _source(page, sample)
    title = f"{METRICS[request.metric]} of {_named(genes)}, {sample.context.label or context}"
    rows = len({one.cell_type.id for gene in genes for one in gene.scores})
    notes += _absent(genes)
    remark = replication_words(one.scores for gene in genes for one in gene.scores)
    if order == "clustered" and rows > MOST_CLUSTERED:
        notes.append(f"{rows} cell types stand by lineage, as more than {MOST_CLUSTERED} are not put in order")

    def lay_out(width: float, style: FigureStyle, most: int) -> Figure:
        grid = grid_of(genes, request.metric, order, most)
        dots = request.view == "dotplot"
        return heatmap_figure(grid, width, style, measure, dots, request.limits, source, title, remark=remark)

    settings: dict[str, Any] = {"metric": request.metric, "context": context, "dataset": dataset, "order": order}
    settings |= {"genes": [gene.id for gene in genes], "limits": list(request.limits) if request.limits else None}
    return lay_out, settings, rows, notes


def _chosen(page: ScoredGenes, request: FigureRequest) -> tuple[tuple[str, str], ScoredCell, list[str]]:
    found = sets_of(page.genes)
    if not found:
        remedy = "open an atlas with significance scores of them"
        raise NothingToExport("this atlas has no cell significance for any of these genes", str(page.atlas), remedy)
    wanted = [key for key, sample in found.items() if _is_wanted(sample, request)]
    if not wanted:
        listed = "; ".join(f"{context} of {dataset}" for context, dataset in found)
        asked = " of ".join(part for part in (request.context, request.dataset) if part)
        raise NotFound(f"these genes have no scores for {asked}", str(page.atlas), f"choose one of: {listed}")
    labels = {context: sample.context.label for (context, _dataset), sample in found.items()}
    notes = others_note([wanted[0], *(key for key in found if key != wanted[0])], labels)
    return wanted[0], found[wanted[0]], [] if request.context and request.dataset else notes


def _is_wanted(row: ScoredCell, request: FigureRequest) -> bool:
    contexts = {row.context.id.casefold(), row.context.label.casefold()}
    return (not request.context or request.context.casefold() in contexts) and (
        not request.dataset or request.dataset.casefold() == row.scores.dataset.casefold()
    )


def _absent(genes: tuple[ScoredGene, ...]) -> list[str]:
    silent = [gene.symbol for gene in genes if not gene.scores]
    return [f"without any score here, drawn as not measured: {', '.join(silent)}"] if silent else []


def _source(page: ScoredGenes, sample: ScoredCell) -> str:
    return scores_line(sample.scores.dataset, (sample.scores.source,), page.sources, page.atlas)


def _named(genes: tuple[ScoredGene, ...]) -> str:
    """`IL21, CXCL13 and ICOS`, or how many they are."""
    symbols = [gene.symbol for gene in genes]
    if len(symbols) > _NAMED:
        return f"{len(symbols)} genes"
    return f"{', '.join(symbols[:-1])} and {symbols[-1]}" if len(symbols) > 1 else symbols[0]
