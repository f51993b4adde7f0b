"""Genes by their scores in two cell types: points, the line of equality, and names of those farthest from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from atlasview.figures.glyphs import dashed_line
from atlasview.figures.marks import Circle, Figure, Line, Mark, Measure, Paint, Shape, Text
from atlasview.figures.palette import bar_ink
from atlasview.figures.residues import grouped
from atlasview.figures.scatter_lists import Room, difference_lists
from atlasview.figures.scatter_pair import Axes, Pair
from atlasview.figures.sheet import Sheet
from atlasview.figures.style import FigureStyle
from atlasview.figures.ticks import number, value_axis

TARGET = "gene:"
_NAMED = 24
_MOST_HEIGHT = 460.0
_LEAST_HEIGHT = 160.0
_FIXED = {"prs": (0.0, 100.0), "delta": (-1.0, 1.0)}

Box = tuple[float, float, float, float]


def scatter_figure(
    pairs: Sequence[Pair],
    axes: Axes,
    width: float,
    style: FigureStyle,
    measure: Measure,
    selected: str = "",
    source: str = "",
    title: str = "",
    remark: str = "",
) -> Figure:
    """Points of the genes that have both values; beside them, where there is room, lists of those that differ most.

    title, source  drawn where the style asks for furniture; `remark` is what is to be kept in mind of the values
    Names stand at the genes that differ most, at one of eight places where they touch neither another name nor a point
    that has one; a gene without such a place keeps its name for the hover card.
    """
    known = [pair for pair in pairs if pair.here is not None and pair.there is not None]
    chart = _Scatter(known, axes, width, style, measure, selected)
    if style.furniture and title and "title" not in style.without:
        chart.title(title)
    if known:
        chart.draw()
    else:
        chart.words("nothing", "No gene has a value in both cell types.")
    chart.say_missing(len(pairs) - len(known))
    if remark:
        chart.words("remark", remark)
    if style.furniture and source and "source" not in style.without:
        chart.words("source", source)
    words = spoken(known, axes.across, axes.down)
    return Figure(width, chart.y, title or f"{axes.across} and {axes.down}", words, tuple(chart.marks), amounts=True)


def spoken(pairs: Sequence[Pair], across: str, down: str) -> str:
    """The chart in a sentence for a screen reader."""
    ordered = sorted(pairs, key=lambda pair: -pair.apart)
    here = ", ".join(pair.symbol for pair in ordered[:4] if pair.apart > 0)
    there = ", ".join(pair.symbol for pair in reversed(ordered[-4:]) if pair.apart < 0)
    higher = f"higher in the first: {here or 'none'}; in the second: {there or 'none'}"
    return f"{_genes(len(pairs))}, {across} against {down}; {higher}."


def _genes(count: int) -> str:
    return f"{grouped(count)} gene{'' if count == 1 else 's'}"


@dataclass(slots=True)
class _Frame:
    left: float
    top: float
    width: float
    height: float
    low: float
    high: float
    ticks: list[float] = field(default_factory=list)

    def x(self, value: float) -> float:
        return self.left + (value - self.low) / (self.high - self.low) * self.width

    def y(self, value: float) -> float:
        return self.top + self.height - (value - self.low) / (self.high - self.low) * self.height


class _Scatter(Sheet):
    def __init__(
        self, pairs: list[Pair], axes: Axes, width: float, style: FigureStyle, measure: Measure, selected: str
    ) -> None:
        super().__init__(width, style, measure)
        self.pairs, self.axes, self.selected = pairs, axes, selected

    def say_missing(self, count: int) -> None:
        """How many genes have one value only."""
        if count:
            self.y += self.style.gap
            words = f"{_genes(count)} with a value in one of the two only, not drawn; missing is not zero."
            self.words("missing", words)

    def draw(self) -> None:
        """Frame, points, names, lists."""
        frame = self._frame()
        self.marks.append(Mark("grid", tuple(self._grid(frame))))
        radius = 3.2 * self.style.unit
        for place, pair in enumerate(self.pairs):
            self.marks.append(self._point(pair, place, frame, radius))
        self.marks.append(Mark("names", tuple(self._names(frame, radius))))
        self.marks.append(Mark("lists", self._lists(frame)))
        size, style = self.style.small, self.style
        self.y = frame.top + frame.height + size * 1.5
        labels = [Text(frame.x(tick), self.y, number(tick), size, style.muted, anchor="middle") for tick in frame.ticks]
        self.marks.append(Mark("axis", tuple(labels)))
        self.y += size * 0.4
        self.words("across", self.axes.across)

    def _frame(self) -> _Frame:
        style, size = self.style, self.style.small
        values = [value for pair in self.pairs for value in (pair.here, pair.there) if value is not None]
        low, high = _FIXED.get(self.axes.metric, (min(0.0, *values), max(0.0, *values)))
        low, high, ticks = value_axis(low, high, 8)
        label = max(self.measure(number(tick), size, 400) for tick in ticks)
        self.words("down", self.axes.down)
        left, top = label + size, self.y + size
        wanted = min(self.width - left - size, _MOST_HEIGHT * style.unit)
        side = max(wanted - style.shorter, min(wanted, _LEAST_HEIGHT * style.unit))
        return _Frame(left, top, side, side, low, high, ticks)

    def _grid(self, frame: _Frame) -> Iterator[Shape]:
        style, size = self.style, self.style.small
        hair = min(1.0, style.unit)
        end = frame.top + frame.height
        for tick in frame.ticks:
            paint = Paint(stroke=style.axis if tick == 0 else style.hairline, width=hair)
            x, y = frame.x(tick), frame.y(tick)
            yield Line(x, frame.top, x, end, paint)
            yield Line(frame.left, y, frame.left + frame.width, y, paint)
            yield Text(frame.left - size * 0.5, y + size * 0.36, number(tick), size, style.muted, anchor="end")
        corner = (frame.x(frame.low), frame.y(frame.low), frame.x(frame.high), frame.y(frame.high))
        yield Line(*corner, dashed_line(style.muted, style.unit))

    def _point(self, pair: Pair, place: int, frame: _Frame, radius: float) -> Mark:
        target = f"{TARGET}{pair.id}"
        chosen = target == self.selected
        x, y = frame.x(pair.here or 0.0), frame.y(pair.there or 0.0)
        paint = Paint(fill=bar_ink().strong, stroke=self.style.ink if chosen else self.style.ground, width=0.8)
        hint = (pair.symbol, f"{number(pair.here or 0.0, 2)} here, {number(pair.there or 0.0, 2)} there")
        return Mark(f"point-{place}", (Circle(x, y, radius * (1.6 if chosen else 1.0), paint),), target, hint)

    def _lists(self, frame: _Frame) -> tuple[Shape, ...]:
        left = frame.left + frame.width + 3 * self.style.small
        room = Room(left, frame.top, self.width - left, frame.height)
        chosen = self.selected.removeprefix(TARGET)
        return difference_lists(self.pairs, self.axes, room, self.style, self.measure, chosen)

    def _names(self, frame: _Frame, radius: float) -> Iterator[Shape]:
        """Names of the genes that differ most, the farthest first, none over another."""
        apart = sorted(self.pairs, key=lambda pair: (f"{TARGET}{pair.id}" != self.selected, -abs(pair.apart)))
        chosen = [pair for pair in apart[:_NAMED] if pair.apart or f"{TARGET}{pair.id}" == self.selected]
        taken: list[Box] = []
        for pair in chosen:
            x, y = frame.x(pair.here or 0.0), frame.y(pair.there or 0.0)
            taken.append((x - radius, y - radius, x + radius, y + radius))
        for own, pair in enumerate(chosen):
            x, y = frame.x(pair.here or 0.0), frame.y(pair.there or 0.0)
            for box in self._places(pair.symbol, x, y, radius):
                if _inside(box, frame) and not any(_touch(box, other) for n, other in enumerate(taken) if n != own):
                    taken.append(box)
                    size = self.style.small
                    yield Text(box[0], box[3] - size * 0.25, pair.symbol, size, self.style.ink)
                    break

    def _places(self, text: str, x: float, y: float, radius: float) -> Iterator[Box]:
        """Right, left, above, below, then the corners."""
        size = self.style.small
        wide, high, gap = self.measure(text, size, 400), size * 1.15, radius + self.style.unit
        for step_x, step_y in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1)):
            left = x + gap if step_x > 0 else x - gap - wide if step_x < 0 else x - wide / 2
            top = y - high / 2 + step_y * (high / 2 + gap)
            yield left, top, left + wide, top + high


def _inside(box: Box, frame: _Frame) -> bool:
    right, bottom = frame.left + frame.width, frame.top + frame.height
    return box[0] >= frame.left and box[2] <= right and box[1] >= frame.top and box[3] <= bottom


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
