"""Pictures of the lines of a sequence: tints, underlines, dots, letters, numbers; each is painted once."""

import math
from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from atlasview.desktop.panels.sequence_grid import BLOCK, SequenceGrid
from atlasview.desktop.theme import Theme
from atlasview.figures.features_on_sequence import Colouring
from atlasview.figures.isoforms import Shown
from atlasview.figures.palette import data_number, mix, readable_on
from atlasview.figures.residue_schemes import fills

UNDERLINE, UNDERLINE_STEP = 3, 4
"""Height of an underline and distance of two, in design pixels."""
_KEPT = 48
_DOT = 2.6


class SequenceTiles:
    """Lines as pictures, the last used ones kept."""

    def __init__(
        self, theme: Theme, view: Shown, drawn: Colouring, scheme: str, grid: SequenceGrid, ratio: float
    ) -> None:
        """`ratio` is the screen's pixels per unit, which the pictures are painted in."""
        self._theme, self._view, self._drawn, self._grid = theme, view, drawn, grid
        self._ratio = ratio
        self._by_features = scheme == "features"
        self._tiles: OrderedDict[int, QPixmap] = OrderedDict()
        self._ground = theme.colour("surface").name()
        self._text = theme.colour("text")
        self._fills = fills(scheme)
        self._font = letters_font(theme, grid)
        self._numbers = theme.font("caption")

    def line(self, number: int) -> QPixmap:
        """Picture of a line (from 0)."""
        tile = self._tiles.pop(number, None)
        if tile is None:
            tile = self._painted(number)
        self._tiles[number] = tile
        if len(self._tiles) > _KEPT:
            self._tiles.popitem(last=False)
        return tile

    def _painted(self, line: int) -> QPixmap:
        grid = self._grid
        width = grid.x(grid.per_line - 1) + grid.cell + grid.left + self._theme.px(10)
        tile = QPixmap(QSize(math.ceil(width * self._ratio), math.ceil(grid.line * self._ratio)))
        tile.setDevicePixelRatio(self._ratio)
        tile.fill(self._theme.colour("surface"))
        with QPainter(tile) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            if self._by_features:
                self._paint_features(painter, line)
            elif self._fills:
                self._paint_cells(painter, line)
            self._paint_letters(painter, line)
            self._paint_numbers(painter, line)
        return tile

    def _paint_features(self, painter: QPainter, line: int) -> None:
        grid = self._grid
        tint = data_number("tint-alpha")
        first, last = grid.span_of(line)
        here = [one for one in self._drawn.stretches if one.placed.start <= last and one.placed.end >= first]
        runs = [(one, grid.run(line, one.placed.start, one.placed.end) or (0.0, 0.0)) for one in here]
        for stretch, (x, width) in runs:
            painter.fillRect(QRectF(x, 0, width, grid.letter), QColor(mix(stretch.colour, self._ground, tint)))
        for stretch, (x, width) in runs:
            y = grid.letter + stretch.lane * self._theme.px(UNDERLINE_STEP)
            painter.fillRect(QRectF(x, y, width, self._theme.px(UNDERLINE)), QColor(stretch.colour))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = _DOT * self._theme.scale
        y = grid.letter + self._drawn.lanes * self._theme.px(UNDERLINE_STEP) + 1 + radius
        for dot in self._drawn.dots:
            if first <= dot.position <= last:
                painter.setBrush(QColor(dot.colour))
                painter.drawEllipse(QPointF(grid.x(dot.position - first) + grid.cell / 2, y), radius, radius)

    def _paint_cells(self, painter: QPainter, line: int) -> None:
        grid = self._grid
        first, last = grid.span_of(line)
        cells: dict[str, list[QRectF]] = {}
        for column, letter in enumerate(self._view.sequence[first - 1 : last]):
            fill = self._fills.get(letter)
            if fill:
                cells.setdefault(fill, []).append(QRectF(grid.x(column), 0, grid.cell, grid.letter))
        painter.setPen(Qt.PenStyle.NoPen)
        for fill, boxes in cells.items():
            painter.setBrush(QColor(fill))
            painter.drawRects(boxes)

    def _paint_letters(self, painter: QPainter, line: int) -> None:
        """Each block as one text; where letters stand on fills, dark and light ones in turn."""
        grid = self._grid
        first, last = grid.span_of(line)
        letters = self._view.sequence[first - 1 : last]
        painter.setFont(self._font)
        base = baseline_of(self._font, grid)
        for colour, shown in self._by_colour(letters):
            painter.setPen(colour)
            for at in range(0, len(shown), BLOCK):
                block = shown[at : at + BLOCK]
                if not block.isspace():
                    painter.drawText(QPointF(grid.x(at), base), block)

    def _by_colour(self, letters: str) -> list[tuple[QColor, str]]:
        if not self._fills:
            return [(self._text, letters)]
        colours = {letter: readable_on(fill) for letter, fill in self._fills.items()}
        found: dict[str, list[str]] = {}
        for column, letter in enumerate(letters):
            colour = colours.get(letter, self._text.name())
            found.setdefault(colour, [" "] * len(letters))[column] = letter
        return [(QColor(colour), "".join(shown)) for colour, shown in found.items()]

    def _paint_numbers(self, painter: QPainter, line: int) -> None:
        grid = self._grid
        first, last = grid.span_of(line)
        painter.setFont(self._numbers)
        painter.setPen(self._theme.colour("text-muted"))
        left = QRectF(0, 0, grid.left - self._theme.px(10), grid.letter)
        painter.drawText(left, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(first))
        end = grid.x(last - first) + grid.cell + self._theme.px(10)
        right = QRectF(end, 0, grid.left + self._theme.px(20), grid.letter)
        painter.drawText(right, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(last))


def letters_font(theme: Theme, grid: SequenceGrid) -> QFont:
    """The sequence's font, spaced so that each letter takes a cell."""
    font = theme.font("sequence")
    advance = QFontMetricsF(font).horizontalAdvance("M")
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, grid.cell - advance)
    return font


def baseline_of(font: QFont, grid: SequenceGrid) -> float:
    """Where letters stand in a line."""
    metrics = QFontMetricsF(font)
    return (grid.letter + metrics.ascent() - metrics.descent()) / 2
