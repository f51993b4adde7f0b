"""Hatching as plain lines: every drawing program shows them alike, which cannot be said of patterns."""

import math
from collections.abc import Sequence

from atlasview.figures.marks import Circle, Line, Polygon, Rect, Shape, Text

Point = tuple[float, float]
Segment = tuple[Point, Point]

STEP, WIDTH = 4.2, 0.8
"""Distance between two lines and their width in units, as `render.painter` draws them."""

_ROUND = 48


def hatch_lines(shape: Shape, step: float = STEP) -> tuple[Segment, ...]:
    """Rising 45 degree lines across a shape, cut at its outline; lines of neighbouring shapes continue each other."""
    outline = _outline(shape)
    if len(outline) < 3:
        return ()
    sums = [x + y for x, y in outline]
    apart = step * math.sqrt(2)
    first = math.floor(min(sums) / apart) + 1
    last = math.ceil(max(sums) / apart) - 1
    return tuple(segment for index in range(first, last + 1) for segment in _inside(outline, index * apart))


def _outline(shape: Shape) -> Sequence[Point]:
    match shape:
        case Rect(x, y, width, height):
            return (x, y), (x + width, y), (x + width, y + height), (x, y + height)
        case Polygon(points=points, closed=True):
            return points
        case Circle(x, y, radius):
            turns = [2 * math.pi * step / _ROUND for step in range(_ROUND)]
            return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]
        case Line() | Polygon() | Text():
            return ()


def _inside(outline: Sequence[Point], total: float) -> list[Segment]:
    """The parts of the line x + y = total that lie within the outline, by the even-odd rule."""
    crossings = []
    for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
        before, after = x1 + y1 - total, x2 + y2 - total
        if (before <= 0) != (after <= 0):
            share = before / (before - after)
            crossings.append((x1 + share * (x2 - x1), y1 + share * (y2 - y1)))
    crossings.sort()
    return list(zip(crossings[::2], crossings[1::2], strict=False))
