"""Mistakes of the program itself: logged, told with a copy button for the details, and never the end of the window."""

import logging
import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication

from atlasview import __version__
from atlasview.desktop.notices import Notices

_LOG = logging.getLogger("atlasview")


class Mistakes(QObject):
    """Takes exceptions that nobody caught while it is installed."""

    _caught = Signal(str, str)

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._before = sys.excepthook
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's own way, which writes to a terminal that nobody may see."""
        self._before = sys.excepthook
        sys.excepthook = self._take

    def remove(self) -> None:
        """Give back to what was before."""
        sys.excepthook = self._before

    def report(self, error: BaseException) -> None:
        """Log and tell an exception that was caught."""
        self._take(type(error), error, error.__traceback__)

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        _LOG.error("a mistake of the program", exc_info=(kind, error, trace))
        self._caught.emit(f"{kind.__name__}: {error}", details(kind, error, trace))

    def _tell(self, summary: str, text: str) -> None:
        actions = (("Copy details", lambda: QGuiApplication.clipboard().setText(text)),)
        self._notices.tell("AtlasView made a mistake", summary, "problem", actions)


def details(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a report of the mistake needs: versions, system, and where it happened."""
    versions = f"AtlasView {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{versions}\n\n{''.join(traceback.format_exception(kind, error, trace))}"
