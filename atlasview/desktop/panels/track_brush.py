"""The brush on the overview: which part of the protein is in view, and taking hold of it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from atlasview.desktop.panels.track_window import TrackWindow
from atlasview.desktop.theme import Theme
from atlasview.figures.palette import data_number
from atlasview.figures.scale import Scale

_REACH = 6.0
_LEAST_DRAG = 4.0


class TrackBrush:
    """Its ends are dragged to zoom, its middle to move; a drag outside it opens a new part."""

    def __init__(self) -> None:
        self._hold = ""
        self._from = 0.0
        self._before: TrackWindow | None = None

    @property
    def dragging(self) -> bool:
        """Whether the person holds it."""
        return bool(self._hold)

    def take(self, x: float, window: TrackWindow, scale: Scale) -> None:
        """Take hold of what is under a place: an end, the middle, or nothing yet."""
        low, high = scale.edge(window.first), scale.edge(window.last + 1)
        self._from, self._before = x, window
        if abs(x - low) <= _REACH:
            self._hold = "first"
        elif abs(x - high) <= _REACH:
            self._hold = "last"
        else:
            self._hold = "move" if low < x < high and not window.is_whole else "new"

    def drag(self, x: float, window: TrackWindow, scale: Scale) -> TrackWindow:
        """The window that a drag to a place leads to."""
        before = self._before or window
        residue = scale.residue_at(x)
        if self._hold == "first":
            return before.between(min(residue, before.last), before.last)
        if self._hold == "last":
            return before.between(before.first, max(residue, before.first))
        if self._hold == "move":
            return before.moved((x - self._from) / scale.cell)
        if abs(x - self._from) < _LEAST_DRAG:
            return before
        low, high = sorted((scale.residue_at(self._from), residue))
        return before.between(low, high)

    def release(self, x: float, window: TrackWindow, scale: Scale) -> TrackWindow:
        """Let go; a click beside the brush brings it there."""
        clicked = self._hold == "new" and abs(x - self._from) < _LEAST_DRAG
        self._hold = ""
        if clicked and not window.is_whole:
            return window.moved(scale.residue_at(x) - (window.first + window.last) / 2)
        return window

    def paint(self, painter: QPainter, theme: Theme, window: TrackWindow, scale: Scale, height: float) -> None:
        """Dim what is not in view, outline what is, quietly where that is all."""
        low, high = scale.edge(window.first), scale.edge(window.last + 1)
        veil = theme.colour("surface")
        veil.setAlphaF(data_number("dim-outside-brush-alpha"))
        painter.fillRect(QRectF(scale.left - 1, 0, low - scale.left, height), veil)
        painter.fillRect(QRectF(high, 0, scale.left + scale.width - high + 1, height), veil)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, thick = ("hairline", 1.0) if window.is_whole else ("accent", 1.5)
        painter.setPen(QPen(theme.colour(role), thick))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(low, 1, max(high - low, 2.0), height - 2), 2, 2)
        painter.setPen(QPen(theme.colour("control-border" if window.is_whole else "accent"), thick))
        painter.setBrush(theme.colour("surface"))
        for x in (low, high):
            half, high = theme.px(7) / 2, theme.px(14)
            inside = min(max(x, scale.left + half), scale.left + scale.width - half)
            painter.drawRoundedRect(QRectF(inside - half, (height - high) / 2, 2 * half, high), 2, 2)
        painter.restore()
