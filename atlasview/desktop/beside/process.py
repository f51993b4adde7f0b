"""A process beside the window: takes orders and answers through two one-way pipes, and ends when the window does.

Nothing of it waits on the window's side: one thread starts the process and sends, another receives.
"""

import multiprocessing
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from atlasview.building.aside import clear_left_behind
from atlasview.desktop.beside.messages import Stop
from atlasview.records.trouble import Trouble

Work = Callable[[Connection, Connection], None]
"""What the process runs: takes orders from the first pipe and puts answers into the second, until the orders end."""

PATIENCE = 10_000
"""Milliseconds after which a process that was told to stop is ended."""
_LAST_WAIT = 4.0


class Beside(QObject):
    """Starts at the first order, or at `begin`.

    told     each answer
    died     the exit code of a process that ended by itself
    work     what the process runs; a function of a module, which the window need not have imported more of
    passing  kinds of answers after which the order is still being carried out
    """

    told = Signal(object)
    died = Signal(int)
    _came = Signal(object)

    def __init__(self, work: Work, passing: tuple[type, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._passing = work, passing
        self._link: _Link | None = None
        self._released: list[_Link] = []
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._impatient = QTimer(self, singleShot=True, interval=PATIENCE)
        self._impatient.timeout.connect(self.kill)

    @property
    def process(self) -> int | None:
        """Number of the process, None while there is none."""
        return self._link.process.pid if self._link is not None else None

    def order(self, what: object, target: Path | None = None) -> None:
        """Have something done; the process starts where there is none.

        `target` is the file that it writes: what is left beside it is cleared away when the process has gone.
        """
        link = self.begin()
        self._impatient.stop()
        if target is not None:
            link.targets.add(target)
        link.orders.put(what)

    def begin(self) -> "_Link":
        """Have the process there before the first order: it says hello, and that order waits for less."""
        if self._link is None:
            self._link = _Link(self._work, self._came.emit)
        return self._link

    def stop(self) -> None:
        """Have what is being done left; the process is ended where it does not."""
        if self._link is not None:
            self._link.orders.put(Stop())
            self._impatient.start()

    def kill(self) -> None:
        """End the process at once."""
        if self._link is not None:
            self._link.kill()

    def release(self) -> None:
        """Let the process end without waiting for it, so that its memory goes back; the next order gets another one."""
        link, self._link = self._link, None
        self._impatient.stop()
        if link is not None:
            link.let_go()
            self._released = [*(one for one in self._released if one.is_there), link]

    def close(self) -> None:
        """End the process, and wait until it has gone."""
        self.release()
        for link in self._released:
            link.close(_LAST_WAIT)
        self._released.clear()

    @Slot(object)
    def _deliver(self, came: "tuple[_Link, object]") -> None:
        link, answer = came
        if link is not self._link:
            return
        if isinstance(answer, _Gone):
            self._link = None
            self._impatient.stop()
            link.close(_LAST_WAIT)
            self.died.emit(answer.code)
            return
        if not isinstance(answer, self._passing):
            self._impatient.stop()
        self.told.emit(answer)


def ended_from_outside(code: int) -> Trouble:
    """What is said of a process that ended with this exit code while it was wanted."""
    how = f"signal {-code}" if code < 0 else f"status {code}"
    remedy = "nothing was changed; try again, with more memory free where there was little"
    return Trouble(f"the process that did the work was ended from outside ({how})", "", remedy)


class _Gone:
    """The process has ended."""

    def __init__(self, code: int) -> None:
        self.code = code


class _Link:
    """One process with its pipes and threads."""

    def __init__(self, work: Work, came: Callable[[object], object]) -> None:
        self._came = came
        self.orders: queue.SimpleQueue[object] = queue.SimpleQueue()
        self.targets: set[Path] = set()
        context = multiprocessing.get_context("spawn")
        theirs, self._ours = context.Pipe(duplex=False)
        self._answers, tell = context.Pipe(duplex=False)
        self.process = context.Process(target=work, args=(theirs, tell), name="beside")
        self._wanted = True
        self._started = threading.Event()
        self._threads = (
            threading.Thread(target=self._send, args=(theirs, tell), name="orders to the process beside", daemon=True),
            threading.Thread(target=self._receive, name="answers of the process beside", daemon=True),
        )
        for thread in self._threads:
            thread.start()

    def kill(self) -> None:
        self._started.wait(_LAST_WAIT)
        if self.process.pid is not None:
            self.process.kill()

    @property
    def is_there(self) -> bool:
        return self._threads[1].is_alive()

    def let_go(self) -> None:
        """Let the orders end, which ends the process."""
        self._wanted = False
        self.orders.put(None)

    def close(self, longest: float) -> None:
        """Let the orders end, and wait; a process that takes too long is killed."""
        self.let_go()
        self._threads[1].join(longest)
        if self._threads[1].is_alive():
            self.kill()
        for thread in self._threads:
            thread.join()

    # --- in the threads

    def _send(self, theirs: Connection, tell: Connection) -> None:
        with suppress(OSError):  # the system may have no room for another process; the end of the pipes tells
            self.process.start()
        theirs.close()
        tell.close()
        self._started.set()
        with suppress(OSError):  # it has gone, and the one who receives will tell
            while (order := self.orders.get()) is not None:
                self._ours.send(order)
        self._ours.close()

    def _receive(self) -> None:
        with suppress(EOFError, OSError):
            while True:
                self._tell(self._answers.recv())
        self._started.wait()
        code = -1
        if self.process.pid is not None:
            self.process.join()
            code = self.process.exitcode or 0
        for target in self.targets:
            clear_left_behind(target)
        self._answers.close()
        self._tell(_Gone(code))

    def _tell(self, answer: object) -> None:
        if self._wanted:
            self._came((self, answer))
