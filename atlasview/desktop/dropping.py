"""What is dropped on the window: an atlas opens, cells are for the dialog that scores, other files for building."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from atlasview.desktop.scoring.likely import holds_cells

SUFFIX = ".atlas"


def paths_of(data: QMimeData) -> list[Path]:
    """The files and folders of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


class Dropping(QObject):
    """Watches a window for drops: `opens` gets an atlas, `scores` cells, `builds` all other files and folders.

    `leaves` gets the atlases that are not opened, because one is open at a time.
    """

    def __init__(
        self,
        window: QWidget,
        opens: Callable[[Path], object],
        scores: Callable[[Sequence[Path]], object],
        builds: Callable[[Sequence[Path]], object],
        leaves: Callable[[Sequence[Path]], object],
    ) -> None:
        super().__init__(window)
        self._opens, self._scores, self._builds, self._leaves = opens, scores, builds, leaves
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take drags and drops of files; leave everything else alone."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop) or not isinstance(event, QDropEvent):
            return False
        paths = paths_of(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._take(paths)
        return True

    def _take(self, paths: Sequence[Path]) -> None:
        atlases = [path for path in paths if path.suffix.casefold() == SUFFIX and path.is_file()]
        cells = [path for path in paths if holds_cells(path)]
        others = [path for path in paths if path not in (*atlases, *cells)]
        if atlases:
            self._opens(atlases[0])
        if atlases[1:]:
            self._leaves(atlases[1:])
        if cells:
            self._scores(cells)
        if others:
            self._builds(others)
