"""Builds the window with all that works for it, runs it, and measures or draws it when asked."""

import builtins
import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from atlasview.environment import require_drawing, require_resources, require_window
from atlasview.home.folder import home_folder
from atlasview.records.trouble import Trouble

if TYPE_CHECKING:
    from atlasview.desktop.session import Session

_LOADED = time.monotonic()
_SETTLING = 800
"""Milliseconds in which sections that are in view draw themselves before a picture is taken."""

_LONGEST_WAIT = 60_000
"""Milliseconds after which a window that is to end by itself ends without a page, with exit code 1."""


def run(
    *,
    place: str = "",
    atlas: Path | None = None,
    home: Path | None = None,
    exit_when_shown: bool = False,
    picture: Path | None = None,
    say: Callable[[str], object] | None = None,
) -> int:
    """Show the window until it is closed, and return the process' exit code.

    place            what to open first (`IL21`), empty for what was open last, at first the atlas' first suggestion
    atlas            the file to open, None for the one that was open last, at first the starter atlas
    home             folder for what the program keeps, None for ATLASVIEW_HOME, else the platform's
    exit_when_shown  end when the first page is painted, and print the seconds since the process began as JSON
    picture          draw off screen, save the window as a PNG when the first page is painted, and end; nothing is kept
    say              takes what is to be printed; None for standard output

    Raises Trouble where no window can open, or the picture cannot be saved.
    """
    _require(picture)
    session = build(place=place, atlas=atlas, home=home, keeps=picture is None)
    times = _watched(session)
    if exit_when_shown or picture is not None:
        session.end_when_settled(_LONGEST_WAIT, _SETTLING if picture is not None else 0)
    session.window.show()
    try:
        code = _loop(session)
        if picture is not None:
            grab(session, picture)
    finally:
        session.close()
    if exit_when_shown or picture is not None:
        (say or sys.stdout.write)(_as_json(times) if exit_when_shown else f"{picture}\n")
    return code


def _watched(session: "Session") -> dict[str, float]:
    """Seconds since the process began at which the window and the first page were painted, as they come."""
    times: dict[str, float] = {}
    session.painted.connect(lambda: times.setdefault("window", _since_start()))
    session.settled.connect(lambda: times.setdefault("page", _since_start()))
    return times


def _loop(session: "Session") -> int:
    """Run until the window is closed; raises what kept the window from being made whole."""
    code: int = session.application.exec()
    if session.failure is not None:
        raise session.failure
    return code


def _require(picture: Path | None) -> None:
    """A window needs a display, a picture does not."""
    if picture is None:
        require_window()
    else:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        require_resources()
        require_drawing()


def build(*, place: str = "", atlas: Path | None = None, home: Path | None = None, keeps: bool = True) -> "Session":
    """The application and its window, wired and not yet shown; the one who calls shows the window and runs the loop.

    keeps  whether changed settings, open pages and the log are written
    """
    gc.disable()  # imports make no garbage, and looking for it takes a tenth of their time; the session goes on with it
    plain_import = builtins.__import__
    from atlasview.desktop.application import application

    builtins.__import__ = plain_import  # Qt's own serves `from __feature__`, which nothing here uses, and takes longer
    from atlasview.desktop.session import Session
    from atlasview.desktop.settings import Settings

    settings = Settings(home_folder(home))
    settings.keeps = keeps
    if settings.home is None:
        settings.trouble = Trouble("settings are not kept: this system has no home folder", "", "name one with --home")
    return Session(application(), place, atlas, settings)


def grab(session: "Session", path: Path) -> None:
    """Save what the window shows as a PNG; Trouble where the file cannot be written, the old one is as it was then."""
    from PySide6.QtCore import QBuffer

    from atlasview.export.write import write_aside

    buffer = QBuffer()
    session.window.grab().save(buffer, "PNG")
    write_aside(path, bytes(buffer.data().data()))


def _as_json(times: dict[str, float]) -> str:
    import json

    return json.dumps({name: round(seconds, 4) for name, seconds in times.items()}) + "\n"


def _since_start() -> float:
    """Seconds since the process began; since this module was loaded where the system does not tell."""
    try:
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        began = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - began
    except (OSError, ValueError, IndexError, AttributeError):
        return time.monotonic() - _LOADED
