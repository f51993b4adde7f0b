"""The place of a term in its ontology: its line of parents, itself, and its children."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from atlasview.desktop.panels.exits import Exits, wants_new_tab, way_to
from atlasview.desktop.panels.wording import counted
from atlasview.desktop.theme import Theme
from atlasview.records.place import Kind, Place
from atlasview.records.profile import TermProfile

_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CHILDREN_SHOWN = 8
_PARENTS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of the tree; a line without `id` leads nowhere."""

    id: str
    name: str
    depth: int
    current: bool = False


def branches(profile: TermProfile) -> tuple[Branch, ...]:
    """Lines of the tree: the nearest parents from the top, the term, its children."""
    line = profile.ancestors[-_PARENTS_SHOWN:]
    above = [Branch(one.id, one.name, depth) for depth, one in enumerate(line)]
    depth = len(above)
    below = [Branch(one.id, one.name, depth + 1) for one in profile.children[:_CHILDREN_SHOWN]]
    more = len(profile.children) - len(below)
    rest = [Branch("", f"{more} more below", depth + 1)] if more > 0 else []
    return (*above, Branch(profile.id, profile.name, depth, current=True), *below, *rest)


class _Branches(QAbstractListModel):
    def __init__(self, lines: Sequence[Branch], parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = tuple(lines)

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.name}, {line.id}, level {line.depth + 1}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.id or None
        return None


class _BranchDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: "_Tree") -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        theme, box = self._theme, QRect(option.rect)
        state = option.state
        line = self._view.lines[index.row()]
        painter.save()
        if line.current:
            painter.fillRect(box, theme.colour("selection"))
        inner = box.adjusted(theme.px(8) + line.depth * theme.px(14), 0, -theme.px(8), 0)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text" if line.current else "text-muted"))
        identifier = line.id.removeprefix("Reactome:")
        width = painter.fontMetrics().horizontalAdvance(identifier)
        if width < inner.width() // 2:
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, identifier)
            inner.setRight(inner.right() - width - theme.px(10))
        font = theme.font("strong" if line.current else "body")
        font.setUnderline(bool(state & QStyle.StateFlag.State_MouseOver) and bool(line.id) and not line.current)
        painter.setFont(font)
        linked = bool(line.id) and not line.current
        painter.setPen(theme.colour("accent" if linked else "text" if line.current else "text-muted"))
        name = painter.fontMetrics().elidedText(line.name, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, name)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(theme.colour("focus-ring"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()


class _Tree(QListView):
    def __init__(self, theme: Theme, exits: Exits, lines: Sequence[Branch], kind: Kind) -> None:
        super().__init__()
        self._theme = theme
        self._exits = exits
        self._kind = kind
        self.lines = tuple(lines)
        self.setObjectName("lineage-tree")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._model = _Branches(lines, self)
        self.setModel(self._model)
        self.setItemDelegate(_BranchDelegate(theme, self))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(250), len(self.lines) * self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self.sizeHint().height())

    def restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def _open(self, index: QModelIndex, new_tab: bool) -> None:
        line = self.lines[index.row()] if index.isValid() else None
        if line is not None and line.id and not line.current:
            self._exits.follow(way_to(Place(self._kind, line.id)), new_tab)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            middle = event.button() == Qt.MouseButton.MiddleButton
            self._open(self.indexAt(event.position().toPoint()), middle or wants_new_tab())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex(), wants_new_tab())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LineageTree(QWidget):
    """The tree under its title; a click on a line goes to its page."""

    def __init__(self, theme: Theme, exits: Exits, profile: TermProfile, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = QLabel(title, self)
        self._tree = _Tree(theme, exits, branches(profile), profile.place.kind)
        self._tree.setAccessibleName(f"{title}, {counted(len(profile.children), 'child', 'children')}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._tree)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._title.setFont(self._theme.font("strong"))
        self._column.setSpacing(self._theme.px(6))
        self._tree.restyle()
