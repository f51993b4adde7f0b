"""How the rows of an expression chart are shared out among columns of about the same height."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from atlasview.figures.expression_rows import Group, Row
from atlasview.figures.lettering import wrapped
from atlasview.figures.marks import Measure
from atlasview.figures.style import FigureStyle

_LEAST_WIDTH = 28.0
"""Width of a column at the least, in text sizes."""
_LEAST_ROWS = 12
"""Rows that stand in one column whatever the width."""
_MOST_COLUMNS = 3
_LONG, _HELD = 24, 4
"""Groups of more rows than the first may be parted; so many rows stay under the head."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stays together in a column: the lines of a head, if any, and rows with the lines of their labels."""

    head: tuple[str, ...]
    rows: tuple[tuple[Row, list[str]], ...]

    def head_height(self, style: FigureStyle) -> float:
        """Height of the head alone."""
        return style.row + (len(self.head) - 1) * style.text * 1.25 if self.head else 0.0

    def height(self, style: FigureStyle) -> float:
        """Height with its rows, without the space before it."""
        rows = sum(style.row + (len(lines) - 1) * style.text * 1.25 for _row, lines in self.rows)
        return self.head_height(style) + rows


def column_count(rows: int, width: float, style: FigureStyle) -> int:
    """How many columns there are."""
    by_rows = rows // _LEAST_ROWS
    return max(1, min(_MOST_COLUMNS, by_rows, int(width / (_LEAST_WIDTH * style.text))))


def pieces_of(groups: Iterable[Group], room: float, style: FigureStyle, measure: Measure) -> list[Piece]:
    """Groups as pieces, their labels broken into lines that have `room`; long groups and single rows come apart."""
    found: list[Piece] = []
    label = room - 8 * style.unit
    for group in groups:
        rows = [(row, wrapped(row.label, label, style.text, measure, 600)) for row in group.rows]
        head = tuple(wrapped(group.head, room * 1.6, style.text, measure, 600)) if group.head else ()
        held = 0 if not head else _HELD if len(rows) > _LONG else len(rows)
        if held:
            found.append(Piece(head, tuple(rows[:held])))
        found += (Piece((), (row,)) for row in rows[held:])
    return found


def in_columns(pieces: list[Piece], count: int, style: FigureStyle) -> list[list[Piece]]:
    """The pieces in order, in at most `count` columns, of which the highest is as low as can be."""
    low = max((piece.height(style) for piece in pieces), default=0.0)
    high = sum(piece.height(style) + style.row for piece in pieces)
    for _ in range(24):
        middle = (low + high) / 2
        if len(list(_filled(pieces, middle, style))) <= count:
            high = middle
        else:
            low = middle
    return list(_filled(pieces, high, style))


def _filled(pieces: list[Piece], most: float, style: FigureStyle) -> Iterator[list[Piece]]:
    column: list[Piece] = []
    height = 0.0
    for piece in pieces:
        before = style.row * 0.5 if column and piece.head else 0.0
        own = piece.height(style)
        if column and height + before + own > most:
            yield column
            column, height, before = [], 0.0, 0.0
        column.append(piece)
        height += before + own
    if column:
        yield column
