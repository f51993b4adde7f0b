"""What stands in a row of the cell significance chart, on the row's own middle line."""

from collections.abc import Iterator
from dataclasses import dataclass

from atlasview.figures.glyphs import hatched, pale, unreplicated
from atlasview.figures.landscape_rows import Row, row_hint
from atlasview.figures.marks import Line, Mark, Paint, Rect, Shape, Text
from atlasview.figures.palette import lineage_ink, neutral
from atlasview.figures.style import FigureStyle


@dataclass(frozen=True, slots=True)
class Plot:
    """The scale of the bars: `low` stands at `left`, `high` at `right`.

    after  value that words beside a bar must not stand before, None for none
    """

    left: float
    right: float
    low: float
    high: float
    style: FigureStyle
    after: float | None = None

    def x(self, value: float) -> float:
        """Where a value stands."""
        return self.left + self.share(value) * (self.right - self.left)

    def share(self, value: float) -> float:
        """Part of the scale, 0 to 1, below a value."""
        return (value - self.low) / (self.high - self.low)

    def end_of(self, row: Row) -> float:
        """The highest value that anything drawn for a row reaches."""
        ends = (row.value, row.threshold, self.after, *(row.interval or ()))
        highest: float = max(0.0, 0.0, *(end for end in ends if end is not None))
        return highest

    def gap(self) -> float:
        """Between the end of a row and the words beside it."""
        return 7 * self.style.unit


def row_mark(row: Row, plot: Plot, middle: float, before: tuple[Shape, ...], order: int, words: bool) -> Mark:
    """The mark of a row: `before` (ground, label, value), then bar, interval, threshold and, on request, words."""
    shapes = (*before, *_drawn(row, plot, middle, words))
    name = f"{row.cell.cell_type.id.replace(':', '-').lower()}-{order}"
    return Mark(name, shapes, f"cell:{row.cell.cell_type.id}", row_hint(row))


def chosen_row(mark: Mark, style: FigureStyle) -> Mark:
    """The mark of a row, whose first shape is its ground, as it looks where it is selected: name and value bold."""
    ground, *shapes = mark.shapes
    if not isinstance(ground, Rect):
        raise TypeError(f"{mark.name} has no ground")
    left = 6 * style.unit
    chosen = Paint(fill=style.selection)
    selection = Rect(left, ground.y, ground.width - left, ground.height, chosen, 2 * style.unit)
    return mark._replace(shapes=(selection, *(_bold(shape, style) for shape in shapes)))


def _bold(shape: Shape, style: FigureStyle) -> Shape:
    """Names are in ink, values end at the right; words beside a bar stay as they are."""
    if isinstance(shape, Text) and shape.size == style.text and (shape.colour == style.ink or shape.anchor == "end"):
        return shape._replace(weight=600)
    return shape


def _drawn(row: Row, plot: Plot, middle: float, words: bool) -> Iterator[Shape]:
    style = plot.style
    high = style.row * 0.6
    top = middle - high / 2
    if row.value is None:
        yield Rect(plot.left, top, plot.right - plot.left, high, hatched(neutral()))
        return
    yield _bar(row, plot, top, high)
    yield from _interval(row, plot, middle)
    if row.threshold is not None:
        yield from _tick(plot.x(row.threshold), middle, style)
    if row.words and words:
        size = style.small
        yield Text(plot.x(plot.end_of(row)) + plot.gap(), middle + size * 0.36, row.words, size, style.muted)


def _bar(row: Row, plot: Plot, top: float, high: float) -> Shape:
    ink, unit = lineage_ink(row.lineage), plot.style.unit
    start, end = sorted((plot.x(0.0), plot.x(row.value or 0.0)))
    if end - start < unit:
        return Rect(start - unit, top, 2 * unit, high, Paint(fill=ink.strong))
    if not row.replicated:
        paint = unreplicated(ink, unit)
    elif row.above is False:
        paint = pale(ink, unit)
    else:
        paint = ink.paint(unit)
    inset = paint.width / 2 if paint.stroke else 0.0
    return Rect(start + inset, top + inset, max(end - start - 2 * inset, 0.1), high - 2 * inset, paint)


def _interval(row: Row, plot: Plot, middle: float) -> Iterator[Shape]:
    if row.interval is None:
        return
    style = plot.style
    few = row.cell.scores.replication == "few donors"
    low, high = (plot.x(end) for end in row.interval)
    cap = style.row * 0.15
    line = Paint(stroke=style.ink, width=1.2 * style.unit)
    dash = (3.0 * style.unit, 2.0 * style.unit) if few else ()
    yield Line(low, middle, high, middle, Paint(stroke=style.ink, width=1.2 * style.unit, dash=dash))
    for x in (low, high):
        yield Line(x, middle - cap, x, middle + cap, line)


def _tick(x: float, middle: float, style: FigureStyle) -> Iterator[Shape]:
    """2 px in text, 16 high, with a halo of 1 px of the ground."""
    unit, high = style.unit, style.row * 0.8
    yield Rect(x - 2 * unit, middle - high / 2, 4 * unit, high, Paint(fill=style.ground))
    yield Rect(x - unit, middle - high / 2, 2 * unit, high, Paint(fill=style.ink))
