"""Somebody at the real window: types into the field, opens pages, and waits until each is painted."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from atlasview import app
from atlasview.desktop.session import Session
from atlasview.records.place import Place

PATIENCE = 10_000


class Painted(QObject):
    """Notes when something new has been painted: `again()`, then wait until `done`."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.ready = False
        self.done = False
        watched.installEventFilter(self)

    def again(self) -> None:
        """Wait for another paint."""
        self.ready = self.done = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The paint that counts is the first after the answer has come."""
        if self.ready and event.type() == QEvent.Type.Paint:
            self.done = True
        return False


class FirstPaint(QObject):
    """Notes when the window has painted for the first time since `again()` and a page has come."""

    def __init__(self, window: QObject) -> None:
        super().__init__()
        self.ready = False
        self.at = 0.0
        self.processor = 0.0
        window.installEventFilter(self)

    def again(self) -> None:
        """Wait for another page."""
        self.ready, self.at = False, 0.0

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """An event posted now comes when the painting that begins now is over, and before any timer."""
        if self.ready and event.type() == QEvent.Type.UpdateRequest:
            self.ready = False
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, _event: QEvent) -> None:
        """The window is painted."""
        self.at, self.processor = time.perf_counter(), time.process_time()


class Person:
    """Sits before an open window with its first page painted.

    processor  seconds of processor time, of all threads, from asking for the last page until it was painted
    """

    def __init__(self, atlas: Path) -> None:
        self.session: Session = app.build(atlas=atlas)
        settled: list[bool] = []
        self.session.settled.connect(lambda: settled.append(True))
        self.session.window.show()
        self._wait(lambda: bool(settled))
        self._list = Painted(self.session.window.popup.hits.viewport())
        self.session.desk.searching.answered.connect(self._answer)
        self._page = FirstPaint(self.session.window)
        self.processor = 0.0
        self.session.desk.tabs.shown.connect(self._page_came)

    def type(self, text: str) -> list[float]:
        """Type letter by letter into the emptied field; seconds from each keystroke to the painted list."""
        field = self.session.window.tools.field
        self.session.desk.searching.focus_field()
        field.clear()
        self.rest()
        return [self._stroke(letter) for letter in text]

    def open(self, place: Place) -> tuple[float, float]:
        """Open a page; seconds until it is painted, and until all sections in view are."""
        self._page.again()
        began, used = time.perf_counter(), time.process_time()
        self.session.desk.open_place(place)
        self._wait(lambda: self._page.at > 0)
        first = self._page.at - began
        self.processor = self._page.processor - used
        if not self._whole():
            self._wait(self._whole)
        self._page.again()
        self.session.window.update()
        self._page.ready = True
        self._wait(lambda: self._page.at > 0)
        whole = self._page.at - began
        self.rest()
        return first, whole

    def _whole(self) -> bool:
        tab = self.session.desk.tabs.current
        return tab is not None and tab.page is not None and tab.page.is_complete()

    def rest(self) -> None:
        """Let the window finish what it does after a paint."""
        self.session.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)

    def leave(self) -> None:
        """Close the window."""
        self.session.close()

    def _page_came(self) -> None:
        self._page.ready = True

    def _answer(self) -> None:
        self._list.ready = True

    def _stroke(self, letter: str) -> float:
        self._list.again()
        began = time.perf_counter()
        QTest.keyClicks(self.session.window.tools.field, letter, Qt.KeyboardModifier.NoModifier, -1)
        self._wait(lambda: self._list.done)
        took = time.perf_counter() - began
        self.rest()
        return took

    def _wait(self, until: Callable[[], bool]) -> None:
        guard = QTimer()
        guard.setSingleShot(True)
        guard.start(PATIENCE)
        while not until():
            if not guard.isActive():
                raise RuntimeError("the window did not paint what was asked for")
            self.session.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
