"""Garbage collection on the window's thread only: the thread that reads the atlas must not destroy a widget."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 2000
_OFTEN = 8
_PATIENCE = 5
"""Pages that are opened one right after the other before a collection: few, so that it stays short."""


class Collector(QObject):
    """Collects garbage at quiet moments while it lives; Python's automatic collection is off for that time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rounds = 0
        self._put_off = 0
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def settle(self) -> None:
        """What is alive now stays for the whole run: it need not be looked at again."""
        gc.freeze()

    def put_off(self) -> None:
        """Somebody has just opened a page: wait until there is time again, though not for ever."""
        self._put_off += 1
        self._timer.start()
        if self._put_off == _PATIENCE:
            QTimer.singleShot(0, self, self._collect)  # after the page's first paint

    def stop(self) -> None:
        """Give back to Python's own collection."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        """The young often, everything now and then; nothing where nothing was made."""
        self._put_off = 0
        if gc.get_count()[0] < gc.get_threshold()[0]:
            return
        self._rounds += 1
        gc.collect(2 if self._rounds % _OFTEN == 0 else 1)
