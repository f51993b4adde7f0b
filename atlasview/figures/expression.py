"""The expression chart: one bar for each sample, in as many columns as the width holds, on one scale."""

from collections.abc import Iterator
from dataclasses import dataclass

from atlasview.figures.expression_columns import Piece, column_count, in_columns, pieces_of
from atlasview.figures.expression_rows import (
    Group,
    Row,
    axis_words,
    groups_of,
    hint_of,
    row_of,
    specificity,
    steps_of,
    value_text,
)
from atlasview.figures.glyphs import hatched, pale
from atlasview.figures.lettering import LINE, Key, baseline, legend
from atlasview.figures.marks import Figure, Line, Mark, Measure, Paint, Rect, Shape, Text
from atlasview.figures.palette import Ink, bar_ink, neutral
from atlasview.figures.residues import grouped
from atlasview.figures.sheet import Sheet
from atlasview.figures.style import FigureStyle
from atlasview.figures.ticks import number, value_axis
from atlasview.records.expression import KINDS, Expression

_LABEL_SHARE = 0.52
TARGET = "sample:"


def expression_figure(
    records: tuple[Expression, ...],
    width: float,
    style: FigureStyle,
    measure: Measure,
    source: str = "",
    title: str = "",
    order: str = "organ",
    selected: str = "",
    most: int = 0,
) -> Figure:
    """Horizontal bars of one data set, highest first.

    order     of ORDERS; selected is the `key_of` of the row that is marked
    most      number of rows to draw, the highest; the rest is counted in a line; 0 for all
    title, source  drawn where the style asks for furniture
    """
    groups, left_out = groups_of(records, order, most)
    known = sum(row.value is not None for row in map(row_of, records))
    chart = _Chart(groups, width, style, measure, selected, known)
    if style.furniture and title and "title" not in style.without:
        chart.title(title)
    if chart.rows:
        said = (axis_words(chart.rows[0].record), specificity(records)[1])
        chart.words("definition", " · ".join(filter(None, said)))
        chart.y += style.gap / 2
        chart.draw()
        if left_out:
            chart.words("others", f"{grouped(left_out)} more samples, none of them higher, are not drawn.")
        chart.keys()
    else:
        chart.words("nothing", "This atlas holds no expression of this gene.")
    if style.furniture and source and "source" not in style.without:
        chart.words("source", source)
    return Figure(width, chart.y, title or "Expression", _spoken(chart.rows, left_out), tuple(chart.marks))


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things of one column stand from left to right, and the scale: `high` stands at `end`, 0 at `plot`."""

    left: float
    right: float
    plot: float
    end: float
    high: float

    def x(self, value: float) -> float:
        """Where a value stands."""
        return self.plot + value / self.high * (self.end - self.plot)


class _Chart(Sheet):
    """Rows of bars in columns."""

    def __init__(
        self, groups: tuple[Group, ...], width: float, style: FigureStyle, measure: Measure, selected: str, known: int
    ) -> None:
        super().__init__(width, style, measure)
        self.selected = selected
        self.rows = [row for group in groups for row in group.rows]
        ranked = sorted((row.value for row in self.rows if row.value is not None), reverse=True)
        self.places = {value: place for place, value in reversed(list(enumerate(ranked, 1)))}
        self.known = known
        self.groups = groups
        self.steps = steps_of(self.rows[0].record.kind) if self.rows else ()

    def draw(self) -> None:
        """The columns side by side, each with its grid and its axis."""
        count = column_count(len(self.rows), self.width, self.style)
        gap = 2 * self.style.text
        wide = (self.width - gap * (count - 1)) / count
        room, value = self._rooms(wide)
        high, ticks = self._scale(wide - room - value)
        pieces = pieces_of(self.groups, room, self.style, self.measure)
        top, bottom = self.y, self.y
        for at, column in enumerate(in_columns(pieces, count, self.style)):
            left = at * (wide + gap)
            frame = _Frame(left, left + wide, left + room, left + wide - value, high)
            bottom = max(bottom, self._column(column, frame, ticks, top))
        self.y = bottom

    def keys(self) -> None:
        """The legend of what does not speak for itself."""
        found = []
        if any(row.uncertain for row in self.rows):
            found.append(Key("pale", bar_ink(), "reliability uncertain"))
        if any(row.value is None for row in self.rows):
            found.append(Key("hatch", Ink(neutral(), None, self.style.ink, "bar"), "N/A, not measured"))
        if not found or (self.style.furniture and "legend" in self.style.without):
            return
        shapes, height = legend(found, 0.0, self.y + self.style.gap / 2, self.width, self.style, self.measure)
        self.marks.append(Mark("legend", shapes))
        self.y += height + self.style.gap / 2

    def _rooms(self, wide: float) -> tuple[float, float]:
        """Room of the labels with the gap behind them, and of the values with the gap before them."""
        size, measure = self.style.text, self.measure
        labels = max((measure(row.label, size, 600) for row in self.rows), default=0.0)
        heads = max((measure(group.head, size, 600) for group in self.groups), default=0.0)
        values = max((measure(value_text(row), size, 600) for row in self.rows), default=0.0)
        gap = 10 * self.style.unit
        room = min(max(labels, min(heads, labels * 1.3)) + gap, wide * _LABEL_SHARE)
        return room, values + gap + 4 * self.style.unit

    def _scale(self, room: float) -> tuple[float, list[float]]:
        if self.steps:
            return float(len(self.steps) - 1), [float(at) for at, word in enumerate(self.steps) if word]
        highest = max((row.value for row in self.rows if row.value is not None), default=0.0)
        widest = max(self.measure(number(round(highest)), self.style.small, 400), 4 * self.style.small)
        _low, high, ticks = value_axis(0.0, highest or 1.0, min(max(int(room / (1.4 * widest)), 1), 6))
        return high, ticks

    def _column(self, column: list[Piece], frame: _Frame, ticks: list[float], top: float) -> float:
        self.y, grid = top, len(self.marks)
        for at, piece in enumerate(column):
            if piece.head:
                self.y += self.style.row * 0.5 if at else 0.0
                self._head(piece, frame)
            for row, lines in piece.rows:
                self._row(row, lines, frame)
        self.marks.insert(grid, Mark(f"grid-{grid}", tuple(self._grid(frame, ticks, top))))
        return self._axis(frame, ticks)

    def _head(self, piece: Piece, frame: _Frame) -> None:
        style, size = self.style, self.style.text
        texts = [
            Text(frame.left, baseline(self.y + i * size * 1.25, style.row, size), line, size, style.ink, 600)
            for i, line in enumerate(piece.head)
        ]
        self.marks.append(Mark(f"head-{len(self.marks)}", tuple(texts)))
        self.y += piece.head_height(style)

    def _row(self, row: Row, lines: list[str], frame: _Frame) -> None:
        style, size = self.style, self.style.text
        chosen = row.key == self.selected
        weight = 600 if chosen else 400
        height = style.row + (len(lines) - 1) * size * 1.25
        ground = Paint(fill=style.selection) if chosen else Paint()
        shapes: list[Shape] = []
        if chosen or not style.furniture:
            shapes.append(Rect(frame.left, self.y, frame.right - frame.left, height, ground, 2 * style.unit))
        first, middle = baseline(self.y, style.row, size), self.y + height / 2
        x = frame.left + 4 * style.unit
        shapes += [Text(x, first + i * size * 1.25, line, size, style.ink, weight) for i, line in enumerate(lines)]
        shapes += self._bar(row, frame, middle)
        colour = style.muted if row.value is None else style.ink
        text = Text(frame.right - 4 * style.unit, middle + size * 0.36, value_text(row), size, colour, weight, "end")
        hint = hint_of(row, self.places.get(row.value, 0) if row.value is not None else 0, self.known)
        self.marks.append(Mark(f"sample-{len(self.marks)}", (*shapes, text), f"{TARGET}{row.key}", hint))
        self.y += height

    def _bar(self, row: Row, frame: _Frame, middle: float) -> Iterator[Shape]:
        high, unit = self.style.row * 0.6, self.style.unit
        top = middle - high / 2
        if row.value is None:
            yield Rect(frame.plot, top, frame.end - frame.plot, high, hatched(neutral()))
            return
        ink, end = bar_ink(), frame.x(row.value) - frame.plot
        if row.value == 0:
            yield Rect(frame.plot - unit, top, 2 * unit, high, Paint(fill=self.style.axis))
        elif row.uncertain:
            yield Rect(frame.plot + unit / 2, top + unit / 2, max(end - unit, unit), high - unit, pale(ink, unit))
        else:
            yield Rect(frame.plot, top, max(end, 1.5 * unit), high, Paint(fill=ink.strong))

    def _grid(self, frame: _Frame, ticks: list[float], top: float) -> Iterator[Shape]:
        thin = min(1.0, self.style.unit)
        for tick in (0.0, *(tick for tick in ticks if tick)):
            x = frame.x(tick)
            yield Line(x, top, x, self.y, Paint(stroke=self.style.hairline if tick else self.style.axis, width=thin))

    def _axis(self, frame: _Frame, ticks: list[float]) -> float:
        """Numbers or words under the grid, those that have room; gives where the column ends."""
        size = self.style.small
        texts: list[Shape] = []
        free = frame.left
        for tick in ticks:
            words = self.steps[int(tick)] if self.steps else number(tick)
            half = self.measure(words, size, 400) / 2
            x = min(frame.x(tick), frame.right - half)
            if x - half >= free:
                texts.append(Text(x, self.y + size * 1.4, words, size, self.style.muted, anchor="middle"))
                free = x + half + size * 0.5
        self.marks.append(Mark(f"axis-{len(self.marks)}", tuple(texts)))
        return self.y + size * (LINE + 0.6)


def _spoken(rows: list[Row], left_out: int) -> str:
    """The chart in a sentence for a screen reader."""
    if not rows:
        return "No expression."
    record = rows[0].record
    known = sorted((row for row in rows if row.value is not None), key=lambda row: -(row.value or 0.0))
    listed = ", ".join(f"{row.label} {value_text(row)}" for row in known[:5])
    count = grouped(len(rows) + left_out)
    return f"{KINDS[record.kind]}, {axis_words(record)}: {count} samples; highest: {listed or 'no values'}."
