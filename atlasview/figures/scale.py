"""From residues to units along a line: each residue is a cell of equal width."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from atlasview.figures.marks import Measure, Shape, Text
from atlasview.figures.residues import grouped
from atlasview.figures.style import FigureStyle
from atlasview.figures.ticks import residue_ticks
from atlasview.records.place import Residues


@dataclass(frozen=True, slots=True)
class Scale:
    """Residues first..last (1-based closed, as floats while zooming) on the units from `left` on, `width` wide.

    cell  width of a residue
    """

    first: float
    last: float
    left: float
    width: float
    cell: float = field(init=False)

    def __post_init__(self) -> None:
        # Asked for a thousand times in a frame.
        object.__setattr__(self, "cell", self.width / (self.last - self.first + 1))

    def edge(self, residue: float) -> float:
        """Where a residue begins; `edge(end + 1)` is where `end` ends."""
        return self.left + (residue - self.first) * self.cell

    def middle(self, residue: float) -> float:
        """The middle of a residue's cell."""
        return self.left + (residue - self.first + 0.5) * self.cell

    def box(self, start: float, end: float, least: float = 0.0) -> tuple[float, float]:
        """Left end and width of residues start..end cut at the window, at least `least` wide and inside it."""
        left, right = self.left, self.left + self.width
        low = max(left + (start - self.first) * self.cell, left)
        high = min(left + (end + 1 - self.first) * self.cell, right)
        if high - low < least:
            low = min(max((low + high - least) / 2, left), right - least)
            high = low + least
        return low, high - low

    def holds(self, start: float, end: float) -> bool:
        """Whether any of residues start..end is in the window."""
        return start <= self.last and end >= self.first

    def residue_at(self, x: float) -> float:
        """Residue, with its fraction, under a place; not cut at the window."""
        return self.first + (x - self.left) / self.cell


def whole(length: int, left: float, width: float, residues: Residues | None = None) -> Scale:
    """The scale of a whole sequence, or of a part of it, cut at the sequence's end."""
    first, last = (residues.start, residues.end) if residues else (1, max(length, 1))
    last = min(last, max(length, 1))
    return Scale(min(first, last), last, left, width)


def ruler(scale: Scale, y: float, style: FigureStyle, measure: Measure, dense: bool = False) -> tuple[Shape, ...]:
    """Numbers of residues under a line: both ends, and round ones between, of which `dense` gives more."""
    size = style.small
    first, last = round(scale.first), round(scale.last)
    shapes: list[Shape] = []

    def room(number: int) -> int:
        return int(scale.width / (measure(grouped(number), size, 400) * (2.2 if dense else 3.6) + size * 2.0))

    ends: Sequence[tuple[int, str]] = [(first, "start"), (last, "end")] if last > first else [(first, "start")]
    taken = [_extent(scale, number, anchor, size, measure) for number, anchor in ends]
    if len(taken) > 1 and taken[0][1] + size / 2 > taken[1][0]:
        ends, taken = ends[:1], taken[:1]
    shown = [(number, anchor) for number, anchor in ends]
    for tick in residue_ticks(first, last, room):
        low, high = _extent(scale, tick, "middle", size, measure)
        if all(high + size < other[0] or low > other[1] + size for other in taken):
            shown.append((tick, "middle"))
    for number, anchor in sorted(shown):
        x = _anchored(scale, number, anchor)
        shapes.append(Text(x, y + size, grouped(number), size, style.muted, anchor=anchor))
    return tuple(shapes)


def _anchored(scale: Scale, number: int, anchor: str) -> float:
    if anchor == "middle":
        return scale.middle(number)
    return scale.left if anchor == "start" else scale.left + scale.width


def _extent(scale: Scale, number: int, anchor: str, size: float, measure: Measure) -> tuple[float, float]:
    x, width = _anchored(scale, number, anchor), measure(grouped(number), size, 400)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return left, left + width
