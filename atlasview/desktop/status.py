"""The status bar: what is so at the left, which atlas at the right."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.shortcuts import shown
from atlasview.desktop.theme import Theme
from atlasview.desktop.work_status import WorkStatus


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
        self.atlas = QToolButton(self)
        self.atlas.setObjectName("status-atlas")
        self.atlas.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.atlas.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the name
        self.atlas.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.name_atlas("")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._message, 1)
        self._row.addWidget(self.atlas)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    @property
    def message(self) -> str:
        """What is said now."""
        return self._message.text()

    def add_work(self, shows: str, cancels: str) -> WorkStatus:
        """A line for work that goes on beside the window, hidden as yet; what `Show` shows and `Cancel` cancels."""
        work = WorkStatus(self._theme, shows, cancels, self)
        work.hide()
        self._row.insertWidget(self._row.indexOf(self._message), work)
        return work

    def say(self, message: str, problem: bool = False) -> None:
        """Say something at the left; a problem has its sign and colour."""
        self._message.setText(message)
        if problem != self._problem:
            self._problem = problem
            self._message.look("small", "problem" if problem else "text-muted")
            self._take_theme()

    def name_atlas(self, name: str) -> None:
        """Name the atlas at the right; empty for none."""
        self.atlas.setText(name or "No atlas open")
        self.atlas.setAccessibleName(f"Switch atlas: {name or 'none is open'}")
        self.atlas.setToolTip(f"Switch atlas ({shown('Ctrl+Shift+O')})")

    def _take_theme(self) -> None:
        theme = self._theme
        self.setFixedHeight(theme.height("status-bar"))
        self._row.setContentsMargins(theme.px(34 if self._problem else 12), 1, theme.px(4), 0)
        self.atlas.setFont(theme.font("small"))
        self.atlas.setIcon(theme.icon("chevron-up", "text-muted"))
        self.atlas.setIconSize(QSize(theme.px(12), theme.px(12)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline above, and the sign of a problem."""
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, self._theme.colour("hairline"))
            if self._problem:
                centre = QPoint(self._theme.px(20), self.height() // 2)
                self._theme.paint_icon(painter, "warning", centre, "problem")
