"""An atlas is written beside its place, one build at a time; what a killed build has left is cleared away."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from atlasview.aside import in_place_of
from atlasview.records.trouble import InputRefused

_SUFFIX = ".part"
_WRITTEN_HERE: set[Path] = set()
"""What this process is writing at the moment; other files with its number are those of an earlier process."""


@contextmanager
def written_aside(target: Path, what: str = "atlas") -> Iterator[Path]:
    """Path to write to; becomes `target` when the block ends well, and is removed when it does not.

    A link is followed. Also clears what a killed build of the same target has left; `what` it is called in messages.
    Raises InputRefused for a device or a pipe, and where the folder cannot be written to or is full.
    """
    target = _followed(target)
    aside = aside_of(target)
    if aside in _WRITTEN_HERE:
        raise InputRefused(f"this {what} is being written already", str(target), "wait until it is done")
    _WRITTEN_HERE.add(aside)
    try:
        _refuse_device(target, what)
        target.parent.mkdir(parents=True, exist_ok=True)
        clear_left_behind(target)
        aside.unlink(missing_ok=True)
        with in_place_of(target, aside):
            yield aside
    except OSError as error:
        raise _unwritable(target, what, error) from error
    finally:
        _WRITTEN_HERE.discard(aside)


def aside_of(target: Path, role: str = "") -> Path:
    """Where this process writes what will be `target`, or in another `role` what it needs on the way there."""
    target = _followed(target)
    return target.parent / f".{target.name}.{f'{role}.' if role else ''}{os.getpid()}{_SUFFIX}"


def clear_left_behind(target: Path) -> None:
    """Remove files that builds of this target wrote aside and did not live to finish."""
    target = _followed(target)
    for path in target.parent.glob(f".{_literal(target.name)}.*{_SUFFIX}"):
        owner = path.name.removesuffix(_SUFFIX).rpartition(".")[2]
        if owner.isdecimal() and not _runs(int(owner)):
            with suppress(OSError):
                path.unlink()


def _refuse_device(target: Path, what: str) -> None:
    if target.exists() and not target.is_file() and not target.is_dir():
        raise InputRefused(f"this is a device or a pipe, not a place for the {what}", str(target), "name a file")


def _followed(target: Path) -> Path:
    """Where a link leads, over however many; the path itself where it is none."""
    return Path(os.path.realpath(target))


def _runs(process: int) -> bool:
    """Whether a process of this number is alive. On Windows a file in use cannot be removed, so nobody need ask."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _literal(name: str) -> str:
    """A file name as a pattern that matches nothing else."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


def _unwritable(target: Path, what: str, error: OSError) -> InputRefused:
    reason = error.strerror or type(error).__name__
    remedy = "choose a folder that you may write to, with room left there and in the system's temporary folder"
    return InputRefused(f"the {what} cannot be written ({reason})", str(target), remedy)
