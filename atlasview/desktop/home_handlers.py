"""What the actions do that belong to the home folder: preferences, the report of a mistake, the log."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from atlasview.home.folder import logs_folder

if TYPE_CHECKING:
    from pathlib import Path

    from atlasview.desktop.desk import Desk


def home_handlers(desk: "Desk") -> dict[str, Callable[[], object]]:
    """A function for each of these actions."""

    def show_preferences() -> None:
        from atlasview.desktop.dialogs.preferences import Preferences

        Preferences.show_for(desk.theme, desk.window, desk.settings, show_home)

    def show_report() -> None:
        from atlasview.desktop.dialogs.bug_report import BugReport

        BugReport.show_for(desk)

    def show_home() -> None:
        _show_folder(desk, desk.settings.home)

    def show_logs() -> None:
        home = desk.settings.home
        _show_folder(desk, None if home is None else logs_folder(home))

    return {"preferences": show_preferences, "report": show_report, "show-logs": show_logs}


def _show_folder(desk: "Desk", folder: "Path | None") -> None:
    """Open a folder in the system's file manager; say where it is where none opens."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    if folder is None or not folder.is_dir():
        why = "This system names no home folder" if folder is None else str(folder)
        desk.notices.tell("There is no such folder: nothing could be kept", why, "warning")
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        desk.notices.tell("No file manager opened", str(folder), "warning")
