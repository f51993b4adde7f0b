"""Where what was read waits until it is written: a scratch file beside the atlas, sorted by SQLite on the disk.

Memory does not grow with what is staged. The file is thrown away at the end.
"""

import errno
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from atlasview.atlas.writer import DISK_FAILS
from atlasview.closing import Closing

Staged = tuple[int, str, int, bytes]
"""Number of the batch, owner, number of records, content."""

_PRAGMAS = (
    "page_size=16384",
    "journal_mode=OFF",
    "synchronous=OFF",
    "locking_mode=EXCLUSIVE",
    "temp_store=FILE",
    "cache_size=-32768",
)


@contextmanager
def _disk_failures_told() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in DISK_FAILS:
            raise OSError(DISK_FAILS[code], str(error)) from error
        if isinstance(error, sqlite3.OperationalError) and "disk" in str(error):
            raise OSError(errno.EIO, str(error)) from error
        raise


class Staging(Closing):
    """Contents by noun and owner. Every method raises OSError where the disk is full or fails.

    A noun is named by any word; its contents are given back by owner, in the order in which they came.
    `places` are named tables of owner and key: an owner may have several keys (a protein of two genes), and a key
    several owners (the names by which sources know one gene).
    """

    def __init__(self, path: Path) -> None:
        with _disk_failures_told():
            self._connection = sqlite3.connect(path, isolation_level=None)
            for pragma in _PRAGMAS:
                self._connection.execute(f"PRAGMA {pragma}")
            self._connection.execute("BEGIN")
            self._connection.execute(
                "CREATE TABLE refusal (source INTEGER, line INTEGER, fate TEXT, reason TEXT, detail TEXT)"
            )
        self._nouns: dict[str, int] = {}

    def stage(self, noun: str, rows: Iterable[Staged]) -> None:
        """Add contents of a noun."""
        if noun not in self._nouns:
            self._nouns[noun] = 0
            self._run(f'CREATE TABLE "{noun}" (batch INTEGER, owner TEXT, records INTEGER, content BLOB)')
        contents = list(rows)
        self._nouns[noun] += sum(content[2] for content in contents)
        self._many(f'INSERT INTO "{noun}" VALUES (?, ?, ?, ?)', contents)

    def has(self, noun: str) -> bool:
        """Whether contents of a noun were staged."""
        return noun in self._nouns

    def records(self, noun: str) -> int:
        """How many records of a noun were staged, those that were taken back included."""
        return self._nouns.get(noun, 0)

    def withdraw(self, noun: str, batches: Iterable[int]) -> None:
        """Take the contents of batches back."""
        if noun in self._nouns:
            self._run("CREATE TEMP TABLE withdrawn (batch INTEGER PRIMARY KEY)")
            self._many("INSERT OR IGNORE INTO withdrawn VALUES (?)", ((batch,) for batch in batches))
            self._run(f'DELETE FROM "{noun}" WHERE batch IN (SELECT batch FROM withdrawn)')
            self._run("DROP TABLE withdrawn")

    def index(self) -> None:
        """Make ready for being asked by owner; nothing is staged after this."""
        for noun in sorted(self._nouns):
            self._run(f'CREATE INDEX "{noun} by owner" ON "{noun}" (owner)')

    def place(self, name: str, rows: Iterable[tuple[str, int]]) -> None:
        """Make a table of owners and their keys, or put another in its place."""
        self._run(f'DROP TABLE IF EXISTS "{name}"')
        self._run(f'CREATE TABLE "{name}" (key INTEGER, owner TEXT, PRIMARY KEY (key, owner)) WITHOUT ROWID')
        self._many(f'INSERT OR IGNORE INTO "{name}" (owner, key) VALUES (?, ?)', rows)
        self._run(f'CREATE INDEX "{name} by owner" ON "{name}" (owner)')

    def by_owner(self, noun: str) -> Iterator[Staged]:
        """All contents of a noun, those of one owner together."""
        if noun in self._nouns:
            yield from self._read(f'SELECT batch, owner, records, content FROM "{noun}" ORDER BY owner, rowid')

    def by_key(self, noun: str, places: str) -> Iterator[tuple[int, int, bytes]]:
        """Key, batch and content of what has an owner with a key, in the order of keys."""
        if noun in self._nouns:
            yield from self._read(
                f'SELECT place.key, n.batch, n.content FROM "{places}" AS place CROSS JOIN "{noun}" AS n'
                " ON n.owner = place.owner ORDER BY place.key, n.rowid"
            )

    def of_key(self, noun: str, places: str, key: int) -> Iterator[bytes]:
        """Contents of one key."""
        if noun in self._nouns:
            for (content,) in self._read(
                f'SELECT n.content FROM "{places}" AS place CROSS JOIN "{noun}" AS n'
                f" ON n.owner = place.owner WHERE place.key = {int(key)} ORDER BY n.rowid"
            ):
                yield content

    def lost(self, noun: str, places: str) -> Iterator[tuple[int, str, int]]:
        """Batch, owner and number of records of what has an owner without a key."""
        if noun in self._nouns:
            yield from self._read(
                f'SELECT batch, owner, records FROM "{noun}" AS n'
                f' WHERE NOT EXISTS (SELECT 1 FROM "{places}" AS place WHERE place.owner = n.owner)'
            )

    def tally(self, noun: str) -> Iterator[tuple[str, int]]:
        """Owners and how many records each has."""
        if noun in self._nouns:
            yield from self._read(f'SELECT owner, sum(records) FROM "{noun}" GROUP BY owner')

    def refuse(self, rows: Iterable[tuple[int, int, str, str, str]]) -> None:
        """Note what was not taken: number of the source, line, fate, reason, detail."""
        self._many("INSERT INTO refusal VALUES (?, ?, ?, ?, ?)", rows)

    def refusals(self, source: int, fate: str) -> Iterator[tuple[int, str, str]]:
        """Line, reason and detail of what was not taken of a source, in the order of its lines."""
        yield from self._read(
            "SELECT line, reason, detail FROM refusal WHERE source = ? AND fate = ? ORDER BY line, rowid",
            (source, fate),
        )

    def reasons(self, source: int) -> Iterator[tuple[str, str, int]]:
        """Fate, reason and number of what was not taken of a source, the most frequent first."""
        yield from self._read(
            "SELECT fate, reason, count(*) AS times FROM refusal WHERE source = ?"
            " GROUP BY fate, reason ORDER BY times DESC, fate, reason",
            (source,),
        )

    def _read(self, statement: str, values: tuple[Any, ...] = ()) -> Iterator[Any]:
        with _disk_failures_told():
            # chain, because leaving in the middle would close a cursor whose file may have gone already
            yield from chain(self._connection.execute(statement, values))

    def _run(self, statement: str) -> None:
        with _disk_failures_told():
            self._connection.execute(statement)

    def _many(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        with _disk_failures_told():
            self._connection.executemany(statement, rows)

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()
