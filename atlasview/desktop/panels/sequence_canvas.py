"""What the sequence panel shows at one width: the grid of residues, and how lines, selection and cursor are painted."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from atlasview.desktop.panels.residue_cursor import ResidueCursor
from atlasview.desktop.panels.sequence_grid import BLOCK, SequenceGrid, residues_that_fit
from atlasview.desktop.panels.sequence_tiles import UNDERLINE_STEP, SequenceTiles, baseline_of, letters_font
from atlasview.desktop.theme import Theme
from atlasview.figures.features_on_sequence import Colouring
from atlasview.figures.found import Run
from atlasview.figures.isoforms import Shown
from atlasview.figures.palette import feature_ink

MOST_LINES = 24
"""Lines that are shown at once; a longer sequence scrolls."""

_BAR = 14


@dataclass(frozen=True, slots=True)
class SequenceLook:
    """What to show: a sequence, the features that colour it, a scheme, residues per line (0: as many as fit)."""

    view: Shown
    drawn: Colouring
    scheme: str = "features"
    most: int = 0


class SequenceCanvas:
    """One look at one width. Places are those of the widget; `offset` is how far it is scrolled."""

    def __init__(self, theme: Theme, look: SequenceLook, width: int) -> None:
        self._theme = theme
        self.look = look
        self.grid = _grid(theme, look, width)
        self._font = letters_font(theme, self.grid)
        self._tiles: SequenceTiles | None = None

    @property
    def height(self) -> int:
        """Height of the head and of all lines, of MOST_LINES at most."""
        return math.ceil(self.grid.head + min(self.grid.lines, MOST_LINES) * self.grid.line)

    def residue_at(self, place: QPointF, offset: int) -> int | None:
        """Residue under a place, None beside the letters."""
        if place.y() < self.grid.head:
            return None
        return self.grid.residue_at(place.x(), place.y() - self.grid.head + offset)

    def nearest(self, place: QPointF, offset: int) -> int:
        """The residue nearest to a place."""
        return self.grid.nearest(place.x(), place.y() - self.grid.head + offset)

    def cell(self, position: int, offset: int) -> QRectF:
        """Box of a residue's letter."""
        line = self.grid.line_of(position)
        first, _ = self.grid.span_of(line)
        top = self.grid.head + line * self.grid.line - offset
        return QRectF(self.grid.x(position - first), top, self.grid.cell, self.grid.letter)

    def paint(
        self,
        painter: QPainter,
        exposed: QRect,
        offset: int,
        cursor: ResidueCursor,
        focused: bool,
        found: Sequence[Run] = (),
    ) -> None:
        """The lines in view from their pictures, then hits, selection and cursor, and the numbers over them."""
        grid = self.grid
        if self._tiles is None:
            ratio = painter.device().devicePixelRatioF()
            self._tiles = SequenceTiles(self._theme, self.look.view, self.look.drawn, self.look.scheme, grid, ratio)
        first = max(int((exposed.top() - grid.head + offset) // grid.line), 0)
        last = min(int((exposed.bottom() - grid.head + offset) // grid.line), grid.lines - 1)
        painter.save()
        painter.setClipRect(QRectF(0, grid.head, exposed.right() + 1, exposed.bottom() + 1 - grid.head))
        for line in range(first, last + 1):
            top = grid.head + line * grid.line - offset
            painter.drawPixmap(QPointF(0, top), self._tiles.line(line))
            self._paint_found(painter, line, top, found)
            self._paint_selection(painter, line, top, cursor)
        if cursor.position:
            self._paint_cursor(painter, self.cell(cursor.position, offset), cursor.position, focused)
        painter.restore()
        self._paint_head(painter)

    def _paint_head(self, painter: QPainter) -> None:
        grid = self.grid
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour("text-muted"))
        for column in range(BLOCK - 1, min(grid.per_line, grid.length), BLOCK):
            right = grid.x(column) + grid.cell
            box = QRectF(right - BLOCK * grid.cell, 0, BLOCK * grid.cell, grid.head - self._theme.px(3))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, str(column + 1))

    def _paint_found(self, painter: QPainter, line: int, top: float, found: Sequence[Run]) -> None:
        """What was found in a line, on its colour; runs are by residue and do not overlap."""
        first, last = self.grid.span_of(line)
        ink = feature_ink("found")
        for place in range(bisect_left(found, first, key=_end_of), len(found)):
            start, stop = max(found[place][0], first), min(found[place][1], last)
            run = self.grid.run(line, start, stop) if start <= stop else None
            if run is None:
                break
            painter.fillRect(QRectF(run[0], top, run[1], self.grid.letter), QColor(ink.fill or ink.strong))
            self._paint_letters(painter, start, self.look.view.sequence[start - 1 : stop], top, QColor(ink.on))

    def _paint_selection(self, painter: QPainter, line: int, top: float, cursor: ResidueCursor) -> None:
        chosen = cursor.selection
        run = self.grid.run(line, chosen.start, chosen.end) if chosen else None
        if chosen is None or run is None:
            return
        painter.fillRect(QRectF(run[0], top, run[1], self.grid.letter), self._theme.colour("selection"))
        first, last = self.grid.span_of(line)
        start, end = max(chosen.start, first), min(chosen.end, last)
        self._paint_letters(painter, start, self.look.view.sequence[start - 1 : end], top, self._theme.colour("text"))

    def _paint_letters(self, painter: QPainter, start: int, letters: str, top: float, colour: QColor) -> None:
        first, _ = self.grid.span_of(self.grid.line_of(start))
        painter.setFont(self._font)
        painter.setPen(colour)
        base = top + baseline_of(self._font, self.grid)
        at = 0
        while at < len(letters):
            column = start + at - first
            block = letters[at : at + BLOCK - column % BLOCK]
            painter.drawText(QPointF(self.grid.x(column), base), block)
            at += len(block)

    def _paint_cursor(self, painter: QPainter, box: QRectF, position: int, focused: bool) -> None:
        painter.fillRect(box, self._theme.colour("accent"))
        letter = self.look.view.sequence[position - 1]
        self._paint_letters(painter, position, letter, box.top(), self._theme.colour("accent-text"))
        if focused:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("focus-ring"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-3, -1, 3, 2), 2, 2)


def _end_of(run: Run) -> int:
    return run[1]


def _grid(theme: Theme, look: SequenceLook, width: int) -> SequenceGrid:
    letters, numbers = QFontMetricsF(theme.font("sequence")), QFontMetricsF(theme.font("caption"))
    length = max(look.view.length, 1)
    cell, gap = letters.horizontalAdvance("M"), float(theme.px(9))
    number = numbers.horizontalAdvance("0" * len(str(length)))
    left = number + theme.px(10)
    room = width - left - number - theme.px(10)
    per_line = residues_that_fit(room, cell, gap, look.most)
    if -(-length // per_line) > MOST_LINES:
        per_line = residues_that_fit(room - theme.px(_BAR), cell, gap, look.most)
    letter = float(math.ceil(letters.height() + 1))
    dots = theme.px(7) if look.drawn.dots else 0
    extras = look.drawn.lanes * theme.px(UNDERLINE_STEP) + dots if look.scheme == "features" else 0
    head = float(math.ceil(numbers.height() + theme.px(4)))
    return SequenceGrid(length, per_line, cell, gap, left, head, letter + extras + theme.px(4), letter)
