"""Mistakes of the program itself: logged, kept for a report, told once, and never the end of the window."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from atlasview.records.trouble import Trouble

if TYPE_CHECKING:
    from atlasview.desktop.notices import Notice, Notices
    from atlasview.home.report import Mistake

_LOG = logging.getLogger("atlasview")

MESSAGE = "AtlasView made a mistake"


class _Listener(logging.Handler):
    """Hands on every exception that AtlasView logs, also of what told it in its own place."""

    def __init__(self, take: Callable[[BaseException], object]) -> None:
        super().__init__(logging.ERROR)
        self._take = take

    def emit(self, record: logging.LogRecord) -> None:
        """Hand on the exception of a record."""
        if record.exc_info and record.exc_info[1] is not None:
            self._take(record.exc_info[1])


class Mistakes(QObject):
    """Takes exceptions that nobody caught while it is installed; `changed` when there is another one in `met`.

    notices    gives the door for messages, which may have to be made first
    last_done  gives the name of what the person did last
    report     what the link of the message does
    """

    changed = Signal()
    _caught = Signal(object)

    def __init__(
        self,
        notices: "Callable[[], Notices]",
        parent: QObject | None = None,
        last_done: Callable[[], str] = str,
        report: Callable[[], object] = bool,
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._last_done = last_done
        self._report = report
        self._hooks = (sys.excepthook, threading.excepthook)
        self._listener = _Listener(self._keep)
        self._notice: Notice | None = None
        self._speechless = False
        self.met: tuple[Mistake, ...] = ()
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's own way, which writes to a terminal that nobody may see."""
        self._hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._take
        threading.excepthook = self._take_of_thread
        _LOG.addHandler(self._listener)

    def remove(self) -> None:
        """Give back to what was before."""
        sys.excepthook, threading.excepthook = self._hooks
        _LOG.removeHandler(self._listener)

    def report(self, error: BaseException) -> None:
        """Log and tell an exception that was caught."""
        self._take(type(error), error, error.__traceback__)

    @property
    def summary(self) -> str:
        """The newest mistake in a line, and how many others there were."""
        others = sum(mistake.times for mistake in self.met) - 1
        newest = self.met[-1].what if self.met else ""
        return f"{newest} (and {others} more)" if others > 0 else newest

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._hooks[0](kind, error, trace)
            return
        from atlasview.home.report import is_known

        if isinstance(error, Trouble):
            self._caught.emit(error)
            return
        if is_known(self.met, error):
            self._keep(error)  # one that comes with every painting would fill the log
        else:
            _LOG.error("a mistake of the program", exc_info=(kind, error, trace))
        self._caught.emit(error)

    def _take_of_thread(self, met: threading.ExceptHookArgs) -> None:
        if met.exc_value is not None:
            self._take(met.exc_type, met.exc_value, met.exc_traceback)

    def _keep(self, error: BaseException) -> None:
        from atlasview.home.report import Mistake, gathered

        self.met = gathered(self.met, Mistake.of(error, self._last_done()))
        self.changed.emit()

    def _tell(self, error: BaseException) -> None:
        """One message for all of them; where telling goes wrong itself, it is not tried again.

        Trouble that nobody has caught is told as what it is.
        """
        if self._speechless:
            return
        try:
            notices = self._notices()
            if isinstance(error, Trouble):
                notices.tell_trouble(error)
                return
            if self._notice is not None:
                notices.dismiss(self._notice)
            self._notice = notices.tell(MESSAGE, self.summary, "problem", (("Report…", self._report),))
        except Exception:
            self._speechless = True
            raise
