"""A line of one pixel that separates without weight."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from atlasview.desktop.theme import Theme


class Hairline(QWidget):
    """A horizontal or vertical hairline."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        if orientation == Qt.Orientation.Vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill with the hairline's colour."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("hairline"))
