"""The pins of a lollipop diagram: stem, head, number of a pin that is cut, and names without collisions."""

from collections.abc import Sequence
from dataclasses import dataclass

from atlasview.figures.glyphs import sign
from atlasview.figures.marks import Circle, Line, Mark, Measure, Paint, Shape, Text, bounds
from atlasview.figures.palette import variant_ink
from atlasview.figures.residues import grouped, residue_name
from atlasview.figures.scale import Scale
from atlasview.figures.style import FigureStyle
from atlasview.figures.variant_pins import CLASSES, Pin, changes, times_seen

_RADIUS, _LEAST_RADIUS = 4.6, 2.6
_RING = 1.7
_NAMED = 5

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the protein.

    base   where stems begin; `room` units for each that the axis counts, up to `limit`
    edge   outer end of the room for names
    """

    above: bool
    base: float
    room: float
    limit: float
    edge: float

    def y(self, height: float) -> float:
        """Where a height is on this side, cut at the limit."""
        reach = min(height, self.limit) * self.room
        return self.base - reach if self.above else self.base + reach


def head_marks(pins: Sequence[Pin], side: Side, scale: Scale, style: FigureStyle, sequence: str) -> list[Mark]:
    """One mark for each pin; the higher and the graver stand before the others."""
    radius = max(_LEAST_RADIUS, min(_RADIUS, 0.9 * scale.cell + _LEAST_RADIUS)) * style.unit
    order = list(CLASSES)
    drawn = sorted(pins, key=lambda pin: (-order.index(pin.kind), pin.height))
    return [_head(pin, side, scale, style, radius, sequence) for pin in drawn]


def label_marks(
    heads: Sequence[Mark],
    pins: Sequence[Pin],
    side: Side,
    scale: Scale,
    style: FigureStyle,
    measure: Measure,
    most: int,
) -> list[Mark]:
    """Names of the highest pins where they cover neither a head nor another name."""
    size = style.small
    own = {pin.target: pin for pin in pins if pin.above is side.above}
    boxes = {mark.target: _box(mark) for mark in heads}
    stems = {mark.target: _stem(mark) for mark in heads}
    order = list(CLASSES)
    ranked = sorted(own.values(), key=lambda pin: (-pin.height, order.index(pin.kind), pin.position))
    taken: list[Box] = []
    marks: list[Mark] = []
    for pin in ranked[: most * 3]:
        if len(marks) == most:
            break
        others = [box for own_boxes in (boxes, stems) for target, box in own_boxes.items() if target != pin.target]
        for text in _names(pin):
            width = measure(text, size, 400)
            spot = _spot(boxes[pin.target], width, size, side, scale, [*others, *taken])
            if spot is not None:
                taken.append(spot)
                label = Text(spot[0], spot[3] - size * 0.2, text, size, style.ink)
                marks.append(Mark(f"name-{pin.target}", (label,)))
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


def _head(pin: Pin, side: Side, scale: Scale, style: FigureStyle, radius: float, sequence: str) -> Mark:
    x, y = scale.middle(pin.position), side.y(pin.height)
    ink = variant_ink(pin.kind)
    dashed = pin.kind == "somatic-count-unknown"
    stem = Paint(stroke=style.axis, width=min(1.0, style.unit), dash=(2 * style.unit, 2 * style.unit) if dashed else ())
    shapes: list[Shape] = [Line(x, side.base, x, y, stem)]
    if pin.is_hotspot:
        ring = Paint(fill=style.ground, stroke=style.ink, width=0.9 * style.unit)
        shapes.append(Circle(x, y, radius + _RING * style.unit, ring))
    if ink.fill is None:  # an open head hides its own stem
        shapes += sign(ink.shape, x, y, radius, type(ink)(style.ground, ink.outline, ink.on, ink.shape), style.unit)
    else:
        shapes += sign(ink.shape, x, y, radius, ink, style.unit)
    if pin.height > side.limit:
        shapes += _break(x, (side.base + y) / 2, style)
    hint = pin_hint(pin, sequence)
    return Mark(f"pin-{pin.position}-{'above' if pin.above else 'below'}", tuple(shapes), pin.target, hint)


def _break(x: float, y: float, style: FigureStyle) -> list[Shape]:
    """Two strokes across a stem that is shorter than its number."""
    reach, unit = 3.0 * style.unit, style.unit
    paint = Paint(stroke=style.ink, width=unit)
    return [
        Line(x - reach, y + shift + reach / 2, x + reach, y + shift - reach / 2, paint)
        for shift in (-unit * 2, unit * 2)
    ]


def _names(pin: Pin) -> tuple[str, ...]:
    """Texts for a pin, longest first."""
    named = changes(pin)
    first = named[0].split(" ")[0]
    residue = f"{first[0]}{pin.position}" if first[:1].isalpha() else str(pin.position)
    if len(named) == 1:
        return (named[0], residue) if len(named[0]) < 12 else (residue,)
    alternatives = [change.removeprefix(residue) for change in named]
    if len(named) <= 3 and all(len(each) == 1 for each in alternatives):
        return (residue + "/".join(alternatives), residue)
    return (residue,)


def _spot(head: Box, width: float, size: float, side: Side, scale: Scale, taken: Sequence[Box]) -> Box | None:
    """A box for a name beyond the head, else beside it, that is free, inside of the figure and off the protein."""
    left, top, right, bottom = head
    gap = size * 0.25
    middle = (left + right) / 2
    low, high = scale.left, scale.left + scale.width - width
    beyond = top - gap - size if side.above else bottom + gap
    level = (top + bottom) / 2 - size / 2
    for x, y in ((middle - width / 2, beyond), (right + gap, level), (left - gap - width, level)):
        place = min(max(x, low), high) if y == beyond else x
        box = (place, y, place + width, y + size)
        outer, inner = (
            (y >= side.edge, y + size <= side.base) if side.above else (y + size <= side.edge, y >= side.base)
        )
        inside = scale.left <= place <= high + 1e-6 and outer and inner
        if inside and not any(_overlap(box, other, gap / 2) for other in taken):
            return box
    return None


def _overlap(one: Box, other: Box, gap: float) -> bool:
    return not (
        one[2] + gap <= other[0] or other[2] + gap <= one[0] or one[3] + gap <= other[1] or other[3] + gap <= one[1]
    )


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
