"""Searching as one types: the field asks beside the window, the list and the side panel show the answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from atlasview.desktop import queries
from atlasview.desktop.background import AtlasWorker, LatestRead
from atlasview.desktop.main_window import MainWindow
from atlasview.desktop.navigation import History
from atlasview.desktop.search_rows import is_ambiguous

if TYPE_CHECKING:
    from atlasview.records.hit import Hit, SearchResult

LIMIT = 50
"""Most hits that are shown."""


class Searching(QObject):
    """Joins field, list and side panel; `opened` carries a Place and whether a new tab was asked for.

    answered comes after the list shows what was typed; failed(Exception) where the atlas could not answer.
    """

    opened = Signal(object, bool)
    answered = Signal()
    failed = Signal(object)

    def __init__(self, window: MainWindow, worker: AtlasWorker, history: History) -> None:
        super().__init__(window)
        self._window = window
        self._field = window.tools.field
        self._popup = window.popup
        self._history = history
        self._suggested: tuple[Hit, ...] = ()
        self._result: SearchResult | None = None
        self._enter: bool | None = None
        self._read = LatestRead(worker, self)
        self._read.arrived.connect(self._show)
        self._read.failed.connect(self._fail)
        self._wire()

    def _wire(self) -> None:
        self._field.textEdited.connect(self._ask)
        self._field.entered.connect(self.open_list)
        self._field.moved.connect(self._move)
        self._field.accepted.connect(self._accept)
        self._field.escaped.connect(self.close_list)
        self._popup.opened.connect(self._open)
        self._popup.form_chosen.connect(self.search_for)
        self._popup.left.connect(self._field.setFocus)
        self._popup.typed.connect(self._type)
        for rows in (self._popup.hits, self._popup.column):
            rows.escaped.connect(self.close_list)
        self._window.tools.arranged.connect(self._follow_field)

    @property
    def waiting(self) -> bool:
        """Whether what was typed is still to be answered."""
        return self._read.waiting

    def take_over(self) -> None:
        """Go on where somebody has begun to type before there was a search."""
        if self._field.hasFocus():
            self.open_list()
            if self._field.text().strip():
                self._ask(self._field.text())

    def suggest(self, hits: "tuple[Hit, ...]") -> None:
        """What an empty field offers before anything was read."""
        self._suggested = hits
        if self._popup.isVisible() and not self._field.text().strip():
            self._show_start()

    def focus_field(self) -> None:
        """Go to the field, with its text selected."""
        self._field.setFocus()
        self._field.selectAll()
        self.open_list()

    def search_for(self, text: str) -> None:
        """Put a text into the field and search for it."""
        self._field.setText(text)
        self._field.setFocus()
        self.open_list()
        self._ask(text)

    def forget(self) -> None:
        """Another atlas is open: what was found is no longer true."""
        self._read.stop()
        self._result, self._suggested = None, ()
        self._field.clear()
        self.close_list()

    def end(self) -> None:
        """The window closes: ask nothing any more."""
        self._read.stop()

    def open_list(self) -> None:
        """Show the list under the widened field."""
        if self._popup.isVisible() or not self._field.isEnabled():
            return
        self._window.tools.widen_field(True)
        self._popup.show_column(self._history)
        if self._result is None or not self._field.text().strip():
            self._show_start()
        self._window.place_popup()
        self._popup.show()
        self._popup.raise_()

    def close_list(self) -> None:
        """Hide the list and go back to the page."""
        self._enter = None
        if self._popup.isVisible():
            self._popup.hide()
            self._window.tools.widen_field(False)
        if self._inside(QApplication.focusWidget()):
            self._window.focus_page()

    def _follow_field(self) -> None:
        if self._popup.isVisible():
            self._window.place_popup()

    def watch_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Hide the list when the focus goes elsewhere."""
        if new is not None and self._popup.isVisible() and not self._inside(new):
            self._popup.hide()
            self._window.tools.widen_field(False)

    def _inside(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self._field or self._popup.isAncestorOf(widget))

    def _ask(self, text: str) -> None:
        self._enter = None
        self.open_list()
        if text.strip():
            self._read.ask(queries.find, text, LIMIT)
        else:
            self._read.stop()
            self._result = None
            self._show_start()

    def _show_start(self) -> None:
        self._popup.show_start(self._history, self._suggested)

    def _show(self, result: "SearchResult") -> None:
        self._result = result
        self._popup.show_result(result)
        self._window.side.show_result(result)
        enter, self._enter = self._enter, None
        if enter is not None:
            self._accept(enter)
        self.answered.emit()

    def _fail(self, error: Exception) -> None:
        self._enter = None
        self.failed.emit(error)

    def _move(self, steps: int) -> None:
        """Down goes into the list: its first row is selected already, so on to the next."""
        self.open_list()
        hits = self._popup.hits
        for _ in range(abs(steps)):
            hits.move_choice(1 if steps > 0 else -1)
        if steps > 0:
            hits.setFocus()

    def _accept(self, new_tab: bool) -> None:
        """Open the selected hit; when the answer to what was typed is still to come, when it has."""
        if self._read.waiting:
            self._enter = new_tab
        elif self._popup.hits.chosen() is not None:
            self._popup.hits.open_chosen(new_tab)
        elif self._result is not None and is_ambiguous(self._result):
            self._move(1)

    def _open(self, place: object, new_tab: bool) -> None:
        self._popup.hide()
        self._window.tools.widen_field(False)
        self.opened.emit(place, new_tab)
        self._window.focus_page()

    def _type(self, event: QKeyEvent) -> None:
        """A letter typed in the list goes on in the field."""
        self._field.setFocus()
        self._field.deselect()
        self._field.end(False)
        self._field.keyPressEvent(event)
