"""Telling when something has been painted for the first time, for what waits for it and for measuring."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class NextPaint(QObject):
    """Calls a function once, after the next time that a window has painted what is new in it."""

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the event that paints; the call comes when that event is over, and before any timer."""
        if event.type() in {QEvent.Type.UpdateRequest, QEvent.Type.Paint} and watched is self._window:
            self._window.removeEventFilter(self)
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, _event: QEvent) -> None:
        """It is painted."""
        self._then()
        self.deleteLater()
