"""One session: application, theme and window first, and all that works behind it as soon as it is painted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from atlasview.desktop.collector import Collector
from atlasview.desktop.first_paint import NextPaint
from atlasview.desktop.main_window import MainWindow
from atlasview.desktop.settings import READY, Settings
from atlasview.desktop.theme import Theme

if TYPE_CHECKING:
    from atlasview.desktop.background import AtlasWorker
    from atlasview.desktop.desk import Desk


class Session(QObject):
    """The window and all that works for it, from the first paint to the end.

    failure  why it could not be made, after the loop has ended for it
    painted  after the window's first paint; `desk` exists from then on
    settled  when the first page is painted, or the trouble that keeps it away
    """

    painted = Signal()
    settled = Signal()

    desk: "Desk"
    worker: "AtlasWorker"

    def __init__(self, application: QApplication, place: str, atlas: Path | None, settings: Settings) -> None:
        """`atlas` is the file to open, None for the one that was open last."""
        super().__init__()
        self.application = application
        self.settings = settings
        self._first = (place, atlas)
        self.failure: Exception | None = None
        self.collector = Collector(self)
        self.theme = Theme(self, settings.theme, settings.text_scale)
        self.theme.install(application)
        self.window = MainWindow(self.theme)
        self.window.tools.field.say_closed(closed=False)
        self.window.status.say(READY)
        self._restore_window()
        NextPaint(self.window, self._begin)

    def _restore_window(self) -> None:
        """Size, place, side panel as they were; a screen that is no longer there moves the window to one that is."""
        window, settings = self.window, self.settings
        if settings["window"]:
            window.restoreGeometry(QByteArray.fromBase64(settings["window"].encode("ascii", "replace")))
        window.side_room.set_wanted(settings["side-panel-width"])
        if not settings["side-panel"]:
            window.set_side_panel(False)

    def _begin(self) -> None:
        """Make the rest; without it the window could do nothing, not even tell, so the program ends where it fails."""
        self.painted.emit()
        try:
            self._make_desk()
        except Exception as error:  # noqa: BLE001 -- `run` raises it, on the way to the last door
            self.failure = error
            self.application.exit(1)

    def _make_desk(self) -> None:
        """Read the atlas and make the rest, both at once, now that the window is on the screen."""
        from atlasview.desktop import queries
        from atlasview.desktop.background import AtlasWorker

        self.worker = AtlasWorker(self)
        self.worker.prepare(queries.load_database)
        self.worker.prepare(queries.load_pages)
        from atlasview.desktop.desk import Desk

        self.desk = Desk(self.theme, self.window, self.worker, self.settings)
        self.desk.settled.connect(self.settled)
        self.desk.settled.connect(self.collector.settle, Qt.ConnectionType.SingleShotConnection)
        self.desk.tabs.shown.connect(lambda _place: self.collector.put_off())
        self.desk.start(*self._first)

    def end_when_settled(self, longest: int, linger: int = 0) -> None:
        """End the loop `linger` milliseconds after there is something to see, with code 1 after `longest`."""
        self.settled.connect(lambda: QTimer.singleShot(linger, self.application.quit))
        QTimer.singleShot(longest, self, lambda: self.application.exit(1))

    def close(self) -> None:
        """End the thread and give back what was taken over; the window goes too."""
        if hasattr(self, "desk"):
            self.desk.end()
        elif hasattr(self, "worker"):
            self.worker.close()
        self.window.close()
        self.window.deleteLater()
        self.theme.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.collector.stop()
