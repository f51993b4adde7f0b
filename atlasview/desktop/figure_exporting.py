"""The way of a figure from the page to its files: the dialog, where they go, what is replaced, writing."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from atlasview.desktop.dialogs.choose_folder import ChooseFolder
from atlasview.desktop.dialogs.figure_dialog import FigureDialog, FigureOrder
from atlasview.desktop.dialogs.replace_files import ReplaceFiles
from atlasview.desktop.dialogs.save_file import SaveFile
from atlasview.desktop.figure_habits import FigureHabits
from atlasview.desktop.panels.exports import FigureExport
from atlasview.desktop.settings import Settings
from atlasview.desktop.theme import Theme
from atlasview.export.figure_formats import figure_bytes
from atlasview.export.figure_remarks import warnings
from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import FORMATS, format_of
from atlasview.export.write import write_aside

if TYPE_CHECKING:
    from atlasview.records.profile import Profile

_TITLE = "Export figure"


@dataclass(frozen=True, slots=True)
class SavedFigure:
    """Files that are in their place, and what fell short in them."""

    paths: tuple[Path, ...]
    notes: tuple[str, ...]


class FigureExporting:
    """The settings remember how the last figure was made for the next one."""

    def __init__(self, theme: Theme, window: QWidget, settings: Settings) -> None:
        self._theme = theme
        self._window = window
        self._settings = settings

    def export(self, what: FigureExport, profile: "Profile", atlas: Path | None) -> SavedFigure | None:
        """Ask for everything and write; None where the person went back, Trouble where something is in the way.

        atlas  file of the open atlas where it is not the starter atlas
        """
        asked = {each.name: getattr(what, each.name) for each in fields(what) if each.name != "of"}
        request = FigureRequest(**asked)
        habits = FigureHabits.from_data(self._settings["figure"])
        order = FigureDialog.ask(self._theme, self._window, what.of or profile, habits.applied(request), atlas, habits)
        if order is None:
            return None
        self._settings["figure"] = order.habits.as_data()
        paths = self._places(order)
        if not paths:
            return None
        contents = [figure_bytes(order.drawing, form, order.dpi) for form in order.forms]
        for path, content in zip(paths, contents, strict=True):
            write_aside(path, content)
        return SavedFigure(paths, warnings(order.drawing))

    def _places(self, order: FigureOrder) -> tuple[Path, ...]:
        """Where each format goes: one file is named, several go into a folder; empty where the person went back."""
        names = [f"{Path(order.stem).name}.{form}" for form in order.forms]
        folder = self._settings.save_folder
        if len(names) == 1:
            return self._place(order.forms[0], folder / names[0])
        chosen = ChooseFolder.ask(self._window, f"{_TITLE}: folder for {len(names)} files", folder)
        return self._unless_kept([chosen / name for name in names]) if chosen else ()

    def _place(self, form: str, suggested: Path) -> tuple[Path, ...]:
        """One file under the name that was typed; with the suffix of its format, which may be another file's name."""
        kinds = f"{FORMATS[form]} (*.{form})"
        path = SaveFile.ask(self._window, _TITLE, suggested, kinds)
        if path is None:
            return ()
        if format_of(path.suffix) == form:
            return (path,)
        return self._unless_kept([path.with_name(f"{path.name}.{form}")])

    def _unless_kept(self, paths: list[Path]) -> tuple[Path, ...]:
        taken = [path for path in paths if path.exists()]
        return tuple(paths) if not taken or ReplaceFiles.ask(self._window, taken) else ()
