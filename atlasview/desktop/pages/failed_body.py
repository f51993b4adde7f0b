"""What stands in the place of a section that could not be drawn: what happened, and the way to the report."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from atlasview.desktop.controls import LinkButton
from atlasview.desktop.panels.empty import Empty, Reason
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.theme import Theme

REPORT = "report"
"""Name of the window's action that shows the report."""


class FailedBody(QWidget):
    """Says that a section failed and the rest did not; the report is the window's, where the page stands in one."""

    def __init__(self, theme: Theme, exits: Exits, section: str, error: Exception) -> None:
        super().__init__()
        self._theme = theme
        why = f"{type(error).__name__}: {error}. The rest of the page is not affected."
        self._report = LinkButton("Report this mistake…", self)
        self._report.clicked.connect(self._show_report)
        self._row = QHBoxLayout()
        self._row.addWidget(self._report)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Empty(theme, exits, Reason("problem", f"The section {section} could not be drawn", why)))
        column.addLayout(self._row)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def _take_theme(self) -> None:
        self._row.setContentsMargins(self._theme.px(28), 0, 0, self._theme.px(8))

    def _show_report(self) -> None:
        action = self.window().findChild(QAction, REPORT)
        if action is not None:
            action.trigger()
