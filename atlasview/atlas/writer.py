"""Writing an atlas: rows in bulk, tables that are sorted when they are full, words, the end."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from sqlalchemy import Table

from atlasview.atlas.creation import indices, indices_of, tables
from atlasview.atlas.new_file import NewFile, Row

_ROWS_AT_ONCE = 5_000


class AtlasWriter:
    """Makes the tables of a new file and fills them. Every method raises OSError where the disk is full or fails."""

    def __init__(self, file: NewFile) -> None:
        self._file = file
        for statement in tables():
            self.run(statement)

    def insert(self, table: Table | str, rows: Iterable[Row], at_once: int = _ROWS_AT_ONCE) -> None:
        """Append rows whose values stand in the order of the columns of `table`; `at_once` are held before."""
        for batch in _batches(rows, at_once):
            self._file.insert(f'"{table}"', len(batch[0]), list(chain.from_iterable(batch)))

    def index(self, table: Table) -> None:
        """Make the indices of a table that is complete."""
        for statement in indices_of(table):
            self.run(statement)

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
            self._file.insert(f"{index} (rowid, words)", 2, list(chain.from_iterable(batch)))
            met.update(word for _key, words in batch for word in words.split())
        self.run(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        return met

    def run(self, statement: str) -> None:
        """Run a statement that gives no rows."""
        self._file.run(statement)

    def read(self, statement: str) -> Iterator[Row]:
        """Rows of a statement, one after the other."""
        return self._file.read(statement)

    def finish(self) -> tuple[str, int]:
        """Make the indices, seal the file, make sure that it is on the disk; gives the seal and the size in bytes."""
        for statement in indices():
            self.run(statement)
        return self._file.finish()


def _batches(rows: Iterable[Row], at_once: int = _ROWS_AT_ONCE) -> Iterator[list[Row]]:
    source = iter(rows)
    while batch := list(islice(source, at_once)):
        yield batch
