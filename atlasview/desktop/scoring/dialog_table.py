"""A table of a dialog: shows other records at any time, takes the room that there is, and tells of its keys."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTableView

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.theme import Theme

_LEAST_ROWS = 3


class DialogTable(RecordTable):
    """Its links lead nowhere, since a dialog has no pages.

    opened   the record of a row: Enter, F2, or a double click
    removed  Delete was pressed over the selected rows
    """

    more = ""
    """A second sentence for a table without rows."""
    opened = Signal(object)
    removed = Signal()

    def __init__(
        self, theme: Theme, name: str, spoken: str, columns: Sequence[Column], key: Callable[[Any], object]
    ) -> None:
        """`key` says which record is the same when others are shown."""
        self._own_exits = Exits()
        super().__init__(theme, self._own_exits, columns, ())
        self._key = key
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.doubleClicked.connect(self._open)

    def show_records(self, records: Iterable[Any]) -> None:
        """Show other records; the row that was selected stays so where its record is still there."""
        rows = tuple(records)
        if rows == tuple(self.records_model.records()) and rows:
            return
        present = [self._key(one) for one in self.chosen()]
        self.records_model.take(rows)
        self._restyle()
        if present:
            self.select(lambda record: self._key(record) == present[0])

    def chosen(self) -> list[Any]:
        """Records of the selected rows."""
        return [self.records_model.record(row) for row in self.selected_rows()]

    def sizeHint(self) -> QSize:
        """A few rows; it takes what room there is."""
        return QSize(self._theme.px(300), self._rows_high(8))

    def minimumSizeHint(self) -> QSize:
        """Head and the fewest rows that are of use."""
        return QSize(self._theme.px(120), self._rows_high(_LEAST_ROWS))

    def _rows_high(self, rows: int) -> int:
        return self._theme.height("table-head") + rows * self._theme.height("table-row")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows; with none, what is to be done at their place."""
        if self.records_model.rowCount():
            super().paintEvent(event)
            return
        theme, px = self._theme, self._theme.px
        with QPainter(self.viewport()) as painter:
            box = self.viewport().rect().adjusted(px(8), px(10), -px(8), 0)
            painter.setFont(theme.font("strong"))
            painter.setPen(theme.colour("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignTop, self.nothing)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text-muted"))
            words = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(box.translated(0, px(24)), words, self.more)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.records_model.record(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or F2 opens, Delete removes; Ctrl+Enter is the dialog's."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif enter or event.key() == Qt.Key.Key_F2:
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As tables do by themselves."""
        QTableView.mouseDoubleClickEvent(self, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """There is no page to scroll: the table scrolls."""
        QTableView.wheelEvent(self, event)
