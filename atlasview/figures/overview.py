"""The whole protein in small, over zoomed tracks."""

from atlasview.figures.domain_bars import Bar, arranged
from atlasview.figures.glyphs import bar
from atlasview.figures.isoforms import Shown
from atlasview.figures.marks import Line, Mark, Paint, Rect, Shape
from atlasview.figures.palette import mix, neutral
from atlasview.figures.scale import Scale
from atlasview.figures.style import FigureStyle

_BAR = 13.0
_TICKS = frozenset({"CARBOHYD", "DISULFID", "MOD_RES", "ACT_SITE", "LIPID"})


def overview_bars(view: Shown) -> list[Bar]:
    """The bars of the first line of the whole protein's domain diagram, hosts before the guests over them."""
    bars, _ = arranged(view, Scale(1.0, max(view.length, 1), 0.0, 1.0))
    return sorted((each for each in bars if each.lane == 0), key=lambda each: (each.start - each.end, each.start))


def overview_marks(
    view: Shown, bars: list[Bar], scale: Scale, top: float, height: float, style: FigureStyle
) -> list[Mark]:
    """The chain's line, the bars without names, and ticks for sites, in one row."""
    unit = style.unit
    middle = top + height * 0.58
    line = Rect(scale.left, middle - 2 * unit, scale.width, 4 * unit, Paint(fill=mix(neutral(), style.ground, 0.45)))
    shapes: list[Shape] = [line]
    for each in bars:
        x, width = scale.box(each.start, each.end, 1.5 * unit)
        shape = "bar" if each.kind.shape != "open-bar" else "open-bar"
        shapes += bar(x, middle - _BAR / 2 * unit, width, _BAR * unit, each.kind.ink, shape, unit)
    ticks = {each.start for each in view.placed if each.feature.type in _TICKS}
    paint = Paint(stroke=style.muted, width=unit)
    columns = sorted({round(scale.middle(position)) for position in ticks})
    shapes += (Line(x + 0.5, top + 2 * unit, x + 0.5, top + 6 * unit, paint) for x in columns)
    return [Mark("overview", tuple(shapes))]
