"""A box to tick that grows with the text and follows the theme."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from atlasview.desktop.theme import Theme

_SIDE = 15.0
_GAP = 6.0


class CheckBox(QCheckBox):
    """Box, tick, words."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as box and words."""
        theme = self._theme
        words = QFontMetrics(theme.font("body")).horizontalAdvance(self.text())
        return QSize(words + theme.px(_SIDE + _GAP) + 4, theme.height("control"))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """Box and words can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box with its outline, filled and ticked where checked; a ring where the focus is."""
        theme, checked = self._theme, self.isChecked()
        side = theme.px(_SIDE)
        box = QRect(2, (self.height() - side) // 2, side, side)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            role = "focus-ring" if self.hasFocus() else "accent" if checked else "control-border"
            painter.setPen(QPen(theme.colour(role), 2 if self.hasFocus() else 1))
            painter.setBrush(theme.colour("accent" if checked else "surface"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            if checked:
                theme.paint_icon(painter, "check", box.center() + QPoint(1, 1), "accent-text", 13)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
            painter.setFont(theme.font("body"))
            painter.setPen(theme.colour("text"))
            words = self.rect().adjusted(theme.px(_SIDE + _GAP) + 2, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
