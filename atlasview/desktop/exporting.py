"""Saving what is on a page: asks where, has it written aside, says that it is done and offers the folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from atlasview.bundled import starter_atlas
from atlasview.desktop.dialogs.save_file import SaveFile
from atlasview.desktop.main_window import MainWindow
from atlasview.desktop.notices import Notices
from atlasview.desktop.settings import Settings
from atlasview.desktop.theme import Theme
from atlasview.records.profile import AtlasProfile
from atlasview.records.trouble import Trouble

if TYPE_CHECKING:
    from atlasview.desktop.figure_exporting import FigureExporting
    from atlasview.desktop.pages.plan import ExportChoice
    from atlasview.records.source import Manifest


@dataclass(frozen=True, slots=True)
class Output:
    """A file that can be written: its suggested name, its content, and what was left out of it."""

    name: str
    content: bytes
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Export:
    """One thing that a page can give away; `kinds` is the filter of the dialog."""

    title: str
    kinds: str
    make: "Callable[[ExportChoice], Output]"


def _sequence(choice: "ExportChoice") -> Output:
    from atlasview.export.names import sequence_name
    from atlasview.export.sequence import sequence_file

    file = sequence_file(choice.profile, choice.isoform, choice.residues)
    residues = "" if choice.residues is None else str(choice.residues)
    name = sequence_name(choice.profile.place.label, choice.profile.atlas, choice.isoform, residues)
    return Output(name, file.text.encode(), tuple(file.left_out))


def _of_atlas(what: str, suffix: str, write: "Callable[[Manifest], str]") -> "Callable[[ExportChoice], Output]":
    """What the page of the atlas gives away."""

    def make(choice: "ExportChoice") -> Output:
        from atlasview.export.names import file_name

        profile = choice.profile
        assert isinstance(profile, AtlasProfile)
        return Output(file_name("atlas", what, label=profile.atlas, suffix=suffix), write(profile.manifest).encode())

    return make


def _information(manifest: "Manifest") -> str:
    import json

    from atlasview.export.document.manifest import info_document

    return json.dumps(info_document(manifest), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _sources(manifest: "Manifest") -> str:
    from atlasview.export.tables.manifest import sources_text

    return sources_text(manifest)


def _notes(manifest: "Manifest") -> str:
    from atlasview.export.tables.manifest import notes_text

    return notes_text(manifest)


def _citing(manifest: "Manifest") -> str:
    from atlasview.export.citing import citing_text

    return citing_text(manifest)


EXPORTS = {
    "sequence": Export("Export sequence", "FASTA (*.fasta *.fa)", _sequence),
    "atlas-information": Export(
        "Save information on the atlas", "JSON (*.json)", _of_atlas("information", ".json", _information)
    ),
    "atlas-sources": Export("Save sources", "Table (*.tsv)", _of_atlas("sources", ".tsv", _sources)),
    "atlas-notes": Export("Save why records are missing", "Table (*.tsv)", _of_atlas("missing", ".tsv", _notes)),
    "atlas-citing": Export("Save how to cite", "Text (*.txt)", _of_atlas("citing", ".txt", _citing)),
}
FIGURES = ("domains", "landscape")
"""What has a dialog of its own (`figure_exporting`)."""


class Exporting(QObject):
    """Runs the exports of pages; `saved(Path)` after a file is in its place."""

    saved = Signal(object)

    def __init__(
        self, theme: Theme, window: MainWindow, notices: Notices, settings: Settings, atlas: Callable[[], Path | None]
    ) -> None:
        """`atlas` gives the file of the open atlas."""
        super().__init__(window)
        self._theme = theme
        self._atlas = atlas
        self._figures: FigureExporting | None = None
        self._window = window
        self._notices = notices
        self._settings = settings

    def export(self, what: str, choice: "ExportChoice") -> None:
        """Make one of EXPORTS or FIGURES, ask where it goes, write it there; trouble is told, the old file stays."""
        try:
            if what in FIGURES:
                self._export_figure(what, choice)
                return
            export = EXPORTS[what]
            output = export.make(choice)
            path = SaveFile.ask(self._window, export.title, self._settings.save_folder / output.name, export.kinds)
            if path is not None:
                self._write(path, output)
        except Trouble as trouble:
            self._notices.tell_trouble(trouble)

    def _export_figure(self, view: str, choice: "ExportChoice") -> None:
        from atlasview.desktop.figure_exporting import FigureExporting

        if self._figures is None:
            self._figures = FigureExporting(self._theme, self._window, self._settings)
        path = self._atlas()
        saved = self._figures.export(view, choice, path if path != starter_atlas() else None)
        if saved is not None:
            self._tell(saved.paths, saved.notes)

    def _write(self, path: Path, output: Output) -> None:
        from atlasview.export.write import write_aside

        write_aside(path, output.content)
        self._tell((path,), output.left_out)

    def _tell(self, paths: tuple[Path, ...], notes: tuple[str, ...]) -> None:
        """Say what was saved, and offer its folder."""
        folder = paths[0].parent
        self._settings.save_folder = folder
        actions = (("Show in folder", lambda: show_in_folder(paths[0])),)
        names = ", ".join(path.name for path in paths)
        self._notices.tell(f"Saved {names}", "; ".join((str(folder), *notes)), "success", actions)
        for path in paths:
            self.saved.emit(path)


def show_in_folder(path: Path) -> None:
    """Open the folder of a file in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
