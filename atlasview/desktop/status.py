"""The status bar: what is so at the left, which atlas at the right."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.theme import Theme


class StatusBar(QWidget):
    """One line at the foot of the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problem = False
        self._message = RoleLabel(theme, "", "small", "text-muted", self)
        self._message.setObjectName("status-message")
        self._message.setAccessibleName("Status")
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._atlas = RoleLabel(theme, "No atlas open", "small", "text-muted", self)
        self._atlas.setObjectName("status-atlas")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._message, 1)
        self._row.addWidget(self._atlas)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    @property
    def message(self) -> str:
        """What is said now."""
        return self._message.text()

    def say(self, message: str, problem: bool = False) -> None:
        """Say something at the left; a problem has its sign and colour."""
        self._message.setText(message)
        if problem != self._problem:
            self._problem = problem
            self._message.look("small", "problem" if problem else "text-muted")
            self._take_theme()

    def name_atlas(self, name: str) -> None:
        """Name the atlas at the right; empty for none."""
        self._atlas.setText(name or "No atlas open")

    def _take_theme(self) -> None:
        theme = self._theme
        self.setFixedHeight(theme.height("status-bar"))
        self._row.setContentsMargins(theme.px(34 if self._problem else 12), 1, theme.px(12), 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline above, and the sign of a problem."""
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, self._theme.colour("hairline"))
            if self._problem:
                centre = QPoint(self._theme.px(20), self.height() // 2)
                self._theme.paint_icon(painter, "warning", centre, "problem")
