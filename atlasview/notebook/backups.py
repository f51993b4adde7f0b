"""Copies of the notebook: before the first change of a day, and before its tables are changed."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from atlasview.aside import in_place_of

KEPT = 7
"""So many copies of days stay; those made before a migration stay as well."""


def backups_folder(path: Path) -> Path:
    """Where the copies of a notebook lie."""
    return path.with_name(f"{path.stem}-backups")


def back_up_for_today(path: Path, today: date) -> None:
    """Copy the notebook, where that has not been done today, and let the oldest copies go."""
    folder = backups_folder(path)
    copy = folder / f"{path.stem}-{today.isoformat()}{path.suffix}"
    if copy.exists():
        return
    _copy(path, copy)
    days = sorted(folder.glob(f"{path.stem}-????-??-??{path.suffix}"))
    for old in days[:-KEPT]:
        old.unlink(missing_ok=True)


def back_up_before(path: Path, revision: str, today: date) -> None:
    """Copy the notebook as it is before it leaves a revision."""
    name = f"{path.stem}-{today.isoformat()}-revision-{revision}{path.suffix}"
    _copy(path, backups_folder(path) / name)


def newest_first(path: Path) -> list[Path]:
    """The copies of a notebook."""
    copies = backups_folder(path).glob(f"{path.stem}-*{path.suffix}")
    return sorted(copies, key=lambda copy: (copy.stat().st_mtime_ns, copy.name), reverse=True)


def restore(path: Path, copy: Path, today: date) -> Path:
    """Put a copy in the place of a damaged notebook; where that went."""
    damaged = path.with_name(f"{path.stem}-damaged-{today.isoformat()}{path.suffix}")
    number = 1
    while damaged.exists():
        number += 1
        damaged = path.with_name(f"{path.stem}-damaged-{today.isoformat()}-{number}{path.suffix}")
    path.replace(damaged)
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    _copy(copy, path)
    return damaged


def only_mine(path: Path) -> None:
    """Make an empty file that other users of the computer cannot read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)


def _copy(path: Path, target: Path) -> None:
    """A whole copy, also while another window writes: SQLite makes it."""
    aside = target.with_name(f"{target.name}.new")
    aside.unlink(missing_ok=True)
    only_mine(aside)
    with in_place_of(target, aside), closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(aside)) as copy:
        source.backup(copy)
