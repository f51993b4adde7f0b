"""The panel at the left: results of the search with a filter, and the pages of this session."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from atlasview.desktop.controls import Segments
from atlasview.desktop.navigation import History, same_page
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.row_delegates import TwoLineDelegate
from atlasview.desktop.rows import Row, RowList
from atlasview.desktop.search_rows import shortened, side_rows, visit_rows
from atlasview.desktop.theme import Theme
from atlasview.records.place import Place

if TYPE_CHECKING:
    from atlasview.records.hit import Hit, SearchResult

_SETTLED = 120
"""Milliseconds after the last keystroke before the panel follows the search."""


class SidePanel(QWidget):
    """Results and history; `opened` carries a Place and whether a new tab was asked for."""

    opened = Signal(object, bool)

    def __init__(self, theme: Theme, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._history = history
        self._results: list[Row] = []
        self._head = ""
        self._place: Place | None = None
        self.setObjectName("side-panel")
        self.setAccessibleName("Side panel")
        self.views = Segments((("results", "Results"), ("history", "History")), "Side panel shows", self)
        self.views.chosen.connect(lambda _key: self._show())
        self._filter = QLineEdit(self)
        self._filter.setObjectName("side-filter")
        self._filter.setClearButtonEnabled(False)
        self._filter.hide()
        self._filter.textEdited.connect(lambda _text: self._show())
        self._title = RoleLabel(theme, "", "column-head", "text-muted", self)
        self.list = RowList(theme, "window", self)
        self.list.setObjectName("side-list")
        self.list.setItemDelegate(TwoLineDelegate(theme, self.list))
        self.list.opened.connect(self.opened)
        self.list.left.connect(self._filter.setFocus)
        self.list.typed.connect(self._type_on)
        self._column = QVBoxLayout(self)
        self._top = QVBoxLayout()
        for widget in (self.views, self._filter, self._title):
            self._top.addWidget(widget)
        self._column.addLayout(self._top)
        self._column.addWidget(self.list, 1)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settle.timeout.connect(self._show)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def show_suggestions(self, hits: "Iterable[Hit]", atlas: str) -> None:
        """Before anything was searched: places worth a first look."""
        self._results, self._head = side_rows(hits, reason=False), _within(atlas)
        self._show()

    def show_result(self, result: "SearchResult") -> None:
        """Follow the search, a moment after the last keystroke."""
        self._results, self._head = side_rows(result.hits, reason=True), f"Results for “{shortened(result.query)}”"
        self._filter.clear()
        self._settle.start()

    def show_view(self, key: str) -> None:
        """Turn to `results` or `history`."""
        self.views.choose(key)
        self._show()

    def mark(self, place: Place | None) -> None:
        """Select the row of the page that is seen; the history may have grown."""
        self._place = place
        if self.views.choice() == "history":
            self._show()
        else:
            self._mark()

    def clear(self) -> None:
        """Forget the results of an atlas that is closed."""
        self._results, self._head = [], ""
        self._show()

    def _type_on(self, event: QKeyEvent) -> None:
        """A letter typed in the list goes on in the filter."""
        self._filter.setFocus()
        self._filter.end(False)
        self._filter.keyPressEvent(event)

    def _show(self) -> None:
        history = self.views.choice() == "history"
        rows = visit_rows(self._history) if history else self._results
        count = sum(not row.head for row in rows)
        noun = ("page" if history else "result") + ("" if count == 1 else "s")
        self._filter.setPlaceholderText(f"Filter {count} {noun}")
        self._filter.setAccessibleName(f"Filter {noun}")
        self._filter.setVisible(count > 0)
        self._entitle()
        self.list.setAccessibleName("History" if history else "Results")
        self.list.empty_title = (
            "Nothing fits the filter" if count else "" if history or self._head else "No results yet"
        )
        self.list.empty_reason = "" if count else "What you search shows up here."
        if history and not count:
            self.list.empty_title, self.list.empty_reason = "No pages yet", "What you read shows up here."
        self.list.show_rows(_filtered(rows, self._filter.text()))
        self._mark()

    def _entitle(self) -> None:
        """The title, ending in `…` where the panel is too narrow for it."""
        title = "Pages of this session" if self.views.choice() == "history" else self._head
        margins = self._title.contentsMargins()
        room = self.width() - self._top.contentsMargins().left() - self._top.contentsMargins().right()
        room -= margins.left() + margins.right()
        shown = self._title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        self._title.setText(shown)
        self._title.setAccessibleName(title)
        self._title.setToolTip(title if shown != title else "")
        self._title.setVisible(bool(title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A title has more room, or less."""
        super().resizeEvent(event)
        self._entitle()

    def _mark(self) -> None:
        places = [row.value for row in self.list.rows.rows]
        same = (at for at, place in enumerate(places) if isinstance(place, Place) and self._is_seen(place))
        self.list.choose(next(same, -1))

    def _is_seen(self, place: Place) -> bool:
        return self._place is not None and same_page(place, self._place)

    def _take_theme(self) -> None:
        theme, px = self._theme, self._theme.px
        self._column.setContentsMargins(0, px(12), 0, 0)
        self._column.setSpacing(px(4))
        self._top.setContentsMargins(px(12), 0, px(11), 0)
        self._top.setSpacing(px(8))
        for widget in (self.views, self._filter):
            widget.setFixedHeight(theme.height("control"))
        self._title.setContentsMargins(px(4), px(8), 0, 0)


def _filtered(rows: list[Row], text: str) -> list[Row]:
    """Rows that hold every word of the filter; a head stays when a row below it stays."""
    words = text.casefold().split()
    kept: list[Row] = []
    head: Row | None = None
    for row in rows:
        if row.head:
            head = row
        elif all(word in row.spoken.casefold() for word in words):
            kept += [row] if head is None else [head, row]
            head = None
    return kept


def _within(atlas: str) -> str:
    """`In the starter atlas`; a name that does not end like that stands as it is."""
    return f"In the {atlas[:1].lower()}{atlas[1:]}" if atlas.endswith(" atlas") else f"In {atlas}"
