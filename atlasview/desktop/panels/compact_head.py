"""The head of a page as one line, for when the page is scrolled."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from atlasview.desktop.panels.chips import Chip
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.head import HeadText
from atlasview.desktop.theme import Theme


class CompactHead(QWidget):
    """Title, name, the first identifier and the atlas on one line over a hairline."""

    def __init__(self, theme: Theme, exits: Exits, text: HeadText, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._margin = 0
        self._spots: list[tuple[str, str, int, str]] = []
        self._chip = Chip(theme, exits, text.chips[0], self) if text.chips else None
        self.setAccessibleName(f"{text.title} {text.name}".strip())
        theme.changed.connect(self._arrange)

    def set_margin(self, margin: int) -> None:
        """Distance of the texts from both edges, that of the page below."""
        self._margin = margin
        self._arrange()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """What fits depends on the width."""
        self._arrange()

    def _arrange(self) -> None:
        theme, gap = self._theme, self._theme.px(12)
        metrics = {font: QFontMetrics(theme.font(font)) for font in ("section", "body", "caption")}
        right = self.width() - self._margin
        self._spots = []
        atlas = metrics["caption"].horizontalAdvance(self._text.atlas)
        if atlas < self.width() // 4:
            right -= atlas
            self._spots.append(("caption", "text-muted", right, self._text.atlas))
            right -= gap
        title = _fitting(metrics["section"], self._text.title, right - self._margin)
        self._spots.append(("section", "text", self._margin, title))
        left = self._margin + metrics["section"].horizontalAdvance(title) + gap
        chip = self._chip.sizeHint().width() + gap if self._chip is not None else 0
        name = _fitting(metrics["body"], self._text.name, right - left - chip)
        if name:
            self._spots.append(("body", "text-muted", left, name))
            left += metrics["body"].horizontalAdvance(name) + gap
        self._place_chip(left, right)
        self.update()

    def _place_chip(self, left: int, right: int) -> None:
        if self._chip is None:
            return
        size = self._chip.sizeHint()
        self._chip.setGeometry(left, (self.height() + 1 - size.height()) // 2, size.width(), size.height())
        self._chip.setVisible(left + size.width() <= right)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, texts on one base line, hairline."""
        theme = self._theme
        base = (self.height() + QFontMetrics(theme.font("section")).capHeight()) // 2
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("surface"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("hairline"))
            for font, role, left, text in self._spots:
                painter.setFont(theme.font(font))
                painter.setPen(theme.colour(role))
                painter.drawText(left, base, text)


def _fitting(metrics: QFontMetrics, text: str, room: int) -> str:
    fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
    return fitting if len(fitting) > 2 or fitting == text else ""
