"""Where the side panel stands: its ground and its edge are there before the panel is."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from atlasview.desktop.theme import Theme


class SideRoom(QWidget):
    """A strip at the left of the window, with a hairline at its right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 1, 0)

    def take_in(self, panel: QWidget) -> None:
        """Fill the strip with the side panel."""
        self._row.addWidget(panel)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and hairline."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("window"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("hairline"))
