"""How a command answers: data on standard output or in a file, messages on standard error."""

import contextlib
import os
import sys
from pathlib import Path
from typing import Any

from atlasview.records.trouble import Trouble

STDOUT = Path("-")
_PIPED_WIDTH = 1000


def say(message: str) -> None:
    """A message of one line on standard error."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(f"atlasview: {' '.join(message.split())}\n")
            sys.stderr.flush()


def put(text: str) -> None:
    """Data on standard output; Trouble where it takes no more (a full disk), BrokenPipeError where nobody reads it."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as refusal:
        raise _full(refusal) from refusal


def finish() -> None:
    """Hand over what was put; raises as `put` does."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as refusal:
        raise _full(refusal) from refusal


def put_document(document: dict[str, Any]) -> None:
    """A JSON document on standard output."""
    from atlasview.export.document.written import written

    put(written(document))


def put_page(text: str) -> None:
    """A page on standard output; its headings are bold where a person looks at a terminal."""
    if sys.stdout is None or not sys.stdout.isatty():
        put(text)
        return
    from rich.console import Console
    from rich.text import Text

    from atlasview.export.text.layout import RULE

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    lines = text.splitlines()
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        is_heading = bool(line) and below == RULE * len(line)
        console.print(Text(line, style="bold" if is_heading else ""))


def put_file(text: str, target: Path | None, message: str) -> None:
    """Data in `target`, with a message about it; on standard output for None or `-`."""
    if target is None or target == STDOUT:
        put(text)
        return
    from atlasview.export.write import write_aside

    write_aside(target, text.encode("utf-8"))
    say(f"wrote {message} to {target}")


def page_width() -> int:
    """Width for reading: the terminal's, else COLUMNS, else 80."""
    return _columns(80)


def line_width() -> int:
    """Width for lists: the terminal's or COLUMNS; in a pipe each entry keeps its line."""
    return _columns(_PIPED_WIDTH)


def readable(text: str) -> str:
    """A word of the command line without the halves of signs that a foreign encoding leaves in it."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _columns(otherwise: int) -> int:
    import shutil

    return max(shutil.get_terminal_size((otherwise, 24)).columns, 20)


def let_go() -> None:
    """Send what is left for standard output nowhere, so that the end of the process does not try again."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _full(refusal: OSError) -> Trouble:
    let_go()
    what = f"the output cannot be written: {refusal.strerror or refusal}"
    return Trouble(what, "standard output", "free some space, or name a file with -o")
