"""The window does not close over work that goes on beside it before the person has said so."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from atlasview.desktop.dialogs.leave_work import LeaveWork
from atlasview.desktop.theme import Theme


class BeforeClosing(QObject):
    """Watches the window for its end.

    running  whether there is anything to lose
    words    title of the question, what is going on, and the words of the button that lets it go on
    cancel   gives the work up
    """

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        running: Callable[[], bool],
        words: Callable[[], tuple[str, str, str]],
        cancel: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._running, self._words, self._cancel = running, words, cancel
        self._asking: LeaveWork | None = None
        self._leaving = False
        window.installEventFilter(self)

    def end(self) -> None:
        """Watch no longer."""
        self._window.removeEventFilter(self)

    def settle(self) -> None:
        """The work has ended: there is nothing to ask any more."""
        self._leaving = False
        if self._asking is not None:
            self._asking.reject()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the window open, and ask."""
        if event.type() != QEvent.Type.Close or not self._running() or self._leaving:
            return False
        event.ignore()
        if self._asking is None:
            self._asking = LeaveWork(self._theme, self._window, *self._words())
            self._asking.accepted.connect(self._leave)
            self._asking.finished.connect(self._asked)
        self._asking.show()
        return True

    def _asked(self) -> None:
        if self._asking is not None:
            self._asking.deleteLater()
        self._asking = None

    def _leave(self) -> None:
        self._leaving = True
        self._cancel()
        self._window.close()
