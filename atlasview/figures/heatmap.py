"""Heat map and dot plot: chosen genes by cell types, the colour for the metric, the size for the share of cells."""

import math
from collections.abc import Iterator, Sequence

from atlasview.figures.colour_scale import ColourScale, draw_scale, scale_for
from atlasview.figures.dendrogram import WORDS, dendrogram
from atlasview.figures.glyphs import hatched
from atlasview.figures.heatmap_grid import Grid, Square, lineage_of
from atlasview.figures.landscape_rows import DEFINITIONS
from atlasview.figures.lettering import LINE, Key, baseline, legend, wrapped
from atlasview.figures.marks import Circle, Figure, Line, Mark, Measure, Paint, Rect, Shape, Text
from atlasview.figures.palette import LINEAGES, Ink, lineage_ink, neutral, readable_on
from atlasview.figures.residues import grouped
from atlasview.figures.sheet import Sheet
from atlasview.figures.style import FigureStyle
from atlasview.records.significance import METRICS

TARGET = "square:"
_LABEL_SHARE = 0.42
_SIZES = (100.0, 50.0, 25.0, 0.0)
_UNKNOWN_SHARE = 25.0
_NARROWEST = 5.0
"""Width in pixels of the design below which a column cannot be told from the next."""
_TREE = 44.0
"""Depth of a tree in pixels of the design, at the most; `_TREE_SHARE` of the width where that is less."""
_TREE_SHARE = 0.1
_WIDEST = 3.4
"""Width of a column in heights of its rows, at the most."""


def heatmap_figure(
    grid: Grid,
    width: float,
    style: FigureStyle,
    measure: Measure,
    dots: bool = False,
    limits: tuple[float, float] | None = None,
    source: str = "",
    title: str = "",
    selected: str = "",
    remark: str = "",
) -> Figure:
    """Rows are cell types, columns are genes.

    dots      a dot plot: the area of a dot is the percentage of cells that express the gene, where that is known
    limits    ends of the colour scale; None where they follow from the values
    selected  target of the square that is marked
    title, source  drawn where the style asks for furniture
    remark    what is to be kept in mind of the values
    """
    chart = _HeatMap(grid, dots, scale_for(grid.values, grid.metric, limits), width, style, measure, selected)
    if style.furniture and title and "title" not in style.without:
        chart.title(title)
    if not grid.values:
        chart.words("nothing", f"These genes have no {METRICS[grid.metric]} in any cell type.")
    else:
        chart.draw()
        chart.keys()
    if remark:
        chart.words("remark", remark)
    if style.furniture and source and "source" not in style.without:
        chart.words("source", source)
    name = title or f"{METRICS[grid.metric]} of {len(grid.genes)} genes"
    return Figure(width, chart.y, name, spoken(grid), tuple(chart.marks), chart.left_out, amounts=True)


def spoken(grid: Grid) -> str:
    """The chart in a sentence for a screen reader."""
    known = [square for square in grid.squares if square.value is not None]
    best = sorted(known, key=lambda square: -(square.value or 0.0))[:5]
    listed = ", ".join(f"{one.gene.symbol} in {one.cell.name or one.cell.id} {one.text(grid.metric)}" for one in best)
    missing = len(grid.squares) - len(known)
    counts = f"{_counted(len(grid.genes), 'gene')} in {_counted(len(grid.cells), 'cell type')}"
    absent = f"; {grouped(missing)} not measured" if missing else ""
    return f"{METRICS[grid.metric]} of {counts}{absent}; highest: {listed}." if best else "No values."


class _HeatMap(Sheet):
    """Heads, rows of squares or dots, keys."""

    def __init__(
        self,
        grid: Grid,
        dots: bool,
        scale: ColourScale,
        width: float,
        style: FigureStyle,
        measure: Measure,
        selected: str,
    ) -> None:
        super().__init__(width, style, measure)
        self.grid, self.dots, self.scale, self.selected = grid, dots, scale, selected
        self.row = style.row * (1.2 if dots else 1.0)
        self.left = 8 * style.unit
        longest = max((measure(cell.name or cell.id, style.text, 400) for cell in grid.cells), default=0.0)
        self.label_room = min(longest, width * _LABEL_SHARE - self.left)
        self.plot = self.left + self.label_room + 8 * style.unit
        self.tree = min(_TREE * style.unit, width * _TREE_SHARE)
        self.middles: list[float] = []
        self.column = self._column()
        self.left_out: tuple[str, ...] = ()
        self.numbers = not dots and self._numbers_fit()

    def _column(self) -> float:
        """Width of a column: as wide as its head where that fits, narrower where there are many genes."""
        style = self.style
        heads = max((self.measure(gene.symbol, style.text, 600) for gene in self.grid.genes), default=0.0)
        wanted = max(heads + 8 * style.unit, 2.2 * self.row)
        beside = self.tree + 4 * style.unit if self.grid.down else 0.0
        room = (self.width - self.plot - beside - style.unit) / max(len(self.grid.genes), 1)
        return min(wanted, room, max(_WIDEST * self.row, heads + 8 * style.unit))

    def _numbers_fit(self) -> bool:
        texts = (square.text(self.grid.metric) for square in self.grid.squares)
        widest = max((self.measure(text, self.style.small, 400) for text in set(texts)), default=0.0)
        return widest + 4 * self.style.unit <= self.column

    def draw(self) -> None:
        """Heads and rows."""
        self._heads()
        for number, row in enumerate(self.grid.rows):
            self._row(row, number)
        self._trees()
        if self.grid.left_out:
            more = self.grid.left_out
            self.y += self.style.gap / 2
            self.words("others", f"{_counted(more, 'more cell type')}, none with a higher value, not drawn.")

    def _trees(self) -> None:
        """Trees of the rows at the right, of the columns below, where they stand by similarity."""
        style, columns = self.style, len(self.grid.genes)
        gap, paint = 3 * style.unit, Paint(stroke=style.muted, width=min(1.0, style.unit))
        right = self.plot + columns * self.column + gap
        rows = tuple(dendrogram(self.grid.down, self.middles, right, self.tree, paint, down=False))
        centres = [self.plot + (place + 0.5) * self.column for place in range(columns)]
        below = tuple(dendrogram(self.grid.across, centres, self.y + gap, self.tree, paint, down=True))
        self.marks += [Mark(name, shapes) for name, shapes in (("tree-rows", rows), ("tree-columns", below)) if shapes]
        if below:
            self.y += gap + self.tree + style.unit

    def _heads(self) -> None:
        """Symbols over their columns, on as many levels as keep them apart, each with a line down to its column."""
        style, measure, size = self.style, self.measure, self.style.text
        if self.column < _NARROWEST * style.unit:
            self.left_out = tuple(gene.symbol for gene in self.grid.genes)
            return
        levels, step = self._levels(), size * 1.35
        bottom = self.y + (max(levels, default=0) + 1) * step
        shapes: list[Shape] = []
        for place, (gene, level) in enumerate(zip(self.grid.genes, levels, strict=True)):
            x, y = self.plot + (place + 0.5) * self.column, bottom - (level + 1) * step
            if not any(levels):
                shapes.append(Text(x, y + size, gene.symbol, size, style.ink, 600, "middle"))
                continue
            line = Paint(stroke=style.axis, width=min(1.0, style.unit))
            shapes.insert(0, Line(x, y + step * 0.25, x, bottom, line))
            wide = measure(gene.symbol, size, 600) + 3 * style.unit
            shapes.append(Rect(x - wide, y + step * 0.1, wide - style.unit, step * 0.9, Paint(fill=style.ground)))
            shapes.append(Text(x - 2 * style.unit, y + size, gene.symbol, size, style.ink, 600, "end"))
        self.marks.append(Mark("heads", tuple(shapes)))
        self.y = bottom + style.gap / 2

    def _levels(self) -> list[int]:
        """The lowest level for each head; all 0 where each fits over its column.

        Else a head ends at the line down to its column: the lines of later ones lie at its right and cross none.
        """
        wide = [self.measure(gene.symbol, self.style.text, 600) + 4 * self.style.unit for gene in self.grid.genes]
        if max(wide) <= self.column:
            return [0] * len(wide)
        ends: list[float] = []
        found: list[int] = []
        for place, width in enumerate(wide):
            x = self.plot + (place + 0.5) * self.column
            level = next((number for number, end in enumerate(ends) if end <= x - width), len(ends))
            ends[level : level + 1] = [x]
            found.append(level)
        return found

    def _row(self, row: Sequence[Square], number: int) -> None:
        style, size = self.style, self.style.text
        cell = row[0].cell
        lines = wrapped(cell.name or cell.id, self.label_room + 0.01, size, self.measure)
        height = self.row + (len(lines) - 1) * size * 1.25
        lineage = lineage_ink(lineage_of(cell)).strong
        shapes: list[Shape] = [Rect(0.0, self.y, 3 * style.unit, height, Paint(fill=lineage))]
        first = baseline(self.y, self.row, size)
        shapes += [Text(self.left, first + i * size * 1.25, line, size, style.ink) for i, line in enumerate(lines)]
        self.marks.append(Mark(f"row-{number}", tuple(shapes)))
        for place, square in enumerate(row):
            self._square(square, self.plot + place * self.column, height, f"{number}-{place}")
        self.middles.append(self.y + height / 2)
        self.y += height

    def _square(self, square: Square, x: float, height: float, name: str) -> None:
        draw = self._dot if self.dots else self._box
        shapes = list(draw(square, x, height))
        if square.target == self.selected:
            ring = Paint(stroke=self.style.ink, width=2 * self.style.unit)
            inset = self.style.unit
            shapes.append(Rect(x + inset, self.y + inset, self.column - 2 * inset, height - 2 * inset, ring))
        self.marks.append(Mark(f"square-{name}", tuple(shapes), square.target, square.hint(self.grid.metric)))

    def _box(self, square: Square, x: float, height: float) -> Iterator[Shape]:
        gap = min(self.style.unit, self.column * 0.06)
        box = (x + gap / 2, self.y + gap / 2, self.column - gap, height - gap)
        if square.value is None:
            yield Rect(*box, hatched(neutral()))
            return
        fill = self.scale.colour(square.value)
        yield Rect(*box, Paint(fill=fill))
        if self.numbers:
            size = self.style.small
            text = square.text(self.grid.metric)
            middle = self.y + height / 2 + size * 0.36
            yield Text(x + self.column / 2, middle, text, size, readable_on(fill), anchor="middle")

    def _dot(self, square: Square, x: float, height: float) -> Iterator[Shape]:
        middle, reach = (x + self.column / 2, self.y + height / 2), self._reach()
        ground = Paint(stroke=self.style.hairline, width=min(1.0, self.style.unit))
        yield Rect(x, self.y, self.column, height, ground)
        if square.value is None:
            half = reach * 0.8
            yield Rect(middle[0] - half, middle[1] - half, 2 * half, 2 * half, hatched(neutral()))
            return
        yield from dot(*middle, reach, square.share, self.scale.colour(square.value), self.style)

    def _reach(self) -> float:
        """Radius of the dot for 100 %."""
        return min(self.column, self.row) / 2 - 1.2 * self.style.unit

    def keys(self) -> None:
        """The colour scale, then sizes of dots, lineages and hatching."""
        style, metric = self.style, self.grid.metric
        if "legend" in style.without:
            return
        self.y += style.gap * 1.5
        words = DEFINITIONS[metric] + ("; the colour runs over what is shown" if self._is_open() else "")
        draw_scale(self, self.scale, words, self.grid.values)
        if self.dots:
            self._size_key()
        present = {lineage_of(cell) for cell in self.grid.cells}
        keys = [Key("bar", lineage_ink(key), name) for key, name in LINEAGES.items() if key in present]
        if any(square.value is None for square in self.grid.squares):
            keys.append(Key("hatch", Ink(neutral(), None, style.ink, "bar"), "N/A, not measured"))
        self.y += style.gap / 2
        shapes, height = legend(keys, 0.0, self.y, self.width, style, self.measure)
        self.marks.append(Mark("legend", shapes))
        self.y += height
        if self.grid.down or self.grid.across:
            self.words("tree-words", WORDS)

    def _is_open(self) -> bool:
        """Whether the ends of the scale follow from the values."""
        return scale_for(self.grid.values, self.grid.metric) == self.scale and self.grid.metric not in ("prs", "delta")

    def _size_key(self) -> None:
        """Dots of known shares, and the one whose share is not known, where there is any."""
        style, size, reach = self.style, self.style.small, self._reach()
        shares: list[float | None] = list(_SIZES) if any(one.share is not None for one in self._valued()) else []
        if any(one.share is None for one in self._valued()):
            shares.append(None)
        x, high = size, max(2 * reach, size * LINE)
        shapes: list[Shape] = []
        self.y += style.gap / 2
        for share in shares:
            shapes += dot(x + reach, self.y + high / 2, reach, share, neutral(), style)
            words = "share of cells not known" if share is None else f"{share:g} %"
            x += 2 * reach + size * 0.5
            shapes.append(Text(x, baseline(self.y, high, size), words, size, style.muted))
            x += self.measure(words, size, 400) + size * 1.5
        if shares[0] is not None:
            words = "of the cells express the gene"
            if x + self.measure(words, size, 400) > self.width:
                self.y, x = self.y + high, size
            shapes.append(Text(x, baseline(self.y, high, size), words, size, style.muted))
        self.marks.append(Mark("sizes", tuple(shapes)))
        self.y += high

    def _valued(self) -> Iterator[Square]:
        return (square for square in self.grid.squares if square.value is not None)


def dot(x: float, y: float, reach: float, share: float | None, colour: str, style: FigureStyle) -> tuple[Shape, ...]:
    """A dot whose area is the share of cells; none of them is a ring with a point, an unknown share an open square."""
    unit = style.unit
    outline = style.axis
    if share is None:
        half = reach * math.sqrt(_UNKNOWN_SHARE / 100)
        return (Rect(x - half, y - half, 2 * half, 2 * half, Paint(fill=colour, stroke=outline, width=unit)),)
    radius = reach * math.sqrt(max(share, 0.0) / 100)
    if radius < 1.2 * unit:
        return (Circle(x, y, 1.2 * unit, Paint(fill=colour, stroke=outline, width=0.8 * unit)),)
    return (Circle(x, y, radius, Paint(fill=colour, stroke=outline, width=min(unit, 0.8))),)


def _counted(count: int, noun: str) -> str:
    return f"{grouped(count)} {noun}{'' if count == 1 else 's'}"
