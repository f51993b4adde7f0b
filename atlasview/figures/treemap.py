"""Treemaps: area and colour for an amount, tiles in groups, labels where they can be read."""

from collections.abc import Sequence
from dataclasses import dataclass

from atlasview.figures.colour_scale import ColourScale, draw_scale, scale_for
from atlasview.figures.lettering import LINE, first_fitting, wrapped
from atlasview.figures.marks import Figure, Mark, Measure, Paint, Rect, Shape, Text
from atlasview.figures.palette import readable_on
from atlasview.figures.residues import grouped
from atlasview.figures.sheet import Sheet
from atlasview.figures.style import FigureStyle
from atlasview.figures.ticks import number
from atlasview.figures.treemap_layout import Box, squarified

_RATIO = 0.62
_MOST_HEIGHT = 420.0
_LEAST_HEIGHT = 120.0
_LETTERS = ((1.0, 600), (0.85, 400))
"""Sizes of labels as shares of small text, with their weight: the next where a name is too long for its tile."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One thing with an amount; `target` as marks have it, `hint` further lines of its hover card.

    remark  what has to be known of the amount, empty for nothing: such a tile has a dashed edge
    """

    target: str
    label: str
    amount: float
    hint: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """Tiles under a common head; an empty head stands for no group. `target` is what a click on the head opens."""

    head: str
    target: str
    tiles: tuple[Tile, ...]

    @property
    def amount(self) -> float:
        """Sum over its tiles."""
        return sum(tile.amount for tile in self.tiles)


def treemap_figure(
    branches: Sequence[Branch],
    words: str,
    width: float,
    style: FigureStyle,
    measure: Measure,
    without: str = "",
    source: str = "",
    title: str = "",
) -> Figure:
    """Tiles with an amount above zero; `words` say what it is, `without` what has no area because it has none.

    title, source  drawn where the style asks for furniture
    """
    shown = [Branch(one.head, one.target, _positive(one.tiles)) for one in branches]
    shown = sorted((one for one in shown if one.tiles), key=lambda one: -one.amount)
    tiles = [tile for branch in shown for tile in branch.tiles]
    sheet = _TreeMap(width, style, measure, scale_for([tile.amount for tile in tiles], "csi"))
    if style.furniture and title and "title" not in style.without:
        sheet.title(title)
    if tiles:
        sheet.draw(shown)
        if "legend" not in style.without:
            sheet.y += style.gap
            draw_scale(sheet, sheet.scale, f"{words}; area too", [tile.amount for tile in tiles])
    if without or not tiles:
        sheet.words("without", without or "Nothing is above zero.")
    if style.furniture and source and "source" not in style.without:
        sheet.words("source", source)
    name = title or words
    return Figure(width, sheet.y, name, spoken(tiles, words), tuple(sheet.marks), amounts=True)


def chosen_tile(mark: Mark, style: FigureStyle) -> Mark:
    """The mark of a tile as it looks where it is selected, with an edge; of a head as it is."""
    tile, *shapes = mark.shapes
    if not isinstance(tile, Rect) or tile.paint.fill == style.ground:
        return mark
    edge = 2 * style.unit
    inset = min(edge / 2, tile.width / 4, tile.height / 4)
    paint = Paint(fill=tile.paint.fill, stroke=style.ink, width=edge)
    inner = Rect(tile.x + inset, tile.y + inset, tile.width - 2 * inset, tile.height - 2 * inset, paint)
    return mark._replace(shapes=(inner, *shapes))


def spoken(tiles: Sequence[Tile], words: str) -> str:
    """The chart in a sentence for a screen reader."""
    best = sorted(tiles, key=lambda tile: -tile.amount)[:5]
    listed = ", ".join(f"{tile.label} {amount_text(tile.amount)}" for tile in best)
    return f"{words}, {grouped(len(tiles))} tiles; largest: {listed}." if tiles else "Nothing is above zero."


def amount_text(amount: float) -> str:
    """As tiles print it."""
    return number(amount, 2 if amount < 10 else 1)


def _positive(tiles: Sequence[Tile]) -> tuple[Tile, ...]:
    return tuple(sorted((tile for tile in tiles if tile.amount > 0), key=lambda tile: (-tile.amount, tile.label)))


class _TreeMap(Sheet):
    def __init__(self, width: float, style: FigureStyle, measure: Measure, scale: ColourScale) -> None:
        super().__init__(width, style, measure)
        self.scale = scale

    def draw(self, branches: Sequence[Branch]) -> None:
        """Groups first, in each its head and its tiles."""
        wanted = min(self.width * _RATIO, _MOST_HEIGHT * self.style.unit)
        height = max(wanted - self.style.shorter, min(wanted, _LEAST_HEIGHT * self.style.unit))
        boxes = squarified([branch.amount for branch in branches], (0.0, self.y, self.width, height))
        for place, (branch, box) in enumerate(zip(branches, boxes, strict=True)):
            inner = self._head(branch, box, place) if branch.head else box
            for number_, (tile, own) in enumerate(
                zip(branch.tiles, squarified([tile.amount for tile in branch.tiles], inner), strict=True)
            ):
                self.marks.append(self._tile(tile, own, f"tile-{place}-{number_}"))
        self.y += height

    def _head(self, branch: Branch, box: Box, place: int) -> Box:
        """A strip over the tiles of a group, with its name where it can be read; the room below it."""
        left, top, width, height = box
        style, size = self.style, self.style.small
        high = size * LINE
        label = first_fitting((branch.head, branch.head.partition(" and ")[0]), width - size, size, 600, self.measure)
        if height < 2.5 * high:
            return box
        shapes: list[Shape] = [Rect(left, top, width, high, Paint(fill=style.ground))]
        if label:
            shapes.append(Text(left + style.unit, top + size * 1.1, label, size, style.muted, 600))
        hint = (branch.head, f"{grouped(len(branch.tiles))} tiles, {amount_text(branch.amount)} in all")
        self.marks.append(Mark(f"group-{place}", tuple(shapes), branch.target, hint))
        return left, top + high, width, height - high

    def _tile(self, tile: Tile, box: Box, name: str) -> Mark:
        gap = min(self.style.unit, box[2] * 0.2, box[3] * 0.2)
        left, top, width, height = box[0] + gap / 2, box[1] + gap / 2, box[2] - gap, box[3] - gap
        fill = self.scale.colour(tile.amount)
        shapes: list[Shape] = [Rect(left, top, width, height, Paint(fill=fill))]
        if tile.remark and min(width, height) > 6 * self.style.unit:
            shapes.append(self._edge(left, top, width, height, readable_on(fill)))
        shapes += self._label(tile, (left, top, width, height), readable_on(fill))
        return Mark(name, tuple(shapes), tile.target, (f"{tile.label}: {amount_text(tile.amount)}", *tile.hint))

    def _edge(self, left: float, top: float, width: float, height: float, colour: str) -> Shape:
        unit = self.style.unit
        dashed = Paint(stroke=colour, width=unit, dash=(3.0 * unit, 2.0 * unit))
        return Rect(left + 2 * unit, top + 2 * unit, width - 4 * unit, height - 4 * unit, dashed)

    def _label(self, tile: Tile, box: Box, colour: str) -> list[Shape]:
        """The name in lines and the amount below it; the name alone; nothing where it would be cut."""
        for share, weight in _LETTERS:
            if texts := self._lettered(tile, box, colour, self.style.small * share, weight):
                return texts
        return []

    def _lettered(self, tile: Tile, box: Box, colour: str, size: float, weight: int) -> list[Shape]:
        left, top, width, height = box
        pad = size * 0.4
        room = width - 2 * pad
        if room < size * 2 or height < size * 1.4:
            return []
        lines = wrapped(tile.label, room, size, self.measure, weight)
        words = {word for line in lines for word in line.split()}
        if not words <= set(tile.label.split()) or len(lines) * size * 1.2 + pad > height:
            return []
        said = [(line, weight) for line in lines]
        for more in filter(None, (amount_text(tile.amount), tile.remark)):
            if (len(said) + 1) * size * 1.2 + pad > height or self.measure(more, size, 400) > room:
                break
            said.append((more, 400))
        return [
            Text(left + pad, top + pad + size * (0.85 + 1.2 * at), line, size, colour, own)
            for at, (line, own) in enumerate(said)
        ]
