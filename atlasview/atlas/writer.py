"""Writing the file of an atlas: tables, rows in bulk, the end.

The file is written once, by one connection, aside from where it will be read: there is no journal to roll back to.
"""

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import CursorResult, Table, create_engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import CreateIndex, CreateTable

from atlasview.atlas.format import APPLICATION_ID, SCHEMA_VERSION
from atlasview.atlas.schema import METADATA
from atlasview.atlas.schema.search import FULL_TEXT
from atlasview.atlas.seal import write_seal
from atlasview.closing import Closing

_ROWS_AT_ONCE = 5_000
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

DISK_FAILS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EROFS,
}

Row = tuple[Any, ...]


@contextmanager
def _disk_failures_told() -> Iterator[None]:
    """Turn what SQLite says of a full or failing disk into OSError; any other error is a bug of ours."""
    try:
        yield
    except DatabaseError as error:
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
        if code in DISK_FAILS:
            raise OSError(DISK_FAILS[code], str(error.orig)) from error
        raise


class AtlasWriter(Closing):
    """A new atlas file; used as a context manager, which lets the file go also when something fails.

    Every method raises OSError where the disk is full or fails.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(path), poolclass=StaticPool)
        with _disk_failures_told():
            self._connection = self._engine.connect()
        try:
            for pragma in _PRAGMAS:
                self.run(f"PRAGMA {pragma}")
            with _disk_failures_told():
                for table in METADATA.sorted_tables:
                    self._connection.execute(CreateTable(table))
            for statement in FULL_TEXT.values():
                self.run(statement)
        except BaseException:
            self.close()
            raise

    def insert(self, table: Table | str, rows: Iterable[Row], at_once: int = _ROWS_AT_ONCE) -> None:
        """Append rows whose values stand in the order of the columns of `table`; `at_once` are held before."""
        for batch in _batches(rows, at_once):
            places = ", ".join("?" * len(batch[0]))
            self._execute(f'INSERT INTO "{table}" VALUES ({places})', batch)

    def insert_sorted(self, table: Table, rows: Iterable[Row]) -> None:
        """Fill a table clustered by its key with rows in any order, repeats left out.

        SQLite sorts them on disk, so that memory does not grow with their number.
        """
        columns = ", ".join(table.columns.keys())
        order = ", ".join(table.primary_key.columns.keys())
        self.run(f"CREATE TEMP TABLE unsorted AS SELECT {columns} FROM {table.name} WHERE 0")
        self.insert("unsorted", rows)
        self.run(f"INSERT OR IGNORE INTO {table.name} SELECT {columns} FROM unsorted ORDER BY {order}")
        self.run("DROP TABLE unsorted")

    def insert_words(self, index: str, rows: Iterable[tuple[int, str]]) -> set[str]:
        """Fill one of the indices of words with row ids (ascending) and words between spaces; gives every word once."""
        met: set[str] = set()
        for batch in _batches(rows):
            self._execute(f"INSERT INTO {index} (rowid, words) VALUES (?, ?)", batch)
            met.update(word for _key, words in batch for word in words.split())
        self.run(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        return met

    def run(self, statement: str) -> None:
        """Run a statement that gives no rows."""
        self._execute(statement)

    def read(self, statement: str) -> Iterator[Row]:
        """Rows of a statement, one after the other."""
        with _disk_failures_told():
            yield from self._connection.connection.cursor().execute(statement)

    def _execute(self, statement: str, rows: list[Row] | None = None) -> "CursorResult[Any]":
        with _disk_failures_told():
            return self._connection.exec_driver_sql(statement, rows)

    def finish(self) -> str:
        """Make the indices, close the file, seal it, make sure that it is on the disk; gives the seal.

        An index that is made of whole tables is sorted once; one that grows row by row takes three times as long.
        """
        with _disk_failures_told():
            for table in METADATA.sorted_tables:
                for index in sorted(table.indexes, key=lambda index: str(index.name)):
                    self._connection.execute(CreateIndex(index))
            self._connection.commit()
        self.close()
        seal = write_seal(self.path)
        with self.path.open("r+b") as file:
            os.fsync(file.fileno())
        return seal

    def close(self) -> None:
        """Let the file go, whether it is finished or not."""
        self._connection.close()
        self._engine.dispose()


def _batches(rows: Iterable[Row], at_once: int = _ROWS_AT_ONCE) -> Iterator[list[Row]]:
    source = iter(rows)
    while batch := list(islice(source, at_once)):
        yield batch
