"""Towers: where several residues share a pixel, the variants of neighbours together, class upon class."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from atlasview.figures.lollipop_heads import Named, Side, broken, pin_names
from atlasview.figures.marks import Mark, Paint, Rect, Shape
from atlasview.figures.occupied import Box
from atlasview.figures.palette import Ink, mix, plain, variant_ink
from atlasview.figures.residues import grouped, span
from atlasview.figures.scale import Scale
from atlasview.figures.style import FigureStyle
from atlasview.figures.ticks import nice_step
from atlasview.figures.variant_pins import CLASSES, Pin

TOWER = "tower:"
"""Begins the target of a tower; first and last residue follow, then the side."""

_WIDTH = 3.0
_GAP = 0.5
_APART = 6.0
_PALE, _WHITE = 0.5, "#FFFFFF"
_NOTHING = Paint()
_ORDER = {kind: place for place, kind in enumerate(CLASSES)}


@dataclass(slots=True)
class Tower:
    """The pins of residues first..last (1-based closed) on one side.

    target  what its mark stands for
    height  what the axis counts; `parts` are those of each class, in the order of CLASSES from `towers_of`
    """

    first: int
    last: int
    above: bool
    pins: list[Pin] = field(default_factory=list)
    parts: dict[str, int] = field(default_factory=dict)
    height: int = 0
    target: str = field(init=False)

    def __post_init__(self) -> None:
        self.target = f"{TOWER}{self.first}-{self.last}:{'above' if self.above else 'below'}"

    def add(self, pin: Pin) -> None:
        """One more."""
        self.pins.append(pin)
        for kind, number in pin.parts:
            self.parts[kind] = self.parts.get(kind, 0) + number
            self.height += number


def residues_of_tower(target: str) -> tuple[int, int]:
    """First and last residue of a tower by its target."""
    first, last = target.removeprefix(TOWER).partition(":")[0].split("-")
    return int(first), int(last)


def pins_between(pins: Sequence[Pin], first: float, last: float) -> Sequence[Pin]:
    """Those of pins by residue that stand in a window."""
    low = bisect_left(pins, math.ceil(first - 0.5), key=lambda pin: pin.position)
    return pins[low : bisect_right(pins, math.floor(last + 0.5), key=lambda pin: pin.position)]


def is_crowded(pins: Sequence[Pin], scale: Scale, style: FigureStyle) -> bool:
    """Whether several residues share a pixel and pins of one side would stand closer than their heads are wide."""
    if scale.cell >= style.unit:
        return False
    room = scale.width / (_APART * style.unit)
    if len(pins) <= room or len(pins) > 2 * room:
        return len(pins) > room
    above = sum(pin.above for pin in pins)
    return max(above, len(pins) - above) > room


def residues_together(scale: Scale, style: FigureStyle) -> int:
    """A round number of residues that a few pixels hold, so that towers keep their residues while the window moves."""
    return max(round(nice_step(_WIDTH * style.unit / scale.cell, 1)), 1)


def towers_of(pins: Iterable[Pin], together: int) -> list[Tower]:
    """Towers of so many residues, by residue."""
    found: dict[tuple[int, bool], Tower] = {}
    for pin in pins:
        place = (pin.position - 1) // together
        tower = found.get((place, pin.above))
        if tower is None:
            tower = found[place, pin.above] = Tower(place * together + 1, (place + 1) * together, pin.above)
        tower.add(pin)
    towers = list(found.values())
    for tower in towers:
        if len(tower.parts) > 1:
            tower.parts = {kind: tower.parts[kind] for kind in sorted(tower.parts, key=_ORDER.__getitem__)}
    return towers


def towers_between(towers: Sequence[Tower], first: float, last: float) -> Sequence[Tower]:
    """Those of towers by residue of which any residue is in a window."""
    low = bisect_left(towers, first, key=lambda tower: tower.last)
    return towers[low : bisect_right(towers, last, key=lambda tower: tower.first)]


def tower_marks(towers: Sequence[Tower], side: Side, scale: Scale, style: FigureStyle) -> list[Mark]:
    """A mark for each class, which paints it, and one for each tower, which is pointed at."""
    parts: dict[str, list[Shape]] = {kind: [] for kind in _ORDER}
    paints = {kind: plain(tower_ink(kind).strong) for kind in _ORDER}
    way = "above" if side.above else "below"
    gap, least = _GAP * style.unit, style.unit
    marks = []
    for tower in towers:
        x, width = scale.box(tower.first, tower.last)
        width = max(width - gap, least)
        whole = min(tower.height, side.limit) * side.room
        y, share = side.base, whole / tower.height
        for kind, number in tower.parts.items():
            high = share * number
            top = y - high if side.above else y
            parts[kind].append(Rect(x, top, width, high, paints[kind]))
            y = top if side.above else y + high
        shapes: tuple[Shape, ...] = (Rect(x, min(y, side.base), width, whole, _NOTHING),)
        if tower.height > side.limit:
            shapes += tuple(broken(x + width / 2, (side.base + y) / 2, style))
        marks.append(Mark(f"tower-{tower.first}-{way}", shapes, tower.target))
    return [*(Mark(f"towers-{kind}-{way}", tuple(shapes)) for kind, shapes in parts.items() if shapes), *marks]


@cache
def tower_ink(kind: str) -> Ink:
    """Of a part of a tower: full where a pin's head is filled, pale where that is open; equal on every ground."""
    ink = variant_ink(kind)
    return Ink(ink.fill or mix(ink.strong, _WHITE, _PALE), None, ink.on, "square-bar")


def named_towers(towers: Sequence[Tower], marks: Sequence[Mark], most: int) -> tuple[list[Named], list[Box]]:
    """The highest towers, and what all cover; what is named is the residue that makes up most of one."""
    boxes: dict[str, Box] = {}
    for mark in marks:
        shape = mark.shapes[0]
        if mark.target and isinstance(shape, Rect):
            boxes[mark.target] = (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
    ranked = sorted(towers, key=lambda tower: (-tower.height, tower.first))[:most]
    named = [Named(one.target, partial(_names, one), boxes[one.target], boxes[one.target]) for one in ranked]
    return named, list(boxes.values())


def tower_hint(tower: Tower) -> tuple[str, ...]:
    """At most four lines of a hover card: residues, how many, of which class, the highest of them."""
    number = sum(len(pin.variants) for pin in tower.pins)
    at = len(tower.pins)
    classes = (f"{word} {grouped(tower.parts[kind])}" for kind, word in CLASSES.items() if kind in tower.parts)
    highest = sorted(tower.pins, key=lambda pin: (-pin.height, pin.position))[:5]
    return (
        f"Residues {span(tower.first, tower.last)}",
        f"{grouped(number)} record{'s' if number > 1 else ''} at {grouped(at)} residue{'s' if at > 1 else ''}",
        ", ".join(classes),
        ", ".join(pin_names(pin)[0] for pin in highest) + (" and others" if at > len(highest) else ""),
    )


def _names(tower: Tower) -> tuple[str, ...]:
    highest = max(tower.pins, key=lambda pin: pin.height)
    return pin_names(highest) if highest.height * 2 > tower.height else ()
