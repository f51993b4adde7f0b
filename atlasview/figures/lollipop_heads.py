"""The pins of a lollipop diagram: stem, head, number of a pin that is cut, and names without collisions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from atlasview.figures.glyphs import sign
from atlasview.figures.marks import Circle, Line, Mark, Measure, Paint, Shape, Text, bounds
from atlasview.figures.occupied import Box, Occupied
from atlasview.figures.palette import Ink, variant_ink
from atlasview.figures.residues import grouped, residue_name
from atlasview.figures.scale import Scale
from atlasview.figures.style import FigureStyle
from atlasview.figures.variant_pins import CLASSES, Pin, changes, times_seen

_RADIUS, _LEAST_RADIUS = 4.6, 2.6
_CLEAR = _RADIUS + 1.0
"""From the protein to the middle of a head, at the least."""
_BETWEEN = 0.4
"""Room on both sides of a name, in text sizes."""
_NAMED = 5
_RING = 1.7
_STAGGERED = (0.0, 0.5, 0.25, 0.75)
"""Where the stems of neighbours begin in the period of their dashes."""
_ORDER = {kind: place for place, kind in enumerate(CLASSES)}


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the protein.

    base   where stems begin; `room` units for each that the axis counts, up to `limit`
    edge   outer end of the room for names
    lift   from the base to where the axis counts from, so that the heads of low pins are clear of the protein
    """

    above: bool
    base: float
    room: float
    limit: float
    edge: float
    lift: float = 0.0

    def y(self, height: float) -> float:
        """Where a height is on this side, cut at the limit."""
        reach = self.lift + min(height, self.limit) * self.room
        return self.base - reach if self.above else self.base + reach


@dataclass(frozen=True, slots=True)
class Named:
    """What may be named on a diagram: texts, longest first, and what it covers itself: its head and its stem."""

    target: str
    texts: Callable[[], tuple[str, ...]]
    head: Box
    stem: Box


def lift_of(room: float, style: FigureStyle) -> float:
    """How far the axis has to stand from the protein where each that it counts is so many units high."""
    return max(_CLEAR * style.unit - room, 0.0)


def room_for_names(style: FigureStyle) -> float:
    """Beyond the end of the axis: the lift, which no zoom may add, half a head, and a name."""
    return (_CLEAR + _RADIUS + 1.0) * style.unit + style.small * 1.25


def head_marks(pins: Sequence[Pin], side: Side, scale: Scale, style: FigureStyle) -> list[Mark]:
    """One mark for each pin; the higher and the graver stand before the others. `pin_hint` gives their words."""
    apart = max(scale.cell * 0.9, scale.width / max(len(pins), 1) * 0.1 / style.unit)
    radius = min(_RADIUS, apart + _LEAST_RADIUS) * style.unit
    drawn = sorted(pins, key=lambda pin: (-_ORDER[pin.kind], pin.height))
    return [_head(pin, side, scale, style, radius) for pin in drawn]


def named_pins(heads: Sequence[Mark], pins: Sequence[Pin], most: int) -> tuple[list[Named], list[Box]]:
    """The highest and gravest pins of one side, and what all of them cover."""
    boxes = {mark.target: (_box(mark), _stem(mark)) for mark in heads}
    ranked = sorted(pins, key=lambda pin: (-pin.height, _ORDER[pin.kind], pin.position))[:most]
    named = [Named(pin.target, partial(pin_names, pin), *boxes[pin.target]) for pin in ranked]
    return named, [box for both in boxes.values() for box in both]


def label_marks(
    ranked: Sequence[Named],
    covered: Sequence[Box],
    side: Side,
    scale: Scale,
    style: FigureStyle,
    measure: Measure,
    most: int,
) -> list[Mark]:
    """Names of the first `most` that find a place where they cover neither a head nor another name."""
    size = style.small
    taken = Occupied(covered)
    marks: list[Mark] = []
    for one in ranked:
        if len(marks) == most:
            break
        for text in one.texts():
            spot = _spot(one, measure(text, size, 400), size, side, scale, taken)
            if spot is not None:
                taken.add((spot[0] - size * _BETWEEN, spot[1], spot[2] + size * _BETWEEN, spot[3]))
                label = Text(spot[0], spot[3] - size * 0.2, text, size, style.ink)
                marks.append(Mark(f"name-{one.target}", (label,)))
                break
    return marks


def pin_hint(pin: Pin, sequence: str) -> tuple[str, ...]:
    """At most five lines of a hover card: residue, changes, class, how often, what for."""
    named = changes(pin)
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    seen = times_seen(pin.variants)
    number = len(pin.variants)
    counts = f"{grouped(number)} record{'s' if number > 1 else ''}"
    if seen is not None:
        counts += f", seen {grouped(seen)} times"
    notes = list(dict.fromkeys(variant.note for variant in pin.variants if variant.note))
    lines = [
        residue_name(sequence, pin.position),
        ", ".join(named[:_NAMED]) + more,
        f"{CLASSES[pin.kind]} · {counts}",
        notes[0][:96] if notes else "",
    ]
    return tuple(line for line in lines if line)


def _head(pin: Pin, side: Side, scale: Scale, style: FigureStyle, radius: float) -> Mark:
    x, y = scale.middle(pin.position), side.y(pin.height)
    ink = _head_ink(pin.kind, style.ground)
    stem = _stem_paint(pin.kind, style.axis, style.unit)
    shapes: list[Shape] = [Line(x, _root(pin, side, sum(stem.dash)), x, y, stem)]
    if pin.hot:
        shapes.append(Circle(x, y, radius + _RING * style.unit, _ring_paint(style.ground, style.ink, style.unit)))
    shapes += sign(ink.shape, x, y, radius, ink, style.unit)
    if pin.height > side.limit:
        shapes += broken(x, (side.base + y) / 2, style)
    return Mark(f"pin-{pin.position}-{'above' if pin.above else 'below'}", tuple(shapes), pin.target)


def _root(pin: Pin, side: Side, period: float) -> float:
    """Where a stem begins: dashes of neighbours are staggered, since in rows they would look like lines across."""
    late = _STAGGERED[pin.position % len(_STAGGERED)] * period
    return side.base - late if side.above else side.base + late


@cache
def _head_ink(kind: str, ground: str) -> Ink:
    """An open head hides its own stem."""
    ink = variant_ink(kind)
    return ink if ink.fill is not None else Ink(ground, ink.outline, ink.on, ink.shape)


@cache
def _ring_paint(ground: str, ink: str, unit: float) -> Paint:
    return Paint(fill=ground, stroke=ink, width=0.9 * unit)


@cache
def _stem_paint(kind: str, colour: str, unit: float) -> Paint:
    dashed = kind == "somatic-count-unknown"
    return Paint(stroke=colour, width=min(1.0, unit), dash=(2 * unit, 2 * unit) if dashed else ())


def broken(x: float, y: float, style: FigureStyle) -> list[Shape]:
    """Two strokes across a stem that is shorter than its number."""
    reach, unit = 3.0 * style.unit, style.unit
    paint = Paint(stroke=style.ink, width=unit)
    return [
        Line(x - reach, y + shift + reach / 2, x + reach, y + shift - reach / 2, paint)
        for shift in (-unit * 2, unit * 2)
    ]


def pin_names(pin: Pin) -> tuple[str, ...]:
    """Texts for a pin, longest first."""
    named = changes(pin)
    residue = f"{pin.letter}{pin.position}"
    if len(named) == 1 and named[0] != str(pin.position):
        return (named[0], residue) if len(named[0]) < 12 else (residue,)
    alternatives = [change.removeprefix(residue) for change in named]
    if len(named) <= 3 and all(len(each) == 1 and not each.isdigit() for each in alternatives):
        return (residue + "/".join(alternatives), residue)
    return (residue,)


def _spot(one: Named, width: float, size: float, side: Side, scale: Scale, taken: Occupied) -> Box | None:
    """A box for a name beyond the head, else beside it, that is free and inside of the figure."""
    left, top, right, bottom = one.head
    gap = size * 0.25
    middle = (left + right) / 2
    low, high = scale.left, scale.left + scale.width - width
    beyond = top - gap - size if side.above else bottom + gap
    level = (top + bottom) / 2 - size / 2
    clear = gap * 1.5  # beyond a name beside its head, so that it does not seem to be that of the next one
    places = ((middle - width / 2, beyond, 0.0, 0.0), (right + gap, level, 0.0, clear))
    for x, y, before, after in (*places, (left - gap - width, level, clear, 0.0)):
        place = min(max(x, low), high) if y == beyond else x
        box = (place, y, place + width, y + size)
        wide = (place - before, y, place + width + after, y + size)
        across = scale.left <= place <= high + 1e-6
        down = side.edge <= y <= side.base - size if side.above else side.base <= y <= side.edge - size
        if across and down and taken.is_free(wide, gap / 2, (one.head, one.stem)):
            return box
    return None


def _stem(mark: Mark) -> Box:
    found = bounds(mark.shapes[0])
    assert found is not None
    return found


def _box(mark: Mark) -> Box:
    """The box of a pin's head: its last shape that is no stroke across the stem."""
    head = next(shape for shape in mark.shapes[1:] if not isinstance(shape, Line))
    found = bounds(head)
    assert found is not None
    return found
