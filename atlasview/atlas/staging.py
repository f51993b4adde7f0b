"""Where what was read waits until it is written: a scratch file beside the atlas, sorted by SQLite on the disk.

Memory does not grow with what is staged. The file is thrown away at the end.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from atlasview.atlas.filling import disk_failures_told, insert_rows, slots
from atlasview.closing import Closing

Staged = tuple[int, str, int, bytes]
"""Number of the batch, owner, number of records, content."""

_ROWS_AT_ONCE = 500
"""Rows that are read together; contents of a few kilobytes are among them."""
_ROWS_TOGETHER = 4_096
_PRAGMAS = (
    "page_size=16384",
    "journal_mode=OFF",
    "synchronous=OFF",
    "locking_mode=EXCLUSIVE",
    "temp_store=FILE",
    "cache_size=-32768",
)


class Staging(Closing):
    """Contents by noun and owner. Every method raises OSError where the disk is full or fails.

    A noun is named by any word; its contents are given back by owner, in the order in which they came.
    `places` are named tables of owner and key: an owner may have several keys (a protein of two genes), and a key
    several owners (the names by which sources know one gene).
    """

    def __init__(self, path: Path) -> None:
        with disk_failures_told():
            self._connection = sqlite3.connect(path, isolation_level=None)
            for pragma in _PRAGMAS:
                self._connection.execute(f"PRAGMA {pragma}")
            self._connection.execute("BEGIN")
            self._connection.execute("CREATE TABLE refusal (source INTEGER, line INTEGER, reason TEXT, detail TEXT)")
        self._nouns: dict[str, int] = {}

    def stage(self, noun: str, rows: Iterable[Staged]) -> None:
        """Add contents of a noun."""
        if noun not in self._nouns:
            self._nouns[noun] = 0
            self.run(f'CREATE TABLE "{noun}" (batch INTEGER, owner TEXT, records INTEGER, content BLOB)')
        contents = list(rows)
        self._nouns[noun] += sum([content[2] for content in contents])
        self.insert(f'INSERT INTO "{noun}"', slots(4), contents)

    def has(self, noun: str) -> bool:
        """Whether contents of a noun were staged."""
        return noun in self._nouns

    @property
    def facts(self) -> int:
        """How many records of all nouns were staged."""
        return sum(self._nouns.values())

    def records(self, noun: str) -> int:
        """How many records of a noun were staged, those that were taken back included."""
        return self._nouns.get(noun, 0)

    def withdraw(self, noun: str, batches: Iterable[int]) -> None:
        """Take the contents of batches back."""
        if noun in self._nouns:
            self.withdraw_rows(noun, batches)

    def withdraw_rows(self, table: str, batches: Iterable[int]) -> None:
        """Take the rows of batches out of a table."""
        self.run("CREATE TEMP TABLE withdrawn (batch INTEGER PRIMARY KEY)")
        self.insert("INSERT OR IGNORE INTO withdrawn", slots(1), ((batch,) for batch in batches))
        self.run(f'DELETE FROM "{table}" WHERE batch IN (SELECT batch FROM withdrawn)')
        self.run("DROP TABLE withdrawn")

    def index(self) -> None:
        """Make ready for being asked by owner; nothing is staged after this."""
        for noun in sorted(self._nouns):
            self.run(f'CREATE INDEX "{noun} by owner" ON "{noun}" (owner)')

    def place(self, name: str, rows: Iterable[tuple[str, int]]) -> None:
        """Make a table of owners and their keys, or put another in its place."""
        self.run(f'DROP TABLE IF EXISTS "{name}"')
        self.run(f'CREATE TABLE "{name}" (key INTEGER, owner TEXT, PRIMARY KEY (key, owner)) WITHOUT ROWID')
        self.insert(f'INSERT OR IGNORE INTO "{name}" (owner, key)', slots(2), rows)
        self.run(f'CREATE INDEX "{name} by owner" ON "{name}" (owner)')

    def by_owner(self, noun: str) -> Iterator[Staged]:
        """All contents of a noun, those of one owner together."""
        if noun not in self._nouns:
            return iter(())
        return self.read(f'SELECT batch, owner, records, content FROM "{noun}" ORDER BY owner, rowid')

    def each(self, noun: str, before: int) -> Iterator[Staged]:
        """Contents of a noun of the batches before this one, in the order in which they came."""
        if noun not in self._nouns:
            return iter(())
        return self.read(f'SELECT batch, owner, records, content FROM "{noun}" WHERE batch < ?', (before,))

    def owners(self, noun: str) -> Iterator[tuple[str]]:
        """Each owner of contents of a noun."""
        return self.read(f'SELECT DISTINCT owner FROM "{noun}"') if noun in self._nouns else iter(())

    def by_key(self, noun: str, places: str) -> Iterator[tuple[int, int, bytes]]:
        """Key, batch and content of what has an owner with a key, in the order of keys."""
        if noun not in self._nouns:
            return iter(())
        return self.read(
            f'SELECT place.key, n.batch, n.content FROM "{places}" AS place CROSS JOIN "{noun}" AS n'
            " ON n.owner = place.owner ORDER BY place.key, n.rowid"
        )

    def of_key(self, noun: str, places: str, key: int) -> Iterator[bytes]:
        """Contents of one key."""
        if noun in self._nouns:
            for (content,) in self.read(
                f'SELECT n.content FROM "{places}" AS place CROSS JOIN "{noun}" AS n'
                f" ON n.owner = place.owner WHERE place.key = {int(key)} ORDER BY n.rowid"
            ):
                yield content

    def lost(self, noun: str, places: str, lined: int) -> Iterator[tuple[int, str, int, bytes | None]]:
        """Batch, owner and number of records of what has an owner without a key, by batch.

        lined  the batch from which on the contents are given as well
        """
        if noun not in self._nouns:
            return iter(())
        return self.read(
            f'SELECT batch, owner, records, CASE WHEN batch >= ? THEN content END FROM "{noun}" AS n'
            f' WHERE NOT EXISTS (SELECT 1 FROM "{places}" AS place WHERE place.owner = n.owner) ORDER BY batch, rowid',
            (lined,),
        )

    def tally(self, noun: str) -> Iterator[tuple[str, int]]:
        """Owners and how many records each has."""
        if noun not in self._nouns:
            return iter(())
        return self.read(f'SELECT owner, sum(records) FROM "{noun}" GROUP BY owner')

    def refuse(self, rows: Iterable[tuple[int, int, str, str]]) -> None:
        """Note what was rejected: number of the source, line, reason, detail."""
        self.insert("INSERT INTO refusal", slots(4), rows)

    def refusals(self, source: int) -> Iterator[tuple[int, str, str]]:
        """Line, reason and detail of what was rejected of a source, in the order of its lines."""
        return self.read("SELECT line, reason, detail FROM refusal WHERE source = ? ORDER BY line, rowid", (source,))

    def read(self, statement: str, values: tuple[Any, ...] = ()) -> Iterator[Any]:
        """Rows of a statement of this layer, one after the other; a few are read ahead."""
        return chain.from_iterable(self._some(statement, values))

    def _some(self, statement: str, values: tuple[Any, ...]) -> Iterator[list[Any]]:
        with disk_failures_told():
            cursor = self._connection.execute(statement, values)
            while rows := cursor.fetchmany(_ROWS_AT_ONCE):
                yield rows

    def run(self, statement: str) -> None:
        """Run a statement of this layer that gives no rows."""
        with disk_failures_told():
            self._connection.execute(statement)

    def insert(self, into: str, row: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Insert rows, see `filling.insert_rows`; a few thousand are held at a time."""
        source = iter(rows)
        while values := list(chain.from_iterable(islice(source, _ROWS_TOGETHER))):
            insert_rows(self._connection, into, row, values)

    def many(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Run a statement of this layer for each of the rows."""
        with disk_failures_told():
            self._connection.executemany(statement, rows)

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()
