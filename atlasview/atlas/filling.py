"""Filling a SQLite file: many rows at once, and what a full or failing disk is called."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

_DISK_FAILS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EROFS,
}
_TOGETHER = 64
"""Rows of one statement: each costs half of what it costs in a statement of its own."""


@contextmanager
def disk_failures_told() -> Iterator[None]:
    """Turn what SQLite says of a full or failing disk into OSError; any other error is a bug of ours."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _DISK_FAILS:
            raise OSError(_DISK_FAILS[code], str(error)) from error
        if isinstance(error, sqlite3.OperationalError) and "disk" in str(error):
            raise OSError(errno.EIO, str(error)) from error
        raise


def insert_rows(connection: sqlite3.Connection, into: str, row: str, values: list[Any]) -> None:
    """Run `INSERT INTO name VALUES (?, ?), (?, ?), ...` for rows whose values follow each other in `values`.

    into  the statement up to `VALUES`
    row   what stands behind it for one row, each `?` in the order of the values

    Raises OSError where the disk is full or fails.
    """
    width = row.count("?")
    step = width * _TOGETHER
    whole = len(values) - len(values) % step
    with disk_failures_told():
        for at in range(0, whole, step):
            connection.execute(_statement(into, row, _TOGETHER), values[at : at + step])
        if rest := values[whole:]:
            connection.execute(_statement(into, row, len(rest) // width), rest)


def slots(width: int) -> str:
    """A row of so many values."""
    return f"({', '.join('?' * width)})"


@lru_cache(maxsize=256)
def _statement(into: str, row: str, rows: int) -> str:
    return f"{into} VALUES {', '.join([row] * rows)}"
