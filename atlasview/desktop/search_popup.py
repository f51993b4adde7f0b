"""The list under the search field: hits in groups with their reasons, typed forms and recent pages beside them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from atlasview.desktop.navigation import History
from atlasview.desktop.row_delegates import ColumnDelegate, HitDelegate
from atlasview.desktop.rows import RowList
from atlasview.desktop.search_rows import column_rows, hit_rows, is_ambiguous, shortened, start_rows
from atlasview.desktop.theme import Theme

if TYPE_CHECKING:
    from atlasview.records.hit import Hit, SearchResult

_HEIGHT = 440.0
_COLUMN = 320.0
_NARROW = 640.0
_LEAST = 480.0


class SearchPopup(QFrame):
    """What search found; `opened` carries a Place and whether a new tab was asked for.

    `form_chosen` carries a typed form to put into the field; `left` and `typed` lead back to the field.
    """

    opened = Signal(object, bool)
    form_chosen = Signal(str)
    left = Signal()
    typed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("search-popup")
        self.setAccessibleName("Search list")
        self.hits = RowList(theme, "surface-raised", self)
        self.hits.setObjectName("search-results")
        self.hits.setAccessibleName("Search results")
        self.hits.setItemDelegate(HitDelegate(theme, self.hits))
        self.column = RowList(theme, "surface-raised", self)
        self.column.setObjectName("search-column")
        self.column.setAccessibleName("Typed forms and recent pages")
        self.column.setItemDelegate(ColumnDelegate(theme, self.column))
        self._foot = _Foot(theme, self)
        self._arrange()
        self.hits.opened.connect(self.opened)
        self.column.opened.connect(self._open_from_column)
        for rows in (self.hits, self.column):
            rows.left.connect(self.left)
            rows.typed.connect(self.typed)
        self.hide()

    def _arrange(self) -> None:
        # An opaque ground: what is below the list must not be painted again for each letter that is typed.
        ground = QWidget(self)
        ground.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        ground.setAutoFillBackground(True)
        frame = QHBoxLayout(self)
        frame.setContentsMargins(1, 1, 1, 1)
        frame.addWidget(ground)
        grid = QGridLayout(ground)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.hits, 0, 0)
        grid.addWidget(self.column, 0, 1)
        grid.addWidget(self._foot, 1, 0, 1, 2)

    def place_under(self, field: QRect, room: QRect) -> None:
        """Lie under the field, as wide as it, inside the room; both in the parent's coordinates.

        Under a field too narrow for names, as large text makes it, the list is wider than the field.
        """
        px = self._theme.px
        top, edge = field.bottom() + px(4), px(8)
        width = max(field.width(), min(px(_LEAST), room.width() - 2 * edge))
        left = min(max(field.center().x() - width // 2, room.left() + edge), room.right() - edge - width)
        left = field.left() if width == field.width() else left
        self.setGeometry(left, top, width, min(px(_HEIGHT), room.bottom() - top - px(8)))
        self.column.setFixedWidth(px(_COLUMN))
        self.column.setVisible(field.width() >= px(_NARROW))

    def show_result(self, result: "SearchResult") -> None:
        """Show hits; the first is selected, unless what was typed is a name of several things."""
        title, _, reason = result.note.partition(". ")
        self.hits.empty_title = title or f"Nothing found for “{shortened(result.query)}”"
        self.hits.empty_reason = reason or "No symbol, name, identifier or title in this atlas is like it."
        self.hits.show_rows(hit_rows(result))
        if not is_ambiguous(result):
            self.hits.choose_first()
        count = len(result.hits)
        self._foot.say(f"{count} hits, more exist" if result.more else f"{count} of {count} hits" if count else "")

    def show_start(self, recent: History, suggested: "Iterable[Hit]") -> None:
        """Show what an empty field offers: recent pages, else places worth a first look."""
        self.hits.empty_title = ""
        self.hits.show_rows(start_rows(recent, suggested))
        self._foot.say("")

    def show_column(self, recent: History) -> None:
        """Fill the column beside the hits."""
        self.column.show_rows(column_rows(recent))

    def _open_from_column(self, value: object, new_tab: bool) -> None:
        if isinstance(value, str):
            self.form_chosen.emit(value)
        else:
            self.opened.emit(value, new_tab)


class _Foot(QWidget):
    """The keys that work in the list, and how much was found."""

    _KEYS = (("Enter", "open"), ("↓", "into the list"), ("Ctrl+Enter", "in a new tab"), ("Esc", "back to the page"))

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Keys: Enter opens, Down goes into the list, Escape returns")
        self._take_theme()
        theme.changed.connect(self._take_theme)

    def say(self, count: str) -> None:
        self._count = count
        self.setAccessibleDescription(count)
        self.update()

    def _take_theme(self) -> None:
        self.setFixedHeight(self._theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        px = self._theme.px
        metrics = QFontMetrics(self._theme.font("caption"))
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("window"))
            painter.fillRect(0, 0, self.width(), 1, self._theme.colour("hairline"))
            painter.setFont(self._theme.font("caption"))
            painter.setPen(self._theme.colour("text-muted"))
            right = self.rect().adjusted(0, 0, -px(16), 0)
            painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._count)
            end = right.right() - metrics.horizontalAdvance(self._count)
            x = px(16)
            for key, meaning in self._KEYS:
                x = self._paint_key(painter, metrics, x, end, key, meaning)

    def _paint_key(self, painter: QPainter, metrics: QFontMetrics, x: int, end: int, key: str, meaning: str) -> int:
        px = self._theme.px
        chip = QRect(x, (self.height() - px(18)) // 2, metrics.horizontalAdvance(key) + px(12), px(18))
        words = QRect(chip.right() + px(8), 0, metrics.horizontalAdvance(meaning) + 1, self.height())
        if words.right() + px(8) < end:
            painter.setPen(self._theme.colour("hairline"))
            painter.drawRoundedRect(chip, self._theme.radius("chip"), self._theme.radius("chip"))
            painter.setPen(self._theme.colour("text-muted"))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, key)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, meaning)
        return words.right() + px(20)
