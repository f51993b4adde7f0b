"""Shapes of the figures' vocabulary: bars of features, signs of sites and variants, brackets of bonds."""

import math
from collections.abc import Callable

from atlasview.figures.marks import Circle, Line, Paint, Polygon, Rect, Shape
from atlasview.figures.palette import Ink, data_number, plain

Glyph = Callable[[float, float, float, Paint], Shape]

BRACKET_WIDTH = 1.6
_OPEN_WIDTH = 1.4
_TINY = 7.0


def bar(
    x: float, y: float, width: float, height: float, ink: Ink, shape: str = "bar", unit: float = 1.0
) -> tuple[Shape, ...]:
    """A feature that extends over residues, filling the box in the manner of its shape.

    unit  length of a pixel of the design, here and below: what outlines and corners are multiplied with
    """
    if shape == "thin-bar":
        y, height = y + height * 0.32, height * 0.36
    if shape == "open-bar":
        return (_box(x, y, width, height, Paint(stroke=ink.strong, width=unit), 2 * unit),)
    if width < _TINY * unit:
        return (Rect(x, y, width, height, plain(ink.strong)),)
    radius = {"rounded-bar": 3.0, "square-bar": 0.0}.get(shape, 2.0) * unit
    return (_box(x, y, width, height, ink.paint(unit), min(radius, width / 3, height / 3)),)


def sign(shape: str, x: float, y: float, radius: float, ink: Ink, unit: float = 1.0) -> tuple[Shape, ...]:
    """A feature of one residue: the shape round a centre, about as large as a circle of that radius.

    A shape named `open-...` is drawn in outline whatever its ink is.
    """
    name = shape.removeprefix("open-")
    is_open = ink.fill is None or name != shape
    fill, outline = (None, ink.outline or ink.strong) if is_open else (ink.fill, ink.outline)
    width = (_OPEN_WIDTH if is_open else 1.0) * unit
    paint = Paint(fill=fill, stroke=outline, width=width)
    return (_SIGNS.get(name, _circle)(x, y, radius - (width / 2 if outline else 0.0), paint),)


def bracket(x1: float, x2: float, top: float, depth: float, ink: Ink, unit: float = 1.0) -> tuple[Shape, ...]:
    """A bond between two places, hanging below `top`; one place alone hangs open: its partner is elsewhere."""
    paint = Paint(stroke=ink.strong, width=BRACKET_WIDTH * unit)
    if x1 == x2:
        foot = depth * 0.5
        return (Line(x1, top, x1, top + depth, paint), Line(x1 - foot, top + depth, x1 + foot, top + depth, paint))
    corners = ((x1, top), (x1, top + depth), (x2, top + depth), (x2, top))
    return (Polygon(corners, paint, closed=False),)


def structure(
    shape: str, x: float, y: float, width: float, height: float, ink: Ink, unit: float = 1.0
) -> tuple[Shape, ...]:
    """Secondary structure in a box: helix as a capsule, strand as an arrow, turn as a dot."""
    if shape == "capsule":
        return (_box(x, y, width, height, Paint(stroke=ink.strong, width=1.4 * unit), min(width, height) / 2),)
    if shape == "dot":
        return (Circle(x + width / 2, y + height / 2, height * 0.22, ink.paint()),)
    head = min(width, height * 0.7)
    shaft, middle, low = x + width - head, y + height / 2, height * 0.28
    outline = (
        (x, middle - low),
        (shaft, middle - low),
        (shaft, y),
        (x + width, middle),
        (shaft, y + height),
        (shaft, middle + low),
        (x, middle + low),
    )
    return (Polygon(outline if width > head else outline[2:5], ink.paint()),)


def swatch(shape: str, ink: Ink, x: float, y: float, side: float, unit: float = 1.0) -> tuple[Shape, ...]:
    """The shape as a legend shows it, in a square box."""
    middle = y + side / 2
    if shape == "bracket":
        half = BRACKET_WIDTH * unit / 2
        return bracket(x + half, x + side - half, middle - side * 0.25, side * 0.45, ink, unit)
    if shape in ("capsule", "arrow", "dot"):
        return structure(shape, x, y + side * 0.15, side, side * 0.7, ink, unit)
    if shape in _PATTERNS:
        return (_box(x, y, side, side, _PATTERNS[shape](ink, unit), 0.0),)
    if shape == "threshold-tick":
        return (Rect(x + side / 2 - unit, y - side * 0.1, 2 * unit, side * 1.2, Paint(fill=ink.strong)),)
    if shape == "dashed-line":
        return (Line(x, middle, x + side, middle, dashed_line(ink.strong, unit)),)
    if shape == "open-bar":
        return bar(x, y + side * 0.15, side, side * 0.7, ink, shape, unit)
    if shape.endswith("bar"):
        return bar(x, y, side, side, ink, shape, unit)
    return sign(shape, x + side / 2, middle, side * 0.42, ink, unit)


def pale(ink: Ink, unit: float = 1.0) -> Paint:
    """Below its threshold: pale, with an outline in the full colour."""
    return Paint(fill=ink.strong, opacity=data_number("below-threshold-alpha"), stroke=ink.strong, width=unit)


def unreplicated(ink: Ink, unit: float = 1.0) -> Paint:
    """Not replicated: no fill, dashed outline."""
    return Paint(stroke=ink.strong, width=1.5 * unit, dash=(3.0 * unit, 2.0 * unit))


def hatched(colour: str) -> Paint:
    """Not measured: lines at 45 degrees."""
    return Paint(fill=colour, hatch=True)


def dashed_line(colour: str, unit: float = 1.0) -> Paint:
    """The common line of a chart."""
    return Paint(stroke=colour, width=1.2 * unit, dash=(5.0 * unit, 3.0 * unit))


def _box(x: float, y: float, width: float, height: float, paint: Paint, radius: float) -> Rect:
    """A rectangle whose outline lies inside the box, so that it stays sharp and covers no neighbour."""
    inset = min(paint.width / 2 if paint.stroke else 0.0, width / 2, height / 2)
    return Rect(x + inset, y + inset, width - 2 * inset, height - 2 * inset, paint, radius)


def _circle(x: float, y: float, radius: float, paint: Paint) -> Shape:
    return Circle(x, y, radius, paint)


def _regular(corners: int, turn: float, size: float = 1.0) -> Glyph:
    def draw(x: float, y: float, radius: float, paint: Paint) -> Shape:
        steps = (turn + 2 * math.pi * i / corners for i in range(corners))
        reach = radius * size
        points = tuple((x + reach * math.cos(angle), y + reach * math.sin(angle)) for angle in steps)
        return Polygon(points, paint)

    return draw


def _star(x: float, y: float, radius: float, paint: Paint) -> Shape:
    reaches = (radius * 1.3 if i % 2 == 0 else radius * 0.55 for i in range(10))
    steps = ((reach, -math.pi / 2 + math.pi * i / 5) for i, reach in enumerate(reaches))
    return Polygon(tuple((x + r * math.cos(angle), y + r * math.sin(angle)) for r, angle in steps), paint)


def _triangle(direction: int) -> Glyph:
    def draw(x: float, y: float, radius: float, paint: Paint) -> Shape:
        tip, base = y - direction * radius * 1.15, y + direction * radius * 0.85
        return Polygon(((x, tip), (x + radius * 1.15, base), (x - radius * 1.15, base)), paint)

    return draw


def _square(x: float, y: float, radius: float, paint: Paint) -> Shape:
    half = radius * 0.9
    return Rect(x - half, y - half, 2 * half, 2 * half, paint)


_PATTERNS: dict[str, Callable[[Ink, float], Paint]] = {
    "pale": pale,
    "unreplicated": unreplicated,
    "hatch": lambda ink, _unit: hatched(ink.strong),
}
_SIGNS: dict[str, Glyph] = {
    "circle": _circle,
    "circle-dashed-stem": _circle,
    "hexagon": _regular(6, math.pi / 6, 1.08),
    "diamond": _regular(4, 0.0, 1.25),
    "triangle-up": _triangle(1),
    "triangle-down": _triangle(-1),
    "square": _square,
    "star": _star,
}
