"""The file of an atlas that is being written: statements one after the other, the end.

It is written once, by one connection, aside from where it will be read: there is no journal to roll back to.
"""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from atlasview.atlas.filling import disk_failures_told, insert_rows, slots
from atlasview.atlas.format import APPLICATION_ID, SCHEMA_VERSION
from atlasview.atlas.seal import write_seal
from atlasview.closing import Closing

_PRAGMAS = (
    "page_size=4096",
    "encoding='UTF-8'",
    "journal_mode=OFF",
    "synchronous=OFF",
    "locking_mode=EXCLUSIVE",
    "cache_size=-16384",
    f"application_id={APPLICATION_ID}",
    f"user_version={SCHEMA_VERSION}",
)

Row = tuple[Any, ...]


class NewFile(Protocol):
    """What takes the statements of a new atlas. Every method raises OSError where the disk is full or fails."""

    def run(self, statement: str) -> None:
        """Run a statement that gives no rows."""

    def insert(self, into: str, width: int, values: list[Any]) -> None:
        """Append rows of `width` values each, which follow each other in `values`, `into` a table (and its columns)."""

    def read(self, statement: str) -> Iterator[Row]:
        """Rows of a statement, one after the other; others may be run meanwhile."""

    def finish(self) -> tuple[str, int]:
        """Seal the file and make sure that it is on the disk; gives the seal and the size in bytes."""

    def close(self) -> None:
        """Let the file go, whether it is finished or not."""


class AtlasFile(Closing):
    """A new file that this process writes, with no table yet. See NewFile."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with disk_failures_told():
            self._connection = sqlite3.connect(path, isolation_level=None)
        try:
            for pragma in _PRAGMAS:
                self.run(f"PRAGMA {pragma}")
            self.run("BEGIN")
        except BaseException:
            self.close()
            raise

    def run(self, statement: str) -> None:
        """Run a statement that gives no rows."""
        with disk_failures_told():
            self._connection.execute(statement)

    def insert(self, into: str, width: int, values: list[Any]) -> None:
        """Append rows."""
        insert_rows(self._connection, f"INSERT INTO {into}", slots(width), values)

    def read(self, statement: str) -> Iterator[Row]:
        """Rows of a statement, one after the other."""
        with disk_failures_told():
            yield from self._connection.execute(statement)

    def finish(self) -> tuple[str, int]:
        """Close the file, seal it, make sure that it is on the disk; gives the seal and the size in bytes."""
        self.run("COMMIT")
        self.close()
        seal = write_seal(self._path)
        with self._path.open("r+b") as file:
            os.fsync(file.fileno())
        return seal, self._path.stat().st_size

    def close(self) -> None:
        """Let the file go, whether it is finished or not."""
        self._connection.close()
