"""Reading an atlas: one read-only connection, plain statements, rows out.

The file is opened immutable, so that read-only media, copies without a folder to write to and odd paths all work.
"""

import json
import sqlite3
import threading
from bisect import bisect_right
from collections import namedtuple
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atlasview.atlas.opening import check_header, unreadable
from atlasview.atlas.statement import Statement
from atlasview.closing import Closing
from atlasview.records.place import Kind
from atlasview.records.source import AtlasLabel, Source
from atlasview.records.trouble import AtlasDamaged, Stopped

if TYPE_CHECKING:
    from atlasview.atlas.strata import Stratum

_INSTRUCTIONS_BETWEEN_LOOKS = 10_000
_FILE_GIVES_OUT = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}

_MANIFEST = Statement("SELECT name, value FROM manifest")
_SOURCES = Statement(
    "SELECT key, code, database, release, date, licence, licence_url, redistributable, conditions, url, file, size,"
    " sha256, read, kept, rejected, filtered, superseded FROM source ORDER BY key"
)
_KINDS = Statement("SELECT kind, first, last FROM kind_range ORDER BY first")


class AtlasReader(Closing):
    """An open atlas, for one thread at a time, which need not be the one that opened it.

    path     of the file
    label    name, version and seal
    sources  by the integer that rows point to them with
    source   their names, which records carry, by the same integer
    kinds    first and last key of the subjects of a kind, in the order of the keys
    strata   those that were read, by key (`strata.strata`)
    scored   genes with scores by data set (`coverage.coverage`), empty until they are asked for
    stop     when set, a running query ends within a moment and raises Stopped, and so does every later one

    Raises AtlasMissing, AtlasForeign, AtlasDamaged, AtlasTooNew or AtlasTooOld when the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self.stop = threading.Event()
        check_header(self.path)
        self._stamp = _stamp(self.path)
        self.strata: dict[int, Stratum] = {}
        self.scored: dict[str, int] = {}
        self._shapes: dict[str, Callable[[tuple[Any, ...]], Any]] = {}
        self._connection = self._connect()
        try:
            self.manifest = {str(row.name): str(row.value) for row in self.rows(_MANIFEST)}
            self.label = AtlasLabel(*(self.manifest[name] for name in ("name", "version", "seal")))
            self.sources = {row[0]: _source(row) for row in self.rows(_SOURCES)}
            self.source = {key: source.key for key, source in self.sources.items()}
            self.kinds = {Kind(kind): (first, last) for kind, first, last in self.rows(_KINDS)}
            self._firsts = [first for first, _last in self.kinds.values()]
        except (KeyError, ValueError, sqlite3.DatabaseError) as error:
            self.close()
            raise self.damaged(f"its manifest cannot be read: {error.args[0]}") from error
        except BaseException:
            self.close()
            raise

    def _connect(self) -> sqlite3.Connection:
        address = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        except sqlite3.OperationalError as error:
            raise unreadable(self.path, OSError(0, str(error))) from error
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA query_only=ON")
        connection.set_progress_handler(self.stop.is_set, _INSTRUCTIONS_BETWEEN_LOOKS)
        return connection

    def check_unchanged(self) -> None:
        """Raise AtlasDamaged where the file was written to since it was opened: what is read now may be of two atlases.

        A file that was deleted, or replaced by another one under its name, is still open and as it was.
        """
        found, opened = _stamp(self.path), self._stamp
        if found is not None and opened is not None and found != opened and found[0] == opened[0]:
            raise AtlasDamaged(
                "the atlas file was changed while it was open", str(self.path), "wait until that is done, open it again"
            )

    def rows(self, statement: Statement, **values: Any) -> Sequence[Any]:
        """All rows of a statement, as named tuples. Raises Stopped when `stop` is set, AtlasDamaged."""
        if self.stop.is_set():
            raise Stopped
        for name, value in values.items():
            if isinstance(value, list | tuple):
                values[name] = json.dumps(value)
        try:
            cursor = self._connection.execute(statement, values)
            shape = self._shapes.get(statement) or self._shape(statement, cursor)
            return list(map(shape, cursor.fetchall()))
        except sqlite3.DatabaseError as error:
            if self.stop.is_set():
                raise Stopped from None
            if _file_gives_out(error):
                raise self.damaged(str(error)) from error
            raise

    def each(self, statement: Statement) -> Iterator[Any]:
        """Rows of a statement one after the other, for walks through tables that no page would ask for at once."""
        try:
            cursor = self._connection.execute(statement)
            yield from map(self._shapes.get(statement) or self._shape(statement, cursor), cursor)
        except sqlite3.DatabaseError as error:
            if self.stop.is_set():
                raise Stopped from None
            if _file_gives_out(error):
                raise self.damaged(str(error)) from error
            raise

    def _shape(self, statement: Statement, cursor: sqlite3.Cursor) -> Callable[[tuple[Any, ...]], Any]:
        """What makes a named tuple of a row; a name that Python does not take is left without one."""
        make: Any = namedtuple  # noqa: PYI024 (the names are known only now)
        self._shapes[statement] = make("Row", [column[0] for column in cursor.description], rename=True)._make
        return self._shapes[statement]

    def row(self, statement: Statement, **values: Any) -> Any:
        """The first row of a statement, None where it gives none."""
        found = self.rows(statement, **values)
        return found[0] if found else None

    def kind_of(self, subject: int) -> Kind:
        """Kind of the subject with this key; it must be one of those in `kinds`."""
        return tuple(self.kinds)[bisect_right(self._firsts, subject) - 1]

    def sources_by_name(self) -> dict[str, Source]:
        """Every source of this atlas by its name."""
        return {source.key: source for source in self.sources.values()}

    def close(self) -> None:
        """Let the file go; closing twice does no harm."""
        self._connection.close()

    def damaged(self, reason: str) -> AtlasDamaged:
        """The trouble of a file that does not hold what was written."""
        return AtlasDamaged(
            f"the atlas file is damaged ({reason})", str(self.path), "build it again, or take a fresh copy of it"
        )


def _file_gives_out(error: object) -> bool:
    """Whether SQLite blames the file; a text that cannot be decoded comes without a code."""
    code = getattr(error, "sqlite_errorcode", None)
    return "decode" in str(error) if code is None else code & 0xFF in _FILE_GIVES_OUT


def _stamp(path: Path) -> tuple[tuple[int, int], int, int] | None:
    """Which file this is, and the state that it is in; None where it has gone."""
    try:
        state = path.stat()
    except OSError:
        return None
    return (state.st_dev, state.st_ino), state.st_size, state.st_mtime_ns


def _source(row: Sequence[Any]) -> Source:
    _key, code, database, release, date, licence, licence_url, redistributable, *rest = row
    allowed = None if redistributable is None else bool(redistributable)
    return Source(code, database, release, date, licence, licence_url, allowed, *rest)
