"""What is dropped on the window: an atlas is opened, files to build from open the dialog that builds one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

SUFFIX = ".atlas"


def paths_of(data: QMimeData) -> list[Path]:
    """The files and folders of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


class Dropping(QObject):
    """Watches a window for drops: `opens` gets an atlas, `builds` all other files and folders."""

    def __init__(
        self, window: QWidget, opens: Callable[[Path], object], builds: Callable[[Sequence[Path]], object]
    ) -> None:
        super().__init__(window)
        self._opens, self._builds = opens, builds
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
        others = [path for path in paths if path not in atlases]
        if atlases:
            self._opens(atlases[0])
        if others:
            self._builds(others)
