"""The list of all commands: every action by name, with its shortcut or the reason why it cannot be done now."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from atlasview.desktop.actions import ACTIONS, REASONS, Actions, ActionSpec
from atlasview.desktop.row_delegates import CommandDelegate
from atlasview.desktop.rows import Row, RowList
from atlasview.desktop.shortcuts import shown
from atlasview.desktop.theme import Theme

_WIDTH = 560.0
_HEIGHT = 420.0


class CommandList(QFrame):
    """A field over the list of actions; `closed` gives the focus back."""

    closed = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self.setObjectName("command-list")
        self.setAccessibleName("All commands")
        self.field = _CommandField(self)
        self.list = RowList(theme, "surface-raised", self)
        self.list.setObjectName("commands")
        self.list.setAccessibleName("Commands")
        self.list.setItemDelegate(CommandDelegate(theme, self.list))
        self.list.empty_title = "No command is called that"
        self.list.empty_reason = "Two or three letters of any word of its name are enough."
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.field.textEdited.connect(self._show)
        self.field.moved.connect(self.list.move_choice)
        self.field.accepted.connect(self.list.open_chosen)
        self.field.escaped.connect(self.close_list)
        self.list.opened.connect(self._run)
        self.list.left.connect(self.field.setFocus)
        self.list.escaped.connect(self.close_list)
        self.hide()

    def open_list(self, room: QRect) -> None:
        """Show all commands at the top of the room, which is in the parent's coordinates."""
        px = self._theme.px
        width = min(px(_WIDTH), room.width() - px(32))
        left = room.left() + (room.width() - width) // 2
        self.setGeometry(left, room.top() + px(8), width, min(px(_HEIGHT), room.height() - px(24)))
        self.field.clear()
        self._show("")
        self.show()
        self.raise_()
        self.field.setFocus()

    def close_list(self) -> None:
        """Hide the list and give the focus back."""
        self.hide()
        self.closed.emit()

    def watch_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Hide the list when the focus goes elsewhere."""
        if new is not None and self.isVisible() and not self.isAncestorOf(new):
            self.hide()

    def _show(self, text: str) -> None:
        self.list.show_rows(self._row(spec) for spec in ACTIONS if spec.id != "commands" and _fits(spec, text))
        self.list.choose_first()

    def _row(self, spec: ActionSpec) -> Row:
        possible = self._actions[spec.id].isEnabled()
        right = (shown(spec.shortcuts[0]) if spec.shortcuts else "") if possible else REASONS[spec.condition]
        return Row(spec.title, spec.menu, right=right, icon=spec.icon, value=spec.id)

    def _run(self, identifier: str, _new_tab: bool) -> None:
        action = self._actions[identifier]
        if action.isEnabled():
            self.close_list()
            action.trigger()


class _CommandField(QLineEdit):
    """Where one types the name of a command."""

    moved = Signal(int)
    accepted = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("command-field")
        self.setAccessibleName("Name of a command")
        self.setPlaceholderText("Type the name of a command")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def _fits(spec: ActionSpec, text: str) -> bool:
    words = f"{spec.title} {spec.menu}".casefold()
    return all(part in words for part in text.casefold().split())
