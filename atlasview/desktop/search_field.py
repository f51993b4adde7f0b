"""The search field: one key away from everywhere, with its key written in it while it is empty-handed."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from atlasview.desktop.shortcuts import shown
from atlasview.desktop.theme import Theme

LONGEST = 5000
"""More letters than this are not taken."""


class SearchField(QLineEdit):
    """Where one types; the list below it is another widget's.

    entered  the user came in; moved(-1, 1, -8, 8) wants another row; accepted(new_tab) opens the chosen one
    escaped  back to the page
    """

    entered = Signal()
    moved = Signal(int)
    accepted = Signal(bool)
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("search-field")
        self.setAccessibleName("Search")
        self.setAccessibleDescription("Genes, cell types, terms, diseases, papers")
        self.setMaxLength(LONGEST)
        self._take_theme()
        theme.changed.connect(self._take_theme)

    def say_closed(self, closed: bool) -> None:
        """Without an atlas there is nothing to search."""
        self.setEnabled(not closed)
        self.setPlaceholderText("Open an atlas to search" if closed else "Search genes, cell types, terms, papers")

    def _take_theme(self) -> None:
        px = self._theme.px
        self.setFixedHeight(self._theme.height("search-field"))
        self.setTextMargins(px(25), 0, self._hint_width() + px(8), 0)
        self.update()

    def _hint_width(self) -> int:
        return QFontMetrics(self._theme.font("caption")).horizontalAdvance(shown("Ctrl+L")) + self._theme.px(12)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in opens the list."""
        super().focusInEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down are the list's, Enter opens, Escape returns; the rest is text."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, a lens at its left, its key at its right."""
        super().paintEvent(event)
        px = self._theme.px
        middle = self.height() // 2
        with QPainter(self) as painter:
            self._theme.paint_icon(painter, "search", QPoint(px(18), middle), "text-muted")
            width, height = self._hint_width(), px(18)
            chip = QRect(self.width() - width - px(9), middle - height // 2, width, height)
            painter.setPen(self._theme.colour("hairline"))
            painter.drawRoundedRect(chip, self._theme.radius("chip"), self._theme.radius("chip"))
            painter.setFont(self._theme.font("caption"))
            painter.setPen(self._theme.colour("text-muted"))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown("Ctrl+L"))
