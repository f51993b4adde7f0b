"""Beside a scatter of two cell types: the genes that differ most with both values, in the room that a square leaves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atlasview.figures.lettering import LINE, wrapped
from atlasview.figures.marks import Measure, Shape, Text
from atlasview.figures.residues import grouped
from atlasview.figures.scatter_pair import Axes, Pair
from atlasview.figures.style import FigureStyle
from atlasview.figures.ticks import number

_HEAD_LINES = 2
_FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Room:
    """Where the lists may stand, in units of the figure."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _List:
    head: str
    pairs: list[Pair]


def difference_lists(
    pairs: Sequence[Pair], axes: Axes, room: Room, style: FigureStyle, measure: Measure, selected: str = ""
) -> tuple[Shape, ...]:
    """Genes that are higher in the one, and those that are higher in the other, the farthest from equality first.

    pairs     with both values
    selected  identifier of the gene that is written bold
    The two lists stand beside each other where both fit, else over each other; nothing is drawn where not even one
    fits, and a list that is cut says how many genes more it has.
    """
    apart = sorted((pair for pair in pairs if pair.apart), key=lambda pair: -abs(pair.apart))
    lists = (
        _List(f"Higher in {axes.there}", [pair for pair in apart if pair.apart < 0]),
        _List(f"Higher in {axes.here}", [pair for pair in apart if pair.apart > 0]),
    )
    shown = [one for one in lists if one.pairs]
    table = _Table(apart, style, measure, selected)
    if not shown or room.width < table.width or room.height < len(shown) * table.least:
        return ()
    gap = 3 * style.small
    each = (room.width - gap * (len(shown) - 1)) / len(shown)
    if each >= table.width:
        boxes = [Room(room.left + at * (each + gap), room.top, each, room.height) for at in range(len(shown))]
    else:
        boxes = list(_stacked(room, shown, table.line))
    return tuple(shape for one, box in zip(shown, boxes, strict=True) for shape in table.draw(one, box))


def _stacked(room: Room, shown: Sequence[_List], line: float) -> Iterator[Room]:
    """One over the other; a short list leaves its height to the long one."""
    wanted = [(len(one.pairs) + _HEAD_LINES + 2) * line for one in shown]
    first = wanted[0]
    if len(shown) > 1:
        first = min(first, max(room.height / 2, room.height - wanted[1]))
    yield Room(room.left, room.top, room.width, min(first, room.height))
    if len(shown) > 1:
        yield Room(room.left, room.top + first, room.width, room.height - first)


class _Table:
    """Columns of all lists alike: the gene, its value across, its value down."""

    def __init__(self, pairs: Sequence[Pair], style: FigureStyle, measure: Measure, selected: str) -> None:
        self.style, self.measure, self.selected = style, measure, selected
        size = style.small
        texts = [number(value, 2) for pair in pairs for value in (pair.here, pair.there) if value is not None]
        self.symbol = max((measure(pair.symbol, size, 600) for pair in pairs), default=0.0)
        self.value = max((measure(text, size, 600) for text in texts), default=0.0)
        self.width = self.symbol + 2 * (self.value + 1.5 * size)
        self.line = size * LINE * 1.15
        self.least = (_HEAD_LINES + 1 + _FEWEST_ROWS) * self.line

    def draw(self, one: _List, box: Room) -> Iterator[Shape]:
        """Head, names of the columns, rows."""
        style, size = self.style, self.style.small
        y = box.top + size
        for line in _cut(wrapped(one.head, box.width, size, self.measure, 600), box.width, size, self.measure):
            yield Text(box.left, y, line, size, style.ink, 600)
            y += self.line
        ends = self._ends(box)
        for sign, end in zip("→↑", ends, strict=True):
            yield Text(end, y, sign, size, style.muted, anchor="end")
        rows = int((box.top + box.height - y) / self.line)
        cut = len(one.pairs) > rows
        for pair in one.pairs[: rows - cut]:
            y += self.line
            yield from self._row(pair, box.left, y, ends)
        if cut:
            more = f"and {grouped(len(one.pairs) - rows + 1)} more"
            yield Text(box.left, y + self.line, more, size, style.muted)

    def _ends(self, box: Room) -> tuple[float, float]:
        step = self.value + 1.5 * self.style.small
        return box.left + self.symbol + step, box.left + self.symbol + 2 * step

    def _row(self, pair: Pair, left: float, y: float, ends: tuple[float, float]) -> Iterator[Shape]:
        style, size = self.style, self.style.small
        weight = 600 if pair.id == self.selected else 400
        yield Text(left, y, pair.symbol, size, style.ink, weight)
        for value, end in zip((pair.here, pair.there), ends, strict=True):
            yield Text(end, y, number(value or 0.0, 2), size, style.ink, weight, anchor="end")


def _cut(lines: list[str], room: float, size: float, measure: Measure) -> list[str]:
    """At most two lines; the second one ends with an ellipsis where words are left out."""
    if len(lines) <= _HEAD_LINES:
        return lines
    last = lines[_HEAD_LINES - 1]
    while last and measure(f"{last}…", size, 600) > room:
        last = last[:-1]
    return [*lines[: _HEAD_LINES - 1], f"{last}…"]
