"""Work beside the window: one thread owns the atlas' reader, and the newest question wins.

Work goes out as a function and plain arguments, frozen records come back through one signal on the window's side.
Only functions run in the thread import the database's modules, so that the window is on the screen before them.
"""

import queue
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from atlasview.atlas.reader import AtlasReader

_LAST_WAIT = 10.0
_TURN = 0.001
"""Seconds after which the interpreter lets another thread run; Python's own 5 ms show as late frames and answers."""


class Request:
    """One piece of work: what to call, and whom to tell; `withdrawn` when nobody waits for it any more."""

    __slots__ = ("arguments", "function", "tell", "withdrawn")

    def __init__(self, function: Callable[..., Any], arguments: tuple[Any, ...], tell: "LatestRead | None") -> None:
        self.function = function
        self.arguments = arguments
        self.tell = tell
        self.withdrawn = False


def _open_reader(path: Path) -> "AtlasReader":
    from atlasview.atlas.reader import AtlasReader

    return AtlasReader(path)


class AtlasWorker(QObject):
    """A thread that reads the atlas, or, where none is opened in it, one that makes files.

    `opened` carries the new atlas' label, `refused` why there is none.
    """

    opened = Signal(object)
    refused = Signal(object)
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None, name: str = "atlas") -> None:
        super().__init__(parent)
        self._requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._turn = threading.Lock()
        self._running: Request | None = None
        self._reader: AtlasReader | None = None
        self._newest_opening: Request | None = None
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._turn_before = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        self._thread: threading.Thread | None = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def open(self, path: Path) -> None:
        """Open another atlas; questions asked from now on go to it, or to the old one where it is `refused`."""
        if self._newest_opening is not None:
            self.withdraw(self._newest_opening)
        self._newest_opening = Request(self._replace_reader, (path,), None)
        self._requests.put(self._newest_opening)

    def prepare(self, function: Callable[[], object]) -> None:
        """Run something that needs no atlas, such as an import, before what is asked later; nobody is told."""
        self._requests.put(Request(lambda _reader: function(), (), None))

    def submit(self, request: Request) -> None:
        """Queue a question of a `LatestRead`."""
        self._requests.put(request)

    def withdraw(self, request: Request) -> None:
        """Nobody waits for the request: drop it, or tell the running query to stop."""
        with self._turn:
            request.withdrawn = True
            if self._running is request and self._reader is not None:
                self._reader.stop.set()

    def close(self) -> None:
        """End the thread and close the atlas; waits until both are done."""
        with self._turn:
            thread, self._thread = self._thread, None
            if self._running is not None:
                self._running.withdrawn = True
            if self._reader is not None:
                self._reader.stop.set()
        if thread is None:
            return
        self._requests.put(None)
        thread.join(_LAST_WAIT)
        sys.setswitchinterval(self._turn_before)

    # --- in the thread

    def _run(self) -> None:
        while (request := self._requests.get()) is not None and self._thread is not None:
            if self._take(request):
                self._answer(request)
        if self._reader is not None:
            self._reader.close()

    def _take(self, request: Request) -> bool:
        with self._turn:
            if request.withdrawn or self._thread is None:
                return False
            self._running = request
            if self._reader is not None:
                self._reader.stop.clear()
        return True

    def _answer(self, request: Request) -> None:
        result, error = None, None
        try:
            result = request.function(self._reader, *request.arguments)
        except Exception as caught:  # noqa: BLE001 -- whoever asked is told, on the window's side
            error = caught
        with self._turn:
            self._running = None
        if self._thread is not None:
            self._finished.emit(request, result, error)

    def _replace_reader(self, _old: "AtlasReader | None", path: Path) -> Any:
        reader = _open_reader(path)  # where it cannot be opened, the old one goes on answering
        with self._turn:
            old, self._reader = self._reader, reader
        if old is not None:
            old.close()
        return reader.label

    # --- on the window's side

    @Slot(object, object, object)
    def _deliver(self, request: Request, result: object, error: Exception | None) -> None:
        if request.withdrawn:
            return
        if request.tell is not None:
            if isValid(request.tell):  # else it went with its page before the answer came
                request.tell.deliver(request, result, error)
        elif request is self._newest_opening:
            if error is None:
                self.opened.emit(result)
            else:
                self.refused.emit(error)
        elif error is not None:
            raise error


class LatestRead(QObject):
    """One asker: the newest question wins, an older one is told to stop and its answer is dropped.

    `arrived` carries the answer, `failed` the Trouble or the exception of our own.
    """

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: AtlasWorker, parent: QObject | None = None) -> None:
        super().__init__(parent if parent is not None else worker)
        self._worker = worker
        self._newest: Request | None = None

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._newest is not None

    def ask(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Call `function(reader, *arguments)` in the worker's thread."""
        self.stop()
        self._newest = Request(function, arguments, self)
        self._worker.submit(self._newest)

    def stop(self) -> None:
        """Withdraw what was asked; nothing will arrive."""
        if self._newest is not None:
            self._worker.withdraw(self._newest)
            self._newest = None

    def deliver(self, request: Request, result: object, error: Exception | None) -> None:
        """Pass on the answer, unless a newer question has been asked since."""
        if request is not self._newest:
            return
        self._newest = None
        if error is None:
            self.arrived.emit(result)
        else:
            self.failed.emit(error)
