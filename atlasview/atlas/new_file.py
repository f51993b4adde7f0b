"""The file of an atlas that is being written: its tables, statements one after the other, the end.

It is written once, by one connection, aside from where it will be read: there is no journal to roll back to.
"""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from atlasview.atlas.filling import disk_failures_told, insert_rows, slots
from atlasview.atlas.format import APPLICATION_ID, SCHEMA_VERSION
from atlasview.atlas.schema import METADATA
from atlasview.atlas.schema.search import FULL_TEXT
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
        """Make the indices that are not there yet, seal the file, make sure that it is on the disk.

        Gives the seal and the size in bytes.
        """

    def close(self) -> None:
        """Let the file go, whether it is finished or not."""


def indices_of(table: Table) -> list[str]:
    """Statements that make the indices of a table, those left out that are there already.

    An index that is made of a whole table is sorted once; one that grows row by row takes three times as long.
    """
    ordered = sorted(table.indexes, key=lambda index: str(index.name))
    return [str(CreateIndex(index, if_not_exists=True).compile(dialect=dialect())) for index in ordered]


class AtlasFile(Closing):
    """A new file that this process writes, with all its tables and no row. See NewFile."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with disk_failures_told():
            self._connection = sqlite3.connect(path, isolation_level=None)
        try:
            for pragma in _PRAGMAS:
                self.run(f"PRAGMA {pragma}")
            self.run("BEGIN")
            for table in METADATA.sorted_tables:
                self.run(str(CreateTable(table).compile(dialect=dialect())))
            for statement in FULL_TEXT.values():
                self.run(statement)
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
        """Make the indices that are not there yet, close the file, seal it, make sure that it is on the disk."""
        for table in METADATA.sorted_tables:
            for statement in indices_of(table):
                self.run(statement)
        self.run("COMMIT")
        self.close()
        seal = write_seal(self._path)
        with self._path.open("r+b") as file:
            os.fsync(file.fileno())
        return seal, self._path.stat().st_size

    def close(self) -> None:
        """Let the file go, whether it is finished or not."""
        self._connection.close()
