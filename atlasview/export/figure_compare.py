"""What a scatter of two cell types draws: one metric, context and data set, and how the rest is told."""

from collections.abc import Iterator
from typing import Any

from atlasview.export.figure_request import FigureRequest
from atlasview.export.figure_size import Layout
from atlasview.export.score_words import others_note, scores_line
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.scatter_pairs import Set, axes, common_sets, pairs_of, remark_of, scores_by_gene
from atlasview.figures.style import FigureStyle
from atlasview.records.significance import METRICS
from atlasview.records.trouble import NotFound, NothingToExport
from atlasview.records.two_cell_types import TwoCellTypes


def compare_subject(
    two: TwoCellTypes, request: FigureRequest, measure: Measure
) -> tuple[Layout, dict[str, Any], int, list[str]]:
    """How it is laid out, the settings of the recipe, no rows to spare, and sentences for the person.

    Raises NothingToExport where no gene has both values, NotFound for a context or data set that there is not.
    """
    from atlasview.figures.scatter import scatter_figure

    (context, dataset), label, notes = _chosen(two, request)
    pairs = pairs_of(two, context, dataset, request.metric)
    if not any(pair.here is not None and pair.there is not None for pair in pairs):
        what = f"no gene has {METRICS[request.metric]} both in {two.page.name} and in {two.other.name}"
        raise NothingToExport(what, f"{context} of {dataset}", "choose another metric, or another cell type")
    both = axes(two, request.metric)
    remark = remark_of(two, context, dataset)
    title = f"{METRICS[request.metric]} in {two.page.name} and {two.other.name}, {label}"
    source = scores_line(dataset, _sources(two, context, dataset), two.sources, two.atlas)

    def lay_out(width: float, style: FigureStyle, _most: int) -> Figure:
        chosen = {"source": source, "title": title, "remark": remark}
        return scatter_figure(pairs, both, width, style, measure, **chosen)

    settings = {"other": two.other.id, "metric": request.metric, "context": context, "dataset": dataset}
    return lay_out, settings, 0, notes


def _chosen(two: TwoCellTypes, request: FigureRequest) -> tuple[Set, str, list[str]]:
    found = common_sets(two)
    labels = {one.id: one.label for one in two.page.contexts}
    wanted = [
        (context, dataset)
        for context, dataset in found
        if request.context.casefold() in ("", context.casefold(), labels.get(context, "").casefold())
        and request.dataset.casefold() in ("", dataset.casefold())
    ]
    if not wanted:
        listed = "; ".join(f"{context} of {dataset}" for context, dataset in found)
        asked = " of ".join(filter(None, (request.context, request.dataset)))
        what = f"{two.page.name} has no scores for {asked}" if found else f"{two.page.name} has no cell significance"
        raise NotFound(what, str(two.atlas), f"choose one of: {listed}" if listed else "")
    notes = others_note([wanted[0], *(key for key in found if key != wanted[0])], labels)
    return wanted[0], labels.get(wanted[0][0]) or wanted[0][0], [] if request.context and request.dataset else notes


def _sources(two: TwoCellTypes, context: str, dataset: str) -> Iterator[str]:
    for page in (two.page, two.other):
        for gene in scores_by_gene(page.genes, context, dataset).values():
            if gene.scores is not None:
                yield gene.scores.source
