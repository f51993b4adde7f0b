"""Features that are too many to be drawn one by one: how many there are along the line."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from atlasview.figures.marks import Mark, Rect
from atlasview.figures.residues import grouped
from atlasview.figures.scale import Scale
from atlasview.figures.style import FigureStyle
from atlasview.figures.track_rows import Row

COLUMN = 3.0
"""Width of a column in pixels."""


def centres_in_view(row: Row, scale: Scale) -> Sequence[float]:
    """Middles of the features of a track that are in a window, ascending."""
    centres = row.track.centres
    return centres[bisect_left(centres, scale.first - 0.5) : bisect_right(centres, scale.last + 0.5)]


def density_mark(row: Row, centres: Sequence[float], scale: Scale, style: FigureStyle) -> Mark:
    """A column for each 3 px, as high as its share of the fullest column, whose number is the hint."""
    unit = COLUMN * style.unit
    cell, origin = scale.cell / unit, (0.5 - scale.first) * scale.cell / unit
    counts = Counter([int(centre * cell + origin) for centre in centres])
    most, room = max(counts.values(), default=1), row.height - 5 * style.unit
    floor = row.top + row.height - 2 * style.unit
    shapes = []
    width = max(unit - style.unit * 0.6, 0.5)
    for column, count in sorted(counts.items()):
        if 0 <= column * unit < scale.width:
            height = max(room * count / most, 2 * style.unit)
            x = column * unit
            shapes.append(Rect(scale.left + x, floor - height, min(width, scale.width - x), height, row.track.main))
    return Mark(f"{row.track.key}-density", tuple(shapes), hint=(density_words(row, most),))


def density_words(row: Row, most: int) -> str:
    """How many features the greatest height of a track stands for."""
    return f"{row.track.label} up to\u00a0{grouped(most)}"
