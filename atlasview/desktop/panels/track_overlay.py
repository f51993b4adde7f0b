"""What moves over the feature tracks: selection, cursor line, flag."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from atlasview.desktop.panels.residue_cursor import ResidueCursor
from atlasview.desktop.panels.track_canvas import TrackCanvas
from atlasview.desktop.panels.track_window import TrackWindow
from atlasview.desktop.theme import Theme
from atlasview.figures.scale import Scale

_LINE = 1.2
_SELECTION_SHARE = 0.5


def paint_overlay(
    painter: QPainter, theme: Theme, canvas: TrackCanvas, window: TrackWindow, cursor: ResidueCursor, focused: bool
) -> None:
    """Selection as a band behind a thin outline, cursor as a line through all tracks with a flag at the ruler."""
    scale = canvas.scale(window)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rows = canvas.sheet.rows
    top = rows[0].top if rows else canvas.sheet.height - theme.px(8)
    bottom = rows[-1].top + rows[-1].height if rows else canvas.sheet.height
    if cursor.selection and scale.holds(cursor.selection.start, cursor.selection.end):
        left, width = scale.box(cursor.selection.start, cursor.selection.end, 1.0)
        _band(painter, theme, QRectF(left, top, width, bottom - top))
    if cursor.position:
        overview = canvas.overview_scale.middle(cursor.position)
        painter.setPen(QPen(theme.colour("accent"), _LINE))
        painter.drawLine(QPointF(overview, 0), QPointF(overview, canvas.overview_height))
        if scale.holds(cursor.position, cursor.position):
            x = scale.middle(cursor.position)
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
            _flag(painter, theme, canvas, x, scale, cursor.position, top, focused)


def _band(painter: QPainter, theme: Theme, box: QRectF) -> None:
    colour = theme.colour("selection")
    colour.setAlphaF(_SELECTION_SHARE)
    painter.fillRect(box, colour)
    painter.setPen(QPen(theme.colour("accent"), 1))
    painter.drawLine(box.topLeft(), box.bottomLeft())
    painter.drawLine(box.topRight(), box.bottomRight())


def _flag(
    painter: QPainter,
    theme: Theme,
    canvas: TrackCanvas,
    x: float,
    scale: Scale,
    position: int,
    bottom: float,
    focused: bool,
) -> None:
    text = f"{canvas.view.sequence[position - 1]}{canvas.view.numbering.flag(position)}"
    font = theme.font("column-head")
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(text) + theme.px(12)
    height = metrics.height() + theme.px(2)
    left = min(max(x - width / 2, scale.left), scale.left + scale.width - width)
    box = QRectF(left, bottom - height - theme.px(2), width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(box, 2, 2)
    painter.setFont(font)
    painter.setPen(theme.colour("accent-text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("surface"), 1))
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3)
        painter.setPen(QPen(theme.colour("focus-ring"), 2))
        painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 4, 4)
