"""Where the side panel stands: its ground and its edge, by which it is made wider; both are there before the panel."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from atlasview.desktop.theme import Theme

NARROWEST, WIDEST = 160.0, 480.0
_GRIP = 6


class SideRoom(QWidget):
    """A strip at the left of the window, with a hairline at its right; `widened` when the person has dragged it.

    Its width is in pixels of the design, so that it grows with the text.
    """

    widened = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._usual = theme.design_width("side-panel")
        self._wanted = self._usual
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 1, 0)
        self._edge = QWidget(self)
        self._edge.setObjectName("side-panel-edge")
        self._edge.setCursor(Qt.CursorShape.SplitHCursor)
        self._edge.setToolTip("Drag to make the side panel wider; double-click for its usual width")
        self._edge.installEventFilter(self)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def wanted(self) -> float:
        """The width in pixels of the design."""
        return self._wanted

    def set_wanted(self, width: float) -> None:
        """Become as wide, within limits."""
        self._wanted = min(max(width, NARROWEST), WIDEST)
        self._fit()

    def take_in(self, panel: QWidget) -> None:
        """Fill the strip with the side panel."""
        self._row.addWidget(panel)
        self._edge.raise_()

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(self._wanted))
        self._edge.setFixedWidth(_GRIP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The edge follows the mouse while it is pressed."""
        if watched is not self._edge or not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.set_wanted(self._usual)
            self.widened.emit()
        elif event.type() == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
            at = self.mapFromGlobal(event.globalPosition().toPoint()).x()
            self.set_wanted(at * self._wanted / max(self.width(), 1))
            self.widened.emit()
        return True

    def resizeEvent(self, _event: QEvent) -> None:
        """The edge stays at the right."""
        self._edge.setGeometry(self.width() - _GRIP, 0, _GRIP, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and hairline."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("window"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("hairline"))
