"""A mistake of our own, told in a line, with its details kept where they can be sent on."""

import os
import sys
import traceback
from pathlib import Path

from atlasview.commands.shared import Shared
from atlasview.home.folder import home_folder, logs_folder
from atlasview.home.report import Mistake, report_text
from atlasview.records.source import AtlasLabel

STATUS = 70
"""Exit status after a bug, as `sysexits.h` names an internal software error."""

NAME = "command-line-bug.txt"


def report(error: BaseException, shared: Shared, command: str = "") -> str:
    """Keep the details in the home's folder of logs and return the line to say; ATLASVIEW_DEBUG=1 prints them instead.

    command  name of the command that was run (`export`), without what was asked of it
    """
    what = f"this is a bug of AtlasView: {type(error).__name__}: {error}"
    if os.environ.get("ATLASVIEW_DEBUG", "") not in ("", "0"):
        traceback.print_exception(error, file=sys.stderr)
        return f"{what}, details above, please report it"
    try:
        path = _write(report_text([Mistake.of(error, command)], _label(shared)), shared.home)
    except OSError:
        return f"{what}, {_line(error)}, run it again with ATLASVIEW_DEBUG=1 and report what it prints"
    return f"{what}, {_line(error)}, nothing was sent, please report it with {path}"


def _write(text: str, asked: Path | None) -> Path:
    home = home_folder(asked)
    if home is None:
        raise FileNotFoundError("there is no home folder")
    path = logs_folder(home) / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    return path


def _label(shared: Shared) -> AtlasLabel | None:
    """Of the atlas that the command was to read; None where it cannot be read, which may be what went wrong."""
    from atlasview.commands.opening import open_atlas

    try:
        with open_atlas(shared) as reader:
            return reader.label
    except Exception:  # noqa: BLE001 -- a report must not fail for want of a name
        return None


def _line(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name} line {frames[-1].lineno}" if frames else "unknown line"
