"""The figures of a report, as wide as a printed page has room for."""

from atlasview.export.figure import draw_figure
from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import FREE
from atlasview.export.report.parts import FigurePart
from atlasview.records.profile import Profile
from atlasview.records.trouble import NotFound, NothingToExport

_WIDTH = 174.0
_MOST_HEIGHT = 225.0
"""In mm, on A4 and Letter between their margins."""


def figure_part(
    profile: Profile, view: str, isoform: str = "", context: str = "", dataset: str = ""
) -> list[FigurePart]:
    """A figure of a page, a chart with as many rows as a page of paper holds; none where there is nothing to draw."""
    chosen = FigureRequest(view, FREE, width=_WIDTH, isoform=isoform, context=context, dataset=dataset)
    try:
        drawing = draw_figure(profile, chosen)
        if drawing.height_mm > _MOST_HEIGHT and view in ("landscape", "expression"):
            tall = FigureRequest(view, FREE, width=_WIDTH, height=_MOST_HEIGHT, context=context, dataset=dataset)
            drawing = draw_figure(profile, tall)
    except (NothingToExport, NotFound):
        return []
    return [FigurePart(drawing)]
