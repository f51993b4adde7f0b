"""The size of a figure's file: laid out to the width, as high as needed or as asked, on a page where one is wanted."""

from collections.abc import Callable
from dataclasses import replace

from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import Preset
from atlasview.export.svg import MM_PER_UNIT
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.page import lettered, on_page
from atlasview.figures.style import FigureStyle
from atlasview.records.trouble import Trouble

Layout = Callable[[float, FigureStyle, int], Figure]
"""Draws to a width in units in a style; of its rows the highest so many, all for 0."""

_HAIR = 0.01
"""Units by which a figure may be too high: what is lost in counting."""


def sized(lay_out: Layout, request: FigureRequest, rows: int, measure: Measure) -> tuple[Figure, list[str]]:
    """The figure at the size asked for, and sentences on what that cost.

    rows  how many rows the figure has that could be spared, 0 for none
    Raises Trouble where the height asked for is too small.
    """
    preset, style = request.preset, _style(request)
    width, margin = request.width_mm / MM_PER_UNIT, preset.margin / MM_PER_UNIT
    height = request.height if request.height is not None or not preset.is_page else preset.height

    def drawn(most: int, shorter: float = 0.0) -> Figure:
        figure = lay_out(width - 2 * margin, replace(style, shorter=shorter), most)
        return lettered(figure, request.letter, style, measure) if request.letter else figure

    if height is None:
        return drawn(0), []
    room = height / MM_PER_UNIT - 2 * margin
    figure, kept = _fitting(drawn, room, rows)
    if figure.height > room + _HAIR:
        figure = drawn(kept if kept < rows else 0, figure.height - room)
    if figure.height > room + _HAIR:
        raise _too_high(figure, request.width_mm, height, preset)
    notes = [f"drawn are the {kept} highest of {rows} rows, more have no room in {height:g} mm"] if kept < rows else []
    return on_page(figure, width, height / MM_PER_UNIT, margin), notes


def _style(request: FigureRequest) -> FigureStyle:
    style = request.preset.style if request.text is None else request.preset.style.scaled(request.text)
    return replace(style, without=request.without) if request.without else style


def _fitting(drawn: Callable[[int], Figure], room: float, rows: int) -> tuple[Figure, int]:
    """The figure with as many rows as fit into `room` units of height, at least one, and their number."""
    figure = drawn(0)
    if figure.height <= room + _HAIR or rows < 2:
        return figure, rows
    low, high = 1, rows
    best = drawn(low)
    while high - low > 1:
        middle = (low + high) // 2
        tried = drawn(middle)
        if tried.height <= room + _HAIR:
            low, best = middle, tried
        else:
            high = middle
    return best, low


def _too_high(figure: Figure, width: float, height: float, preset: Preset) -> Trouble:
    needed = figure.height * MM_PER_UNIT + 2 * preset.margin
    return Trouble(
        f"the figure does not fit into a height of {height:g} mm",
        f"at a width of {width:g} mm it needs {needed:.1f} mm",
        "allow it more height, more width, or smaller text",
    )
