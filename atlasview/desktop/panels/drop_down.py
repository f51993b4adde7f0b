"""A drop-down whose label stands inside, muted, before the value."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from atlasview.desktop.panels.speaking import LabelledBox
from atlasview.desktop.panels.term_card import word_card
from atlasview.desktop.theme import Theme

_WIDEST = 170
"""Room for a choice that is not the present one, in pixels of the design; the list itself is as wide as it needs."""


class DropDown(LabelledBox):
    """One of several choices; `chosen` carries the key of the one that the person picked."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, label: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`choices` are (key, text) in order; `label` is drawn before the value and spoken by screen readers."""
        super().__init__(parent)
        self._theme = theme
        self._label = label
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.offer(choices)
        self.activated.connect(self._tell)
        self.currentIndexChanged.connect(self.updateGeometry)
        word_card(theme, self, label)
        theme.changed.connect(self.updateGeometry)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; the present one stays where it is among them, else the first is shown."""
        if [(self.itemData(row), self.itemText(row)) for row in range(self.count())] == list(choices):
            return
        present = self.currentData()
        self.clear()
        for key, text in choices:
            self.addItem(text, key)
        self.choose(present)
        self.updateGeometry()

    def _tell(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))

    def choose(self, key: str | None) -> None:
        """Show a choice without telling anyone; an unknown key changes nothing."""
        index = self.findData(key)
        if index >= 0:
            self.setCurrentIndex(index)

    def choice(self) -> str:
        """Key of the present choice."""
        key: str = self.currentData()
        return key

    def sizeHint(self) -> QSize:
        """Wide enough for the longest choice as far as that is no very long one, and for the present one always."""
        theme, metrics = self._theme, QFontMetrics(self._theme.font("strong"))
        longest = max((metrics.horizontalAdvance(self.itemText(row)) for row in range(self.count())), default=0)
        value = max(min(longest, theme.px(_WIDEST)), metrics.horizontalAdvance(self.currentText()))
        label = metrics.horizontalAdvance(self._label)
        return QSize(label + value + theme.px(10 + 8 + 10 + 16 + 8), theme.height("control"))

    def minimumSizeHint(self) -> QSize:
        """As wide as the label with a few letters of the value."""
        return QSize(min(self.sizeHint().width(), self._theme.px(140)), self._theme.height("control"))

    def showPopup(self) -> None:
        """The list is as wide as its longest choice needs, also where the field is narrower."""
        metrics = QFontMetrics(self.view().font())
        longest = max((metrics.horizontalAdvance(self.itemText(row)) for row in range(self.count())), default=0)
        self.view().setMinimumWidth(longest + self._theme.px(40))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; a wheel in passing chooses nothing."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Outline, label, value, chevron."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focused = self.hasFocus()
            painter.setPen(QPen(theme.colour("focus-ring" if focused else "control-border"), 2 if focused else 1))
            painter.setBrush(theme.colour("hover" if self.underMouse() else "surface"))
            inset = 1.0 if focused else 0.5
            edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(edge, theme.radius("control"), theme.radius("control"))
            theme.paint_icon(painter, "chevron-down", QPoint(self.width() - theme.px(15), self.height() // 2), side=14)
            self._paint_texts(painter)

    def _paint_texts(self, painter: QPainter) -> None:
        theme = self._theme
        inner = self.rect().adjusted(theme.px(10), 0, -theme.px(26), 0)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text-muted"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self._label)
        taken = painter.fontMetrics().horizontalAdvance(self._label) + theme.px(8)
        rest = QRect(inner.left() + taken, 0, inner.width() - taken, self.height())
        painter.setPen(theme.colour("text"))
        text = painter.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, text)
