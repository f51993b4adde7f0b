"""The cell significance chart: one bar for each cell type, with interval, threshold and value in the same row."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from atlasview.figures.glyphs import dashed_line
from atlasview.figures.landscape_legend import landscape_keys
from atlasview.figures.landscape_marks import Plot, chosen_row, row_mark
from atlasview.figures.landscape_rows import (
    Group,
    Row,
    axis_words,
    groups_of,
    metrics_with_values,
    value_text,
    words_of_all,
)
from atlasview.figures.lettering import LINE, baseline, legend, wrapped
from atlasview.figures.marks import Figure, Line, Mark, Measure, Paint, Rect, Shape, Text
from atlasview.figures.palette import lineage_ink
from atlasview.figures.residues import grouped
from atlasview.figures.sheet import Sheet
from atlasview.figures.style import FigureStyle
from atlasview.figures.ticks import number, value_axis
from atlasview.records.profile import ScoredCell
from atlasview.records.significance import METRICS

_LABEL_SHARE = 0.46
_PLOT_SHARE = 0.6
_FAR = 40
"""Rows from which the numbers of the axis stand above them too: those below are out of sight."""
_FIXED = {"prs": (0.0, 100.0), "delta": (0.0, 1.0), "fold": (0.0, 1.0)}


def landscape_figure(
    rows: tuple[ScoredCell, ...],
    metric: str,
    width: float,
    style: FigureStyle,
    measure: Measure,
    source: str = "",
    title: str = "",
    group: str = "lineage",
    selected: str = "",
    most: int = 0,
) -> Figure:
    """Horizontal bars of one context and data set, highest first.

    metric    one of METRICS, `group` of GROUPS
    selected  id of the cell type whose row is marked
    most      number of rows to draw, the highest; the rest is counted in a line; 0 for all
    title, source  drawn where the style asks for furniture
    """
    groups, left_out = groups_of(rows, metric, group, most)
    chart = _Chart(groups, metric, width, style, measure, selected)
    if style.furniture and title and "title" not in style.without:
        chart.title(title)
    shown = [row for each in groups for row in each.rows]
    if any(row.value is not None for row in shown):
        others = _others(left_out, shown[-1] if group != "lineage" else None, metric) if left_out else ""
        _draw(chart, others, style)
    else:
        chart.words("nothing", nothing_to_show(rows, metric))
    if style.furniture and source and "source" not in style.without:
        chart.words("source", source)
    return Figure(width, chart.y, title or METRICS[metric], _spoken(shown, metric, left_out), tuple(chart.marks))


def _draw(chart: "_Chart", others: str, style: FigureStyle) -> None:
    chart.draw()
    if others:
        chart.y += style.gap / 2
        chart.words("others", others)
    chart.axis()
    if style.furniture and "legend" not in style.without:
        chart.keys()


def nothing_to_show(rows: tuple[ScoredCell, ...], metric: str) -> str:
    """Why a chart of the metric would be empty."""
    if not rows:
        return "This atlas holds no cell significance of this gene."
    known = [METRICS[key] for key in metrics_with_values(rows)]
    listed = f"{', '.join(known[:-1])} and {known[-1]}" if len(known) > 1 else "".join(known)
    given = f"; it gives {listed}" if known else ""
    return f"The source gives no {METRICS[metric]} for any cell type{given}."


@dataclass(slots=True)
class _Columns:
    """Where things stand from left to right."""

    label: float
    label_room: float
    plot: float
    plot_end: float


class _Chart(Sheet):
    """Rows of bars."""

    def __init__(
        self, groups: tuple[Group, ...], metric: str, width: float, style: FigureStyle, measure: Measure, selected: str
    ) -> None:
        super().__init__(width, style, measure)
        self.groups, self.metric, self.selected = groups, metric, selected
        self.rows = [row for group in groups for row in group.rows]
        self.columns = self._columns()
        self.said_once = bool(words_of_all(self.rows)) and "legend" not in style.without
        self.words_beside = True
        self.plot, self.ticks = self._plot()

    def draw(self) -> None:
        """The rows in their groups, with the grid behind them."""
        if len(self.rows) > _FAR:
            self._numbers("axis-above")
            self.y += self.style.small * 0.4
        if self.metric == "fold":
            self.y += self.style.small * LINE
        top, grid = self.y, len(self.marks)
        for place, group in enumerate(self.groups):
            self.y += self.style.row * 0.5 if place else 0.0
            self._group(group)
        self.marks.insert(grid, Mark("grid", tuple(self._grid(top))))
        if self.metric == "fold":
            self.marks.append(Mark("threshold-line", tuple(self._common_line(top))))

    def axis(self) -> None:
        """Numbers under the grid, and what they mean."""
        size, style = self.style.small, self.style
        self.y += size * 0.4
        self._numbers("axis")
        self.y += size * 0.4
        words = axis_words(self.rows, self.metric)
        room = self.measure(words, size, 400)
        middle = (self.columns.plot + self.columns.plot_end) / 2
        if room <= self.width:
            x = min(max(middle, room / 2), self.width - room / 2)
            self.marks.append(Mark("definition", (Text(x, self.y + size, words, size, style.muted, anchor="middle"),)))
            self.y += size * LINE
        else:
            self.words("definition", words)

    def _numbers(self, name: str) -> None:
        """The numbers of the axis in a line."""
        size, labelled = self.style.small, self._labelled()
        texts = (
            Text(self.plot.x(tick), self.y + size, number(tick), size, self.style.muted, anchor="middle")
            for tick in labelled
        )
        self.marks.append(Mark(name, tuple(texts)))
        self.y += size * LINE

    def keys(self) -> None:
        """The legend of what is drawn."""
        keys = landscape_keys(self.rows, self.style, by_lineage=not self.groups[0].head)
        self.y += self.style.gap / 2
        shapes, height = legend(keys, 0.0, self.y, self.width, self.style, self.measure)
        self.marks.append(Mark("legend", shapes))
        self.y += height

    def _columns(self) -> _Columns:
        style, measure = self.style, self.measure
        label = 11 * style.unit
        longest = max((measure(row.label, style.text, self._weight(row)) for row in self.rows), default=0.0)
        heads = max((measure(group.head, style.text, 600) for group in self.groups), default=0.0)
        room = min(max(longest, heads), self.width * _LABEL_SHARE - label)
        values = (measure(value_text(row, self.metric), style.text, 600) for row in self.rows)
        value = max(max(values, default=0.0), measure("N/A", style.text, 600))
        return _Columns(label, room, label + room + 14 * style.unit, self.width - value - 14 * style.unit)

    def _plot(self) -> tuple[Plot, list[float]]:
        """The scale and its round values; narrower where words stand at its right, if enough of it remains."""
        left, right = self.columns.plot, self.columns.plot_end
        most = max(int((right - left) / (self.measure("−0.00", self.style.small, 400) * 1.2)), 2)
        low, high, ticks = value_axis(*_extent(self.rows, self.metric), min(most, 9))
        plot = Plot(left, right, low, high, self.style, 1.0 if self.metric == "fold" else None)
        fitting = [right - left]
        for row in self.rows:
            if row.words and not self.said_once:
                room = right - left - plot.gap() - self.measure(row.words, self.style.small, 400)
                fitting.append(room / max(plot.share(plot.end_of(row)), 1e-6))
        self.words_beside = min(fitting) >= _PLOT_SHARE * (right - left)
        narrow = min(fitting) if self.words_beside else right - left
        return replace(plot, right=left + narrow), ticks

    def _group(self, group: Group) -> None:
        style, size = self.style, self.style.text
        top = self.y
        if group.head:
            lines = wrapped(group.head, self.columns.label_room + 0.01, size, self.measure, 600)
            texts = (
                Text(self.columns.label, baseline(top + i * size * 1.25, style.row, size), line, size, style.ink, 600)
                for i, line in enumerate(lines)
            )
            self.marks.append(Mark(f"head-{group.lineage}", tuple(texts)))
            self.y += style.row + (len(lines) - 1) * size * 1.25
        for row in group.rows:
            self._row(row, bool(group.head))
        if group.head:
            bar = Rect(0.0, top, 3 * style.unit, self.y - top, Paint(fill=lineage_ink(group.lineage).strong))
            self.marks.append(Mark(f"lineage-{group.lineage}", (bar,)))

    def _row(self, row: Row, in_group: bool) -> None:
        style, size = self.style, self.style.text
        chosen = row.cell.cell_type.id == self.selected
        lines = self._label(row)
        height = style.row + sum(line.size for line in lines[1:]) * 1.25
        shapes: list[Shape] = []
        if chosen or not style.furniture:
            shapes.append(Rect(0.0, self.y, self.width, height, Paint()))
        if not in_group:
            lineage = Rect(0.0, self.y + style.row * 0.2, 3 * style.unit, height - style.row * 0.4, _lineage_fill(row))
            shapes.append(lineage)
        middle = self.y + height / 2
        colour = style.muted if row.value is None else style.ink
        value = value_text(row, self.metric)
        shapes += [
            *lines,
            Text(self.width - 4 * style.unit, middle + size * 0.36, value, size, colour, 400, "end"),
        ]
        beside = self.words_beside and not self.said_once
        mark = row_mark(row, self.plot, middle, tuple(shapes), len(self.marks), beside)
        self.marks.append(chosen_row(mark, style) if chosen else mark)
        self.y += height

    def _label(self, row: Row) -> list[Text]:
        """The name in as many lines as it needs, and below it the words that found no room beside the bar."""
        style, size = self.style, self.style.text
        first = baseline(self.y, style.row, size)
        names = wrapped(row.label, self.columns.label_room + 0.01, size, self.measure, self._weight(row))
        x, step = self.columns.label, size * 1.25
        lines = [Text(x, first + i * step, line, size, style.ink) for i, line in enumerate(names)]
        if row.words and not (self.words_beside or self.said_once):
            lines.append(Text(x, first + len(names) * step, row.words, style.small, style.muted))
        return lines

    def _weight(self, row: Row) -> int:
        """Labels are measured as bold as they may become, so that selecting moves nothing."""
        return 400 if self.style.furniture and row.cell.cell_type.id != self.selected else 600

    def _labelled(self) -> list[float]:
        """The ticks whose numbers have room: all, or every second one."""
        if len(self.ticks) < 2:
            return self.ticks
        wide = max(self.measure(number(tick), self.style.small, 400) for tick in self.ticks)
        step = self.ticks[1] - self.ticks[0]
        roomy = wide * 1.3 < self.plot.x(step) - self.plot.x(0.0)
        return [tick for tick in self.ticks if roomy or round(tick / step) % 2 == 0]

    def _grid(self, top: float) -> Iterator[Shape]:
        for tick in self.ticks:
            if tick != 0:
                x = self.plot.x(tick)
                yield Line(x, top, x, self.y, Paint(stroke=self.style.hairline, width=min(1.0, self.style.unit)))
        zero = self.plot.x(0.0)
        yield Line(zero, top, zero, self.y, Paint(stroke=self.style.axis, width=min(1.0, self.style.unit)))

    def _common_line(self, top: float) -> Iterator[Shape]:
        x, size = self.plot.x(1.0), self.style.small
        yield Line(x, top, x, self.y, dashed_line(self.style.ink, self.style.unit))
        words = "1 = threshold"
        half = self.measure(words, size, 400) / 2
        place = min(max(x, self.columns.plot + half), self.width - half)
        yield Text(place, top - size * 0.45, words, size, self.style.ink, anchor="middle")


def _lineage_fill(row: Row) -> Paint:
    return Paint(fill=lineage_ink(row.lineage).strong)


def _extent(rows: list[Row], metric: str) -> tuple[float, float]:
    low, high = _FIXED.get(metric, (0.0, 0.0))
    for row in rows:
        ends = (row.value, row.threshold, *(row.interval or ()))
        known = [end for end in ends if end is not None]
        low, high = min([low, *known]), max([high, *known])
    if metric == "delta" and low < 0:
        return -1.0, 1.0
    return low, high


def _others(count: int, last: Row | None, metric: str) -> str:
    words = f"{grouped(count)} more cell types" if count > 1 else "1 more cell type"
    below = f" at or below {METRICS[metric]} {value_text(last, metric)}" if last and last.value is not None else ""
    return f"{words}{below}, not drawn."


def _spoken(rows: list[Row], metric: str, left_out: int) -> str:
    """The chart in a sentence for a screen reader."""
    known = [row for row in rows if row.value is not None]
    best = sorted(known, key=lambda row: -(row.value or 0.0))[:5]
    listed = ", ".join(f"{row.label} {value_text(row, metric)}" for row in best)
    count = len(rows) + left_out
    lineages = len({row.lineage for row in rows})
    if not known:
        return f"{METRICS[metric]}: no values."
    types = f"{grouped(count)} cell types of {lineages} lineages" if count > 1 else "1 cell type"
    return f"{METRICS[metric]} in {types}; highest: {listed}."
