"""Keeps the settings: writes what has changed a moment later, with what the window alone knows."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from atlasview.bundled import starter_atlas
from atlasview.desktop.last_session import as_data
from atlasview.records.trouble import Trouble

if TYPE_CHECKING:
    from atlasview.desktop.desk import Desk

LATER = 2_000
"""Milliseconds after a change before it is written: a drag of the window is one change."""


class Keeping(QObject):
    """Made when the first page is there; `end` writes for the last time."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._settings = desk.settings
        self._told = False
        self._closed = False
        self._timer = QTimer(self, singleShot=True, interval=LATER)
        self._timer.timeout.connect(self._write)
        desk.window.installEventFilter(self)
        desk.settings.watch(self._timer.start)
        for signal in (desk.window.side_room.widened, desk.tabs.moved, desk.tabs.shown):
            signal.connect(self._timer.start)

    def begin(self) -> None:
        """Try whether anything can be kept, and tell what was wrong with what was."""
        trouble, self._settings.trouble = self._settings.trouble, None
        aside = self._write()
        if trouble is not None and not self._told:
            where = f"It was set aside as {aside}" if aside is not None else trouble.where
            self._tell(trouble.what, where, trouble.remedy)

    def end(self) -> None:
        """Note how everything is, and write it; nobody is there any more to be told that it cannot be."""
        self._timer.stop()
        if self._note():
            self._settings.affirm("last-atlas", "session")  # the window that is closed last has the word
        with suppress(Trouble):
            self._settings.keep()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Moving, sizing and closing the window is a change; what it looks like is noted before it is closed."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.WindowStateChange):
            self._timer.start()
        elif event.type() == QEvent.Type.Close:
            self._note()
            self._closed = True
        elif event.type() == QEvent.Type.Show:
            self._closed = False
        return False

    def _note(self) -> bool:
        """Take over from the window what it alone knows; whether it has pages to speak of."""
        desk, settings = self._desk, self._settings
        if not self._closed:
            settings["window"] = bytes(desk.window.saveGeometry().toBase64().data()).decode("ascii")
        settings["side-panel"] = desk.window.side_panel_wanted
        settings["side-panel-width"] = desk.window.side_room.wanted
        opening = desk.opening
        if opening.label is None or opening.is_stopgap or opening.path is None:
            return False
        atlas = None if opening.path == starter_atlas() else opening.path.absolute()
        settings["last-atlas"] = "" if atlas is None else str(atlas)
        trails = desk.tabs.trails()
        current = desk.tabs.current
        at = trails.index(current.trail) if current is not None and current.trail in trails else 0
        settings["session"] = as_data(trails, at, atlas)
        return True

    def _write(self) -> Path | None:
        """Write what has changed; that nothing can be kept is told once. Returns where damaged settings are now."""
        self._note()
        try:
            return self._settings.keep()
        except Trouble as trouble:
            if not self._told:
                self._told = True
                what = f"settings are not kept: {trouble.what}"
                self._tell(what, trouble.where, "Another home can be named with --home")
            return None

    def _tell(self, what: str, *more: str) -> None:
        details = ". ".join(f"{part[:1].upper()}{part[1:]}" for part in more if part)
        self._desk.notices.tell(f"{what[:1].upper()}{what[1:]}", details, "warning")
