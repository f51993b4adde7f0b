"""The notebook as the window has it: one thread of its own, begun with the first page that asks."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from atlasview.desktop import notebook_work
from atlasview.desktop.background import AtlasWorker, LatestRead
from atlasview.home.folder import notebook_file
from atlasview.records.profile import GeneProfile


class NotebookDoor(QObject):
    """Reads and writes beside the window.

    changed  (id of a gene, what is kept of it: `notebook_work.Kept`)
    failed   (id of a gene, Trouble, or an exception of our own)
    """

    changed = Signal(str, object)
    failed = Signal(str, object)

    def __init__(self, home: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = notebook_file(home) if home is not None else None
        self._worker: AtlasWorker | None = None

    def read(self, gene: str) -> None:
        """Tell what is kept of a gene."""
        self._have(gene, notebook_work.read_kept, self._path, gene)

    def add_text(self, profile: GeneProfile, text: str) -> None:
        """Keep what a text holds for the gene of a page."""
        self._have(profile.gene.id, notebook_work.add_text, self._path, profile, text)

    def add_file(self, profile: GeneProfile, file: Path) -> None:
        """Keep what a file holds for the gene of a page."""
        self._have(profile.gene.id, notebook_work.add_file, self._path, profile, file)

    def remove(self, gene: str, ids: tuple[int, ...]) -> None:
        """Forget some variants."""
        self._have(gene, notebook_work.remove_kept, self._path, gene, ids)

    def clear(self, gene: str) -> None:
        """Forget all variants of a gene."""
        self._have(gene, notebook_work.clear_kept, self._path, gene)

    def end(self) -> None:
        """Finish what was begun, and end the thread."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def _have(self, gene: str, function: Callable[..., Any], *arguments: Any) -> None:
        if self._worker is None:
            self._worker = AtlasWorker(self, "notebook")
        job = LatestRead(self._worker, self)
        job.arrived.connect(lambda kept: self.changed.emit(gene, kept))
        job.failed.connect(lambda error: self.failed.emit(gene, error))
        for over in (job.arrived, job.failed):
            over.connect(job.deleteLater)
        job.ask(lambda _reader: function(*arguments))
