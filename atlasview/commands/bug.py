"""A mistake of our own, told in a line, with its details kept where they can be sent on."""

import os
import platform
import sys
import traceback
from pathlib import Path

from atlasview import __version__

STATUS = 70
"""Exit status after a bug, as `sysexits.h` names an internal software error."""


def report(error: BaseException, home: Path | None) -> str:
    """Keep the details in `home`'s folder of logs and return the line to say; ATLASVIEW_DEBUG=1 prints them instead."""
    what = f"this is a bug of AtlasView: {type(error).__name__}: {error}"
    if os.environ.get("ATLASVIEW_DEBUG", "") not in ("", "0"):
        traceback.print_exception(error, file=sys.stderr)
        return f"{what}, details above, please report it"
    details = "".join(traceback.format_exception(error))
    text = (
        f"AtlasView {__version__}, Python {platform.python_version()}, {platform.platform()}\n{sys.argv}\n\n{details}"
    )
    try:
        log = (home or _platform_home()) / "logs" / "command-line-bug.txt"
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return f"{what}, {_line(error)}, run it again with ATLASVIEW_DEBUG=1 and report what it prints"
    return f"{what}, {_line(error)}, please report it with {log}"


def _line(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name} line {frames[-1].lineno}" if frames else "unknown line"


def _platform_home() -> Path:
    from platformdirs import user_data_path

    return user_data_path("AtlasView", appauthor=False)
