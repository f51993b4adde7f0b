"""A banner: an accent mark at the left, one or two lines, no box."""

from html import escape

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from atlasview.desktop.theme import Theme


class Banner(QWidget):
    """Says one thing about what follows; `warning` gives it the warning's ground and icon."""

    def __init__(self, theme: Theme, strong: str, rest: str, icon: str = "document", warning: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._warning = warning
        self._texts = (strong, rest)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self.setAccessibleName(f"{strong} {rest}")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        theme = self._theme
        self._row.setContentsMargins(theme.px(40), theme.px(7), theme.px(12), theme.px(7))
        self._label.setFont(theme.font("small"))
        strong, rest = self._texts
        muted = theme.colour("text-muted").name()
        self._label.setText(
            f'<span style="font-weight:600">{escape(strong)}</span> <span style="color:{muted}">{escape(rest)}</span>'
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, mark, icon."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("warning-surface" if self._warning else "window"))
            role = "warning" if self._warning else "accent"
            painter.fillRect(0, 0, theme.px(3), self.height(), theme.colour(role))
            theme.paint_icon(painter, self._icon, QPoint(theme.px(24), self.height() // 2), role)
