"""Marks: what a figure is made of, in plain numbers.

One unit is a device-independent pixel on the screen and a point (1/72 inch) in a file.
x grows to the right, y downwards; a text's y is its baseline. Colours are `#RRGGBB`.
Shapes and marks are named tuples: a frame makes thousands of them, and frozen dataclasses take three times as long.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

Measure = Callable[[str, float, int], float]
"""Width of a text: (text, size in units, weight 400/600/700) -> units."""


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is filled and outlined; None leaves that part out.

    opacity  of the fill; the outline is always opaque
    hatch    45 degree lines in the fill's colour instead of a fill
    """

    fill: str | None = None
    opacity: float = 1.0
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    hatch: bool = False


class Rect(NamedTuple):
    """A rectangle, with rounded corners where radius > 0."""

    x: float
    y: float
    width: float
    height: float
    paint: Paint
    radius: float = 0.0


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    paint: Paint


class Polygon(NamedTuple):
    """Straight lines through points; `closed` joins the last to the first and allows a fill."""

    points: tuple[tuple[float, float], ...]
    paint: Paint
    closed: bool = True


class Circle(NamedTuple):
    """A circle by its centre."""

    x: float
    y: float
    radius: float
    paint: Paint


class Text(NamedTuple):
    """A line of text; anchor is `start`, `middle` or `end` of x; weight 400, 600 or 700."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    weight: int = 400
    anchor: str = "start"
    italic: bool = False


Shape = Rect | Line | Polygon | Circle | Text


class Mark(NamedTuple):
    """A named group of shapes that stand for one thing.

    name    unique in its figure, for files (`domain-fn3-1`)
    target  what it stands for, for hover and click: `feature:7`, `cell:CL:0002038`, empty for decoration
    hint    lines of the hover card and of the screen reader, empty for decoration
    """

    name: str
    shapes: tuple[Shape, ...]
    target: str = ""
    hint: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A finished drawing. `description` is the spoken text; marks are in drawing order.

    left_out  names of things that found no room: neither the drawing nor its legend says them
    amounts   fills are amounts on one scale with a key, not classes that have to be told apart
    """

    width: float
    height: float
    title: str
    description: str
    marks: tuple[Mark, ...]
    left_out: tuple[str, ...] = ()
    amounts: bool = False

    def shapes(self) -> Iterator[Shape]:
        """Every shape in drawing order."""
        for mark in self.marks:
            yield from mark.shapes


def bounds(shape: Shape) -> tuple[float, float, float, float] | None:
    """(left, top, right, bottom) of a shape; None for text, whose width only a painter knows."""
    match shape:
        case Rect(x, y, width, height):
            return x, y, x + width, y + height
        case Line(x1, y1, x2, y2):
            return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
        case Circle(x, y, radius):
            return x - radius, y - radius, x + radius, y + radius
        case Polygon(points):
            across, down = zip(*points, strict=True)
            return min(across), min(down), max(across), max(down)
    return None


def holds(shape: Shape, x: float, y: float, reach: float) -> bool:
    """Whether the bounds of a shape, widened by `reach`, hold a point; never those of a text."""
    box = bounds(shape)
    return box is not None and box[0] - reach <= x <= box[2] + reach and box[1] - reach <= y <= box[3] + reach
