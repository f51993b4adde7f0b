"""The view of every table: rows of records with links, sorting, copying, and a natural height."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QSizePolicy, QTableView, QToolTip

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.exports import Export
from atlasview.desktop.tables.cell_delegate import CellDelegate
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.column_widths import Wish, fitted, wishes
from atlasview.desktop.tables.records_model import RecordsModel
from atlasview.desktop.tables.table_head import TableHead
from atlasview.desktop.theme import Theme

_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class RecordTable(QTableView):
    """A table of records that takes the height of its rows, up to `rows_shown` of them.

    `record_chosen` carries the record of a row when the person selects it; `exports` says what is exported of it
    while it has the focus, `as_table` what as a table.
    """

    record_chosen = Signal(object)
    nothing = "Nothing matches the filter."
    """What stands in a table without rows."""

    def __init__(
        self, theme: Theme, exits: Exits, columns: Sequence[Column], records: Iterable[Any], rows_shown: int = 14
    ) -> None:
        super().__init__()
        self._theme = theme
        self._exits = exits
        self._rows_shown = rows_shown
        self._pointed = (-1, -1)
        self._natural: list[Wish] = []
        self._quiet = False
        self.exports: Callable[[], Export] | None = None
        self.as_table: Callable[[], Export] | None = None
        rows = tuple(records)
        self.records_model = RecordsModel([column for column in columns if column.is_needed(rows)], rows, self)
        self._head = TableHead(theme, self)
        self.setHorizontalHeader(self._head)
        self.setModel(self.records_model)
        self._cells = CellDelegate(theme, self)
        self.setItemDelegate(self._cells)
        self._set_up()
        self._head.sectionClicked.connect(self._sort_or_turn)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.records_model.modelReset.connect(self._after_filter)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)

    def _restyle(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self._theme.height("table-row"))
        self._cells.forget()
        self._natural = wishes(self._theme, self.records_model)
        self._fit_columns()
        self.updateGeometry()

    # --- size

    def sizeHint(self) -> QSize:
        """Head and rows, as many as are shown at once."""
        rows = min(max(1, self.records_model.rowCount()), self._rows_shown)
        height = self._theme.height("table-head") + rows * self._theme.height("table-row") + 1
        if self._overflows():
            height += self.horizontalScrollBar().sizeHint().height()
        return QSize(self._theme.px(300), height)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(self._theme.px(120), self.sizeHint().height())

    def _overflows(self) -> bool:
        shown = (wish.bottom for place, wish in enumerate(self._natural) if not self._is_spare(place))
        return sum(shown) > self.viewport().width() > 0

    def _is_spare(self, place: int) -> bool:
        return self.records_model.columns[place].spare

    def _fit_columns(self) -> None:
        room = self.viewport().width()
        tight = sum(wish.least for wish in self._natural) > room > 0
        shown = [place for place in range(len(self._natural)) if not (tight and self._is_spare(place))]
        for place in filter(self._is_spare, range(len(self._natural))):
            self.setColumnHidden(place, place not in shown)
        for place, width in zip(shown, fitted([self._natural[place] for place in shown], room), strict=True):
            self.setColumnWidth(place, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit_columns()
            self.updateGeometry()

    # --- sorting, filtering, selecting

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        """Sort the rows and show it in the head."""
        self._head.show_sorted(column, order)
        self.sortByColumn(column, order)

    def _sort_or_turn(self, column: int) -> None:
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        order = down if self.records_model.columns[column].number else up
        if self._head.sorted == (column, order):
            order = up if order == down else down
        self.sort_by(column, order)

    def _after_filter(self) -> None:
        self._pointed = (-1, -1)
        self.updateGeometry()

    def select(self, wanted: Callable[[Any], bool]) -> bool:
        """Make the first row whose record is wanted the current one, without telling; False where there is none."""
        row = self.records_model.row_of(wanted)
        if row < 0:
            return False
        self._quiet = True
        try:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self.records_model.index(row, 0), flags)
        finally:
            self._quiet = False
        return True

    def _tell(self, chosen: QItemSelection, _before: QItemSelection) -> None:
        if not self._quiet and not chosen.isEmpty():
            self.record_chosen.emit(self.records_model.record(chosen.first().top()))

    def selected_rows(self) -> list[int]:
        """Rows that are selected, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def copy(self) -> None:
        """Put the selected rows on the clipboard as tab-separated text, all of them where none is selected."""
        rows = self.selected_rows() or list(range(self.records_model.rowCount()))
        said = f"{len(rows)} row{'s' if len(rows) != 1 else ''}"
        self._exits.copy(self.records_model.tsv(rows), said, self.records_model.html(rows))

    def focused_export(self) -> Export | None:
        """What would be exported now, see `exports`."""
        return self.exports() if self.exports is not None else None

    # --- links

    def is_pointed(self, row: int, column: int) -> bool:
        """Whether the pointer, or the cursor while the table has the focus, is on a cell."""
        current = self.currentIndex()
        return (row, column) == self._pointed or (
            self.hasFocus() and (row, column) == (current.row(), current.column())
        )

    def target_at(self, where: QPoint) -> str:
        """Where the cell at a point of the viewport leads, empty for nowhere or beside its text."""
        index = self.indexAt(where)
        if not index.isValid():
            return ""
        column, record = self.records_model.columns[index.column()], self.records_model.record(index.row())
        target = column.target(record)
        if not target:
            return ""
        box = self.visualRect(index)
        width = self._cells.metrics(column).horizontalAdvance(column.text(record)) + self._theme.px(12)
        past = box.right() - where.x() if column.number else where.x() - box.left()
        return target if past <= width else ""

    def open_current(self, new_tab: bool = False) -> None:
        """Follow the link of the current cell, else the first link of its row."""
        index = self.currentIndex()
        if not index.isValid():
            return
        record = self.records_model.record(index.row())
        targets = [column.target(record) for column in self.records_model.columns]
        target = targets[index.column()] or next(filter(None, targets), "")
        if target:
            self._exits.follow(target, new_tab)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A link is followed at release; pressing it with Ctrl or the middle button selects nothing."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.button() == _MIDDLE or (control and self.target_at(event.position().toPoint())):
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a link."""
        super().mouseReleaseEvent(event)
        target = self.target_at(event.position().toPoint())
        if not target or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return
        if event.button() in (_LEFT, _MIDDLE):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._exits.follow(target, control or event.button() == _MIDDLE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which link the pointer is on."""
        super().mouseMoveEvent(event)
        where = event.position().toPoint()
        index = self.indexAt(where)
        self._point(index if self.target_at(where) else QModelIndex())

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is on no link any more."""
        super().leaveEvent(event)
        self._point(QModelIndex())

    def _point(self, index: QModelIndex) -> None:
        pointed = (index.row(), index.column())
        if pointed != self._pointed:
            self._pointed = pointed
            shape = Qt.CursorShape.PointingHandCursor if index.isValid() else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    # --- keys, menu, wheel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows a link, Ctrl+C copies rows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy, open, sort: what the mouse does elsewhere."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Everything that can be done with the table."""
        menu = QMenu(self)
        rows = len(self.selected_rows())
        menu.addAction(f"Copy {rows} selected" if rows else "Copy all rows", self.copy)
        wanted = self.focused_export()
        if wanted is not None:
            menu.addAction(f"Export {rows} selected…" if rows else "Export…", lambda: self._exits.take_away(wanted))
        index = self.currentIndex()
        if index.isValid():
            self._offer_links(menu, self.records_model.record(index.row()))
        sorting = menu.addMenu("Sort by")
        for place, column in enumerate(self.records_model.columns):
            sorting.addAction(column.title, lambda place=place: self._sort_or_turn(place))
        return menu

    def _offer_links(self, menu: QMenu, record: object) -> None:
        for column in self.records_model.columns:
            target = column.target(record)
            if target:
                menu.addAction(f"Open {column.text(record)}", lambda target=target: self._exits.follow(target))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel in passing scrolls the page; the table scrolls while it has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips: what a column says of the cell, else the text where it is cut off."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            QToolTip.showText(event.globalPos(), self._tip(index) if index.isValid() else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, index: QModelIndex) -> str:
        hint = index.data(Qt.ItemDataRole.ToolTipRole)
        if hint:
            return str(hint)
        column = self.records_model.columns[index.column()]
        text = column.text(self.records_model.record(index.row()))
        room = self._cells.room(self.columnWidth(index.column()))
        return text if self._cells.metrics(column).horizontalAdvance(text) > room else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or a line that says that the filter left none."""
        super().paintEvent(event)
        if self.records_model.rowCount() == 0:
            with QPainter(self.viewport()) as painter:
                painter.setPen(self._theme.colour("text-muted"))
                box = self.viewport().rect().adjusted(self._theme.px(8), 0, 0, 0)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.nothing)
