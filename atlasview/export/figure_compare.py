"""What a scatter of two cell types draws: one metric, context and data set, and how the rest is told."""

from typing import Any

from atlasview.export.figure_request import FigureRequest
from atlasview.export.figure_size import Layout
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.scatter_pairs import Set, axes, common_sets, pairs_of, remark_of
from atlasview.figures.style import FigureStyle
from atlasview.records.significance import METRICS
from atlasview.records.trouble import NotFound, NothingToExport
from atlasview.records.two_cell_types import TwoCellTypes


def compare_subject(
    two: TwoCellTypes, source: str, request: FigureRequest, measure: Measure
) -> tuple[Layout, dict[str, Any], int, list[str]]:
    """How it is laid out, the settings of the recipe, no rows to spare, and sentences for the person.

    Raises NothingToExport where no gene has both values, NotFound for a context or data set that there is not.
    """
    from atlasview.figures.scatter import scatter_figure

    (context, dataset), words, notes = _chosen(two, request)
    pairs = pairs_of(two, context, dataset, request.metric)
    if not any(pair.here is not None and pair.there is not None for pair in pairs):
        what = f"no gene has {METRICS[request.metric]} both in {two.page.name} and in {two.other.name}"
        raise NothingToExport(what, f"{context} of {dataset}", "choose another metric, or another cell type")
    both = axes(two, request.metric)
    remark = remark_of(two, context, dataset)
    title = f"{METRICS[request.metric]} in {two.page.name} and {two.other.name}, {words.partition(',')[0]}"

    def lay_out(width: float, style: FigureStyle, _most: int) -> Figure:
        chosen = {"source": source, "title": title, "remark": remark}
        return scatter_figure(pairs, both, width, style, measure, **chosen)

    settings = {"other": two.other.id, "metric": request.metric, "context": context, "dataset": dataset}
    return lay_out, settings, 0, notes


def _chosen(two: TwoCellTypes, request: FigureRequest) -> tuple[Set, str, list[str]]:
    found = common_sets(two)
    labels = {one.id: one.label.casefold() for one in two.page.contexts}
    wanted = [
        (context, dataset)
        for context, dataset in found
        if request.context.casefold() in ("", context.casefold(), labels.get(context, ""))
        and request.dataset.casefold() in ("", dataset.casefold())
    ]
    if not wanted:
        listed = "; ".join(f"{context} of {dataset}" for context, dataset in found)
        asked = " of ".join(filter(None, (request.context, request.dataset)))
        what = f"{two.page.name} has no scores for {asked}" if found else f"{two.page.name} has no cell significance"
        raise NotFound(what, str(two.atlas), f"choose one of: {listed}" if listed else "")
    others = [f"{context} of {dataset}" for context, dataset in found if (context, dataset) != wanted[0]]
    told = bool(others) and not (request.context and request.dataset)
    return wanted[0], found[wanted[0]], [f"shown is {' of '.join(wanted[0])}; there is also {'; '.join(others)}"] * told
