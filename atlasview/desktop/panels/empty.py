"""What an empty section says: what is so, why, and where its data would come from."""

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.rich_text import RichText
from atlasview.desktop.theme import Theme


@dataclass(frozen=True, slots=True)
class Reason:
    """Why there is nothing: one sentence that says what is so, one that says why; `links` is rich text."""

    icon: str
    what: str
    why: str
    links: str = ""


class Empty(QWidget):
    """Icon and two sentences at the text's left edge."""

    def __init__(self, theme: Theme, exits: Exits, reason: Reason) -> None:
        super().__init__()
        self._theme = theme
        self._reason = reason
        self.setAccessibleName(f"{reason.what}. {reason.why}")
        self._text = RichText(theme, exits, self._compose)
        self._text.setAccessibleName(reason.what)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._text)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._column.setContentsMargins(self._theme.px(32), self._theme.px(8), 0, self._theme.px(8))
        self._text.setMaximumWidth(self._theme.width("article-text-max"))

    def _compose(self) -> str:
        reason, gap = self._reason, self._theme.px(4)
        links = f'<p style="margin:{gap}px 0 0 0">{reason.links}</p>' if reason.links else ""
        return (
            f'<p style="margin:0"><span style="font-weight:600">{escape(reason.what)}</span></p>'
            f'<p class="muted" style="margin:{gap // 2}px 0 0 0">{escape(reason.why)}</p>{links}'
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon beside the first line."""
        middle = self._theme.px(8) + self.fontMetrics().height() // 2
        with QPainter(self) as painter:
            self._theme.paint_icon(painter, self._reason.icon, QPoint(self._theme.px(8), middle), "text-muted")
