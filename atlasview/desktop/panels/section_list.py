"""The list of a page's sections, and the drop-down that takes its place in narrow windows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from atlasview.desktop.panels.wording import UNKNOWN
from atlasview.desktop.theme import Theme

_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """A section as the list shows it: `count` at the right; an empty section shows `–` there."""

    name: str
    count: str = ""
    empty: bool = False

    @property
    def note(self) -> str:
        """What stands at the right."""
        return UNKNOWN if self.empty else self.count


class _Entries(QAbstractListModel):
    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self.entries = tuple(entries)

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.name}, {'empty' if entry.empty else entry.count}".removesuffix(", ")
        return None


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: "SectionList") -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        return QSize(self._theme.px(80), self._theme.height("section-row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        theme, box = self._theme, QRect(option.rect)
        state = option.state
        entry: Entry = self._view.entries[index.row()]
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if current:
            mark = box.adjusted(0, theme.px(5), 0, -theme.px(5))
            painter.fillRect(mark.left(), mark.top(), theme.px(3), mark.height(), theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        _draw_entry(painter, theme, box, entry, current)
        if current and self._view.hasFocus():
            painter.setPen(theme.colour("focus-ring"))
            painter.drawRect(box.adjusted(theme.px(6), 0, -theme.px(4), -1))
        painter.restore()


def _draw_entry(painter: QPainter, theme: Theme, box: QRect, entry: Entry, current: bool) -> None:
    inner = box.adjusted(theme.px(18), 0, -theme.px(14), 0)
    note_font = theme.font("small")
    painter.setFont(note_font)
    painter.setPen(theme.colour("text-muted"))
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, entry.note)
    room = inner.width() - painter.fontMetrics().horizontalAdvance(entry.note) - theme.px(6)
    font: QFont = theme.font("strong" if current else "body")
    painter.setFont(font)
    painter.setPen(theme.colour("text-muted" if entry.empty and not current else "text"))
    name = painter.fontMetrics().elidedText(entry.name, Qt.TextElideMode.ElideRight, room)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)


class SectionList(QListView):
    """Sections of a page; `chosen` carries the name of the one that the person picked.

    entered  name of the section that the keyboard goes on in
    """

    chosen = Signal(str)
    entered = Signal(str)

    def __init__(self, theme: Theme, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self.setObjectName("section-list")
        self.setAccessibleName("Sections of this page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setViewportMargins(0, theme.px(16), 0, 0)
        self.entries = tuple(entries)
        self._model = _Entries(self.entries, self)
        self.setModel(self._model)
        self.setItemDelegate(_EntryDelegate(theme, self))
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._tell)
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setViewportMargins(0, self._theme.px(16), 0, 0)
        self.scheduleDelayedItemsLayout()

    def _tell(self, index: QModelIndex) -> None:
        if not self._quiet and index.isValid():
            self.chosen.emit(self.entries[index.row()].name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the current section."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.entered.emit(self.current())
        else:
            super().keyPressEvent(event)

    def needed_width(self) -> int:
        """Width at which every name and count is whole."""
        theme = self._theme
        names, notes = QFontMetrics(theme.font("strong")), QFontMetrics(theme.font("small"))
        widths = (names.horizontalAdvance(entry.name) + notes.horizontalAdvance(entry.note) for entry in self.entries)
        return max(widths, default=0) + theme.px(18 + 14 + 10)

    def first(self) -> str:
        """Name of the first section, empty where there is none."""
        return self.entries[0].name if self.entries else ""

    def current(self) -> str:
        """Name of the current section, empty where there is none."""
        index = self.currentIndex()
        return self.entries[index.row()].name if index.isValid() else ""

    def mark(self, name: str) -> None:
        """Show which section is in view without telling anyone."""
        row = next((row for row, entry in enumerate(self.entries) if entry.name == name), -1)
        if row < 0 or row == self.currentIndex().row():
            return
        self._quiet = True
        try:
            self.selectionModel().setCurrentIndex(
                self._model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        finally:
            self._quiet = False
