"""The head of a page's section: its name, a hairline, and where its facts come from."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from atlasview.desktop.panels.speaking import Speaker
from atlasview.desktop.panels.term_card import TermCard, Word, spoken_of
from atlasview.desktop.theme import Theme


class SectionHead(Speaker):
    """Name at the left, sources at the right in caption size, hairline below; a name that is a term has its card."""

    role = QAccessible.Role.Heading

    def __init__(self, theme: Theme, name: str, sources: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._sources = sources
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"from {sources}" if sources else "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        TermCard(theme, self, self._words, keeper=parent)
        theme.changed.connect(self.updateGeometry)

    def described(self) -> str:
        """What the name means, and where the facts come from."""
        return " ".join(part for part in (spoken_of(self._name), self.accessibleDescription()) if part)

    def _words(self) -> list[Word]:
        width = QFontMetrics(self._theme.font("section")).horizontalAdvance(self._name)
        return [Word(self._name, QRect(0, 0, width, self.height()))]

    def sizeHint(self) -> QSize:
        """The height of the tokens."""
        return QSize(self._theme.px(200), self._theme.height("section-head"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Name, sources as far as there is room, hairline."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.setFont(theme.font("section"))
            painter.setPen(theme.colour("text"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._name)
            taken = painter.fontMetrics().horizontalAdvance(self._name) + theme.px(20)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("text-muted"))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._fitting(taken)
            )
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("hairline"))

    def _fitting(self, taken: int) -> str:
        metrics = QFontMetrics(self._theme.font("caption"))
        room = self.width() - taken
        text = metrics.elidedText(self._sources, Qt.TextElideMode.ElideRight, max(0, room))
        self.setToolTip(self._sources if text != self._sources else "")
        return text
