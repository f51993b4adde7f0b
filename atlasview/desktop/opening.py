"""Opening an atlas: beside the window, with the page that says why where it does not work."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from atlasview.bundled import starter_atlas
from atlasview.desktop import queries
from atlasview.desktop.background import AtlasWorker, LatestRead
from atlasview.desktop.main_window import MainWindow
from atlasview.desktop.settings import Settings
from atlasview.desktop.theme import Theme
from atlasview.records.trouble import AtlasMissing, Trouble

_LOG = logging.getLogger(__name__)

if TYPE_CHECKING:
    from atlasview.desktop.trouble_page import TroublePage
    from atlasview.records.source import AtlasLabel, Manifest


class Opening(QObject):
    """Which atlas is open. `opened(AtlasLabel)`, `closed()` before another one comes, `refused(Exception)`.

    declined(Path, Exception) says that another one could not be opened; the one that is open stays, with its pages.
    suggested(tuple[Hit, ...]) and described(Manifest) follow an opening; failed(Exception) where they do not come.
    missed(Trouble) says that the last atlas has gone; the starter opens in its place, until the person chooses.
    """

    opened = Signal(object)
    closed = Signal()
    refused = Signal(object)
    declined = Signal(object, object)
    suggested = Signal(object)
    described = Signal(object)
    failed = Signal(object)
    missed = Signal(object)

    def __init__(self, theme: Theme, window: MainWindow, worker: AtlasWorker, settings: Settings) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._worker = worker
        self._settings = settings
        self._page: TroublePage | None = None
        self.path: Path | None = None
        self.label: AtlasLabel | None = None
        self.manifest: Manifest | None = None
        self.is_stopgap = False
        self._last: Path | None = None
        self._coming: tuple[Path | None, bool] = (None, False)
        self._waits = False
        self._suggestions = LatestRead(worker, self)
        self._suggestions.arrived.connect(self.suggested)
        self._suggestions.failed.connect(self.failed)
        self._manifest = LatestRead(worker, self)
        self._manifest.arrived.connect(self._describe)
        self._manifest.failed.connect(self.failed)
        worker.opened.connect(self._take)
        worker.refused.connect(self._decline)

    def open(self, path: Path) -> None:
        """Open the atlas at a path in the place of the present one, which stays where that cannot be opened."""
        self._last = None
        self._open(path)

    def open_last(self) -> None:
        """Open the atlas that was open last; where it has gone, the starter atlas in its place."""
        kept = self._settings["last-atlas"]
        last = Path(kept) if kept else None
        self.open(last or starter_atlas())
        self._last = last

    def _open(self, path: Path, is_stopgap: bool = False) -> None:
        hurried, self._waits = self._waits, True  # of two at once the reader may have the first already
        self._coming = (path, is_stopgap)
        same = self.path is not None and path.absolute() == self.path.absolute()
        if same or hurried or self.label is None:
            self._leave()
        self._worker.open(path)

    def _leave(self) -> None:
        self.closed.emit()
        self.path, self.is_stopgap = self._coming
        self.label, self.manifest = None, None

    def open_starter(self) -> None:
        """Open the atlas that comes with the program."""
        self.open(starter_atlas())

    def choose(self) -> None:
        """Ask for a file and open it."""
        from atlasview.desktop.dialogs.open_atlas import OpenAtlas

        path = OpenAtlas.ask(self._window, self._settings.atlas_folder)
        if path is not None:
            self._settings.atlas_folder = path.parent
            self.open(path)

    def again(self) -> None:
        """Try the same file once more."""
        if self.path is not None:
            self.open(self.path)

    def suggest_again(self) -> None:
        """Ask once more for places worth a first look."""
        self._suggestions.ask(queries.suggest)

    def _take(self, label: "AtlasLabel") -> None:
        self._waits = False
        if self.label is not None:
            self._leave()
        self.label = label
        self.opened.emit(label)
        self.suggest_again()
        self._manifest.ask(queries.read_manifest)

    def _describe(self, manifest: "Manifest") -> None:
        self.manifest = manifest
        self.described.emit(manifest)

    def _decline(self, error: Exception) -> None:
        """An atlas could not be opened: only where no other one is open, that fills the window."""
        self._waits = False
        if self.label is None:
            self.refuse(error)
            return
        _log_mistake(error)
        self.declined.emit(self._coming[0], error)

    def refuse(self, error: Exception) -> None:
        """Show why the atlas cannot be used, in the place of its pages."""
        if isinstance(error, AtlasMissing) and self._last is not None and self.label is None:
            self._last = None
            self.missed.emit(error)
            self._open(starter_atlas(), is_stopgap=True)
            return
        self.label, self.manifest = None, None
        _log_mistake(error)
        if self._page is None:
            from atlasview.desktop.trouble_page import TroublePage

            self._page = TroublePage(self._theme, self._window)
            self._page.starter_asked.connect(self.open_starter)
            self._page.choose_asked.connect(self.choose)
            self._page.again_asked.connect(self.again)
        self._window.show_in_centre(self._page, self._page.parts)
        if self.path is not None:
            self._page.show_trouble(error, self.path)
        self.refused.emit(error)


def _log_mistake(error: Exception) -> None:
    if not isinstance(error, Trouble):
        _LOG.error("an atlas could not be opened", exc_info=error)
