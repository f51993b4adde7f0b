"""Lists of hits and visited pages: one flat model of rows with heads between them, and the list that shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from atlasview.desktop.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a head has neither `value` nor `below`.

    strong, plain  first line: semibold, then regular
    below          second line, muted; right stands at the right end of the first
    value          what is handed out when the row is chosen
    fixed          whether `strong` is typed text, in the fixed font
    """

    strong: str
    plain: str = ""
    below: str = ""
    right: str = ""
    icon: str = ""
    value: object = None
    fixed: bool = False

    @property
    def head(self) -> bool:
        """Whether the row only names the rows after it."""
        return self.value is None

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        return ", ".join(part for part in (f"{self.strong} {self.plain}".strip(), self.below, self.right) if part)


class RowsModel(QAbstractListModel):
    """Rows in order; heads cannot be selected."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show(self, rows: Iterable[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Number of rows with heads."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The spoken text; the delegate reads the row itself."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.rows[index.row()].spoken
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Heads are shown only."""
        if self.rows[index.row()].head:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def step(self, start: int, steps: int) -> int:
        """The next row that can be selected, from `start` up (-1) or down (1); -1 where there is none."""
        position = start + steps
        while 0 <= position < len(self.rows):
            if not self.rows[position].head:
                return position
            position += steps
        return -1


class RowList(QListView):
    """A list of rows; `opened` carries the value of the chosen one and whether a new tab was asked for.

    `left` says that the user went up beyond the first row, `typed` that they went on typing, `escaped` that they
    want to go back.
    """

    opened = Signal(object, bool)
    left = Signal()
    typed = Signal(object)
    escaped = Signal()

    def __init__(self, theme: Theme, ground: str, parent: QWidget | None = None) -> None:
        """`ground` is the colour role behind the rows."""
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.rows = RowsModel(self)
        self.empty_title = ""
        self.empty_reason = ""
        self.setModel(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows, from the top, with nothing selected."""
        self.rows.show(rows)
        self.scrollToTop()

    def chosen(self) -> Row | None:
        """The selected row."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def choose(self, position: int) -> None:
        """Select a row by its position, or nothing with -1."""
        index = self.rows.index(position) if position >= 0 else QModelIndex()
        self.setCurrentIndex(index)

    def choose_value(self, value: object) -> None:
        """Select the row with a value, or nothing where there is none."""
        self.choose(next((at for at, row in enumerate(self.rows.rows) if row.value == value), -1))

    def choose_first(self) -> None:
        """Select the first row that is no head."""
        self.choose(self.rows.step(-1, 1))

    def move_choice(self, steps: int) -> bool:
        """Go one row up (-1) or down (1) over heads; False at the end."""
        position = self.rows.step(self.currentIndex().row(), steps)
        if position < 0:
            return False
        self.choose(position)
        return True

    def open_chosen(self, new_tab: bool = False) -> None:
        """Hand out the value of the selected row."""
        row = self.chosen()
        if row is not None and row.value is not None:
            self.opened.emit(row.value, new_tab)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+Enter in a new tab; letters belong to the field that filled the list."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.open_chosen(control)
            case Qt.Key.Key_Down:
                self.move_choice(1)
            case Qt.Key.Key_Up:
                if not self.move_choice(-1):
                    self.left.emit()
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case _ if event.text().isprintable() and event.text() and not control:
                self.typed.emit(event)
            case Qt.Key.Key_Backspace:
                self.typed.emit(event)
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens; with Ctrl or the middle button in a new tab."""
        index = self.indexAt(event.position().toPoint())
        middle = event.button() == Qt.MouseButton.MiddleButton
        if index.isValid() and (middle or event.button() == Qt.MouseButton.LeftButton):
            row = self.rows.rows[index.row()]
            if row.value is not None:
                control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self.opened.emit(row.value, middle or control)
                return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the rows, or say why there are none."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._theme.colour(self._ground))
        super().paintEvent(event)
        if self.rows.rows or not self.empty_title:
            return
        with QPainter(self.viewport()) as painter:
            box = self.viewport().rect().adjusted(self._theme.px(16), self._theme.px(16), -self._theme.px(16), 0)
            painter.setFont(self._theme.font("strong"))
            painter.setPen(self._theme.colour("text"))
            wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
            used = painter.drawText(box, wrap, self.empty_title)
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.colour("text-muted"))
            box.setTop((used.bottom() if hasattr(used, "bottom") else box.top()) + self._theme.px(6))
            painter.drawText(box, wrap, self.empty_reason)
