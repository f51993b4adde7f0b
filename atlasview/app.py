"""Builds the window with all that works for it, runs it, and measures or draws it when asked."""

import builtins
import gc
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from atlasview.environment import require_drawing, require_window
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
) -> int:
    """Show the window until it is closed, and return the process' exit code.

    place            what to open first (`IL21`), empty for the atlas' first suggestion
    atlas            the file to open, None for the one that was open last, at first the starter atlas
    home             folder for what the program keeps, None for ATLASVIEW_HOME, else the platform's
    exit_when_shown  end when the first page is painted, and print the seconds since the process began as JSON
    picture          draw off screen, save the window as a PNG when the first page is painted, and end

    Raises Trouble where no window can open, or the picture cannot be saved.
    """
    _require(picture)
    session = build(place=place, atlas=atlas, home=home)
    times: dict[str, float] = {}
    session.painted.connect(lambda: times.setdefault("window", _since_start()))
    session.settled.connect(lambda: times.setdefault("page", _since_start()))
    if exit_when_shown or picture is not None:
        session.end_when_settled(_LONGEST_WAIT, _SETTLING if picture is not None else 0)
    session.window.show()
    try:
        code = _loop(session)
        if picture is not None:
            grab(session, picture)
    finally:
        session.close()
    if exit_when_shown:
        _print_times(times)
    return code


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
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        require_drawing()


def build(*, place: str = "", atlas: Path | None = None, home: Path | None = None) -> "Session":
    """The application and its window, wired and not yet shown; the one who calls shows the window and runs the loop."""
    gc.disable()  # imports make no garbage, and looking for it takes a tenth of their time; the session goes on with it
    plain_import = builtins.__import__
    from atlasview.desktop.application import application

    builtins.__import__ = plain_import  # Qt's own serves `from __feature__`, which nothing here uses, and takes longer
    from atlasview.desktop.session import Session
    from atlasview.desktop.settings import Settings

    settings = Settings(home_folder(home))
    if settings.home is None:
        settings.trouble = Trouble("settings are not kept: this system has no home folder", "", "name one with --home")
    return Session(application(), place, atlas, settings)


def grab(session: "Session", path: Path) -> None:
    """Save what the window shows as a PNG; Trouble where the file cannot be written."""
    if not session.window.grab().save(str(path), "PNG"):
        raise Trouble("the picture of the window cannot be saved", str(path), "choose a folder that can be written")
    sys.stdout.write(f"{path}\n")


def _print_times(times: dict[str, float]) -> None:
    import json

    sys.stdout.write(json.dumps({name: round(seconds, 4) for name, seconds in times.items()}) + "\n")


def _since_start() -> float:
    """Seconds since the process began; since this module was loaded where the system does not tell."""
    try:
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        began = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - began
    except (OSError, ValueError, IndexError, AttributeError):
        return time.monotonic() - _LOADED
