"""Where AtlasView keeps things, and how a path is written where others may read it."""

import os
import sys
from pathlib import Path

_NAME = "AtlasView"
_LINUX = sys.platform == "linux"


def home_folder(asked: Path | None = None) -> Path | None:
    """The folder asked for, else ATLASVIEW_HOME, else the platform's; None where the system knows of none.

    It need not exist.
    """
    if asked is not None:
        return asked.absolute()
    named = os.environ.get("ATLASVIEW_HOME")
    if named:
        return Path(named).absolute()
    folder = _platform_folder()
    return folder if folder.is_absolute() else None


def logs_folder(home: Path) -> Path:
    """Where logs and reports lie in a home folder."""
    return home / "logs"


def notebook_file(home: Path) -> Path:
    """The user's notebook in a home folder."""
    return home / "notebook.sqlite"


def user_folder() -> Path:
    """The person's own folder, where files are offered to be saved; the present one where the system names none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path.cwd()


def shortened(text: str) -> str:
    """A text with the person's own folder, which holds her name, written as `~`."""
    own = str(user_folder())
    return text if len(own) < 2 else text.replace(own, "~")


def _platform_folder() -> Path:
    """As platformdirs gives it; importing that takes longer than all the rest of reading the settings."""
    if _LINUX:
        given = os.environ.get("XDG_DATA_HOME", "").strip()
        return Path(given or os.path.expanduser("~/.local/share")) / _NAME  # noqa: PTH111 -- Path raises without a home
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False)
