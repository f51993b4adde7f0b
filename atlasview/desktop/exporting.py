"""Taking away what is on a page: asks where, has it made and written beside the window, says that it is done."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from atlasview.bundled import starter_atlas
from atlasview.desktop import queries
from atlasview.desktop.background import AtlasWorker, LatestRead
from atlasview.desktop.dialogs.save_file import SaveFile
from atlasview.desktop.panels.exits import put_on_clipboard
from atlasview.desktop.panels.exports import (
    CitationsExport,
    CitingExport,
    DocumentExport,
    Export,
    FigureExport,
    PrintExport,
    SequenceExport,
    TableExport,
)
from atlasview.desktop.saving import Clip, Copying, Output, Saving
from atlasview.records.trouble import Trouble

if TYPE_CHECKING:
    from atlasview.desktop.desk import Desk
    from atlasview.desktop.figure_exporting import FigureExporting
    from atlasview.desktop.notices import Notices
    from atlasview.records.profile import Profile

_MANY = 10
"""So many pages to be read are told while it lasts."""


class Exporting(QObject):
    """Runs the exports of pages; `saved(Path)` after a file is in its place, `copied` after the clipboard is filled."""

    saved = Signal(object)
    copied = Signal()

    def __init__(self, desk: "Desk", notices: "Notices") -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._window = desk.window
        self._notices = notices
        self._settings = desk.settings
        self._figures: FigureExporting | None = None
        self._worker: AtlasWorker | None = None
        self._style = ""

    @property
    def worker(self) -> AtlasWorker:
        """The thread that makes files, started when the first one is wanted."""
        if self._worker is None:
            self._worker = AtlasWorker(self, "exports")
        return self._worker

    def end(self) -> None:
        """Wait for what is being written, and end the thread."""
        if self._worker is not None:
            self._worker.close()

    def export(self, what: Export, profile: "Profile") -> None:
        """Export something of a page; trouble is told, and an older file stays as it was."""
        if getattr(profile, "left_out", 0) and not _is_at_hand(what):
            self._read_whole(what, profile)
            return
        try:
            self._start(what, profile)
        except Trouble as trouble:
            self._notices.tell_trouble(trouble)

    def _read_whole(self, what: Export, profile: "Profile") -> None:
        """Export something of a page of which a part was read, when all of it has been."""
        reading = LatestRead(self._desk.worker, self)
        reading.arrived.connect(lambda whole: self.export(what, whole))
        reading.failed.connect(self._desk.tell)
        for over in (reading.arrived, reading.failed):
            over.connect(reading.deleteLater)
        reading.ask(queries.read_whole, profile.place)

    def _start(self, what: Export, profile: "Profile") -> None:
        match what:
            case FigureExport():
                self._export_figure(what, profile)
            case SequenceExport():
                self._export_sequences(what, profile)
            case CitationsExport():
                self._export_citations(what, profile)
            case TableExport():
                from atlasview.desktop.table_exporting import table_export

                self.run(table_export(what, profile))
            case CitingExport():
                from atlasview.desktop.citations_exporting import citing_export

                self.run(citing_export(what, profile))
            case DocumentExport():
                from atlasview.desktop.dialogs.document_viewer import DocumentViewer

                DocumentViewer.show_for(self._desk.theme, self._window, profile, self._atlas(), self)
            case PrintExport():
                from atlasview.desktop.dialogs.print_preview import PrintPreview

                PrintPreview.show_for(self._desk.theme, self._window, profile, self)

    # --- the kinds that ask for more

    def _atlas(self) -> Path | None:
        """File of the open atlas where it is not the starter atlas."""
        path = self._desk.opening.path
        return path if path != starter_atlas() else None

    def _export_figure(self, what: FigureExport, profile: "Profile") -> None:
        from atlasview.desktop.figure_exporting import FigureExporting

        if self._figures is None:
            self._figures = FigureExporting(self._desk.theme, self._window, self._settings)
        saved = self._figures.export(what, profile, self._atlas())
        if saved is not None:
            self._tell(saved.paths, saved.notes)

    def _export_sequences(self, what: SequenceExport, profile: "Profile") -> None:
        from atlasview.desktop.sequence_exporting import sequence_export

        if not what.places:
            self.run(sequence_export(what, profile))
            return
        reading = LatestRead(self._desk.worker, self)
        reading.arrived.connect(lambda read: self.run(sequence_export(what, profile, read)))
        reading.failed.connect(self._desk.tell)
        if len(what.places) >= _MANY:
            self._tell_reading(reading, len(what.places))
        for over in (reading.arrived, reading.failed):
            over.connect(reading.deleteLater)
        reading.ask(queries.read_sequences, what.places)

    def _tell_reading(self, reading: LatestRead, pages: int) -> None:
        """Say that pages are being read, for as long as it lasts, with a way to leave it."""
        words = f"Reading the sequences of {pages:,} pages"
        told = self._notices.tell(words, kind="working", actions=(("Cancel", reading.deleteLater),))
        for over in (reading.arrived, reading.failed, reading.destroyed):
            over.connect(lambda *_: self._notices.dismiss(told))

    def _export_citations(self, what: CitationsExport, profile: "Profile") -> None:
        from atlasview.desktop.citations_exporting import citations_export, needs_style

        if needs_style(what):
            from atlasview.desktop.dialogs.citation_style import CitationStyleDialog

            chosen = CitationStyleDialog.ask(self._desk.theme, self._window, self.worker, what, self._style)
            if chosen is None:
                return
            what, self._style = chosen, chosen.style
        self.run(citations_export(what, profile))

    # --- making, writing, telling

    def run(self, work: Saving | Copying) -> None:
        """Ask where a file goes and write it there, or fill the clipboard."""
        if isinstance(work, Copying):
            self._beside(work.make, self._put)
            return
        path = SaveFile.ask(self._window, work.title, self._settings.save_folder / work.suggested, work.filters)
        if path is not None:
            make = partial(_write, path, partial(work.make, work.form_of(path)))
            self._beside(make, lambda left_out: self._tell((path,), left_out))

    def _beside(self, make: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Run something in the thread of exports and hand on what it gives; what went wrong is told."""
        job = LatestRead(self.worker, self)
        job.arrived.connect(done)
        job.failed.connect(self._desk.tell)
        for over in (job.arrived, job.failed):
            over.connect(job.deleteLater)
        job.ask(lambda _reader: make())

    def _put(self, clip: Clip) -> None:
        put_on_clipboard(clip.text, clip.html)
        self._window.status.say(f"{clip.said} copied")
        self.copied.emit()

    def _tell(self, paths: tuple[Path, ...], notes: tuple[str, ...]) -> None:
        """Say what was saved, and offer its folder."""
        folder = paths[0].parent
        self._settings.save_folder = folder
        actions = (("Show in folder", lambda: show_in_folder(paths[0])),)
        names = ", ".join(path.name for path in paths)
        self._notices.tell(f"Saved {names}", "; ".join((str(folder), *notes)), "success", actions)
        for path in paths:
            self.saved.emit(path)


def _is_at_hand(what: Export) -> bool:
    """Whether an export brings all that it needs along."""
    return isinstance(what, SequenceExport) or (isinstance(what, TableExport) and not what.whole)


def _write(path: Path, make: Callable[[], Output]) -> tuple[str, ...]:
    from atlasview.export.write import write_aside

    output = make()
    write_aside(path, output.content)
    return output.left_out


def show_in_folder(path: Path) -> None:
    """Open the folder of a file in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
