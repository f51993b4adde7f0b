"""Opening the notebook: new, as it was, brought up to date, or restored from its backup; else trouble that says why."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from atlasview.closing import Closing
from atlasview.notebook.backups import (
    back_up_before,
    back_up_for_today,
    backups_folder,
    newest_first,
    only_mine,
    restore,
)
from atlasview.records.trouble import Trouble

APPLICATION_ID = 0x41564E42
"""`AVNB` in the file's head."""
HEAD = "0001"
"""Revision that this program works with; a test compares it with the migrations."""
REVISIONS = (HEAD,)
"""All that this program knows, oldest first."""
_PATIENCE = 3.0
"""Seconds for which a notebook that another window writes is waited for."""
_LOCKED = ("SQLITE_BUSY", "SQLITE_LOCKED")
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_CLOSED_OFF = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")
_NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR")


class _Damaged(Exception):
    """The file is no sound database."""


class Notebook(Closing):
    """An open notebook. `remark` says what had to be done to open it, empty for nothing."""

    def __init__(self, path: Path, today: date, writes: bool) -> None:
        self.path, self._today = path, today
        self.remark = ""
        with trouble_told(path):
            self._open(writes)
        self._engine = _engine(path, writes)

    def _open(self, writes: bool) -> None:
        if not self.path.exists():
            only_mine(self.path)
        try:
            revision = _revision_of(self.path)
        except _Damaged:
            self.remark = _mend(self.path, self._today)
            revision = _revision_of(self.path)
        if revision not in ("", *REVISIONS):
            remedy = "open it with that version, or move the file away: an empty notebook is begun then"
            raise Trouble("the notebook was written by a later AtlasView", str(self.path), remedy)
        if revision != HEAD:
            if revision:
                back_up_before(self.path, revision, self._today)
            _migrate(self.path)
        elif writes:
            back_up_for_today(self.path, self._today)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session whose changes are written at the end of the block, or not at all; trouble is told as such."""
        with trouble_told(self.path), Session(self._engine) as session, session.begin():
            yield session

    def close(self) -> None:
        """Let the file go; a notebook without any copy gets its first."""
        self._engine.dispose()

    def back_up_first(self) -> None:
        """Make the first copy of a notebook that was begun just now."""
        if not newest_first(self.path):
            with trouble_told(self.path):
                back_up_for_today(self.path, self._today)


@contextmanager
def trouble_told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say into Trouble; nothing of what was to be written gets into its words."""
    try:
        yield
    except DBAPIError as error:
        raise _told(error.orig, path) from None
    except (sqlite3.Error, OSError) as error:
        raise _told(error, path) from None


def _told(error: BaseException | None, path: Path) -> Exception:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(_LOCKED):
        return Trouble("another program is writing into the notebook", str(path), "close it, and try again")
    if name.startswith(_DAMAGED):
        return Trouble("the notebook is damaged", str(path), "close the window and open it again: it is restored then")
    if name.startswith(_CLOSED_OFF) or isinstance(error, PermissionError):
        return Trouble("the notebook cannot be written", str(path), "give yourself the right to write to it")
    if name.startswith(_NO_ROOM):
        return Trouble("the notebook cannot be written: the disk refuses it", str(path), "make room on the disk")
    if isinstance(error, OSError):
        return Trouble(f"the notebook cannot be kept there ({error.strerror})", str(path), "name a folder with --home")
    return RuntimeError(f"SQLite says {name or type(error).__name__} of the notebook")


def _revision_of(path: Path) -> str:
    """Revision of a file, empty for a new one. Raises _Damaged, and Trouble for what is another program's."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=_PATIENCE)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not tables:
                return ""
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise _Damaged
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise Trouble("the file is no notebook of AtlasView", str(path), "move it away, or name another --home")
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            return str(found[0]) if found else ""
    except sqlite3.DatabaseError as error:
        if (error.sqlite_errorname or "").startswith(_DAMAGED):
            raise _Damaged from None
        raise


def _mend(path: Path, today: date) -> str:
    """Restore a damaged notebook from its newest sound copy; what to say of it."""
    for copy in newest_first(path):
        try:
            if not _revision_of(copy):
                continue
        except (_Damaged, Trouble):
            continue
        when = datetime.fromtimestamp(copy.stat().st_mtime).astimezone().date().isoformat()
        damaged = restore(path, copy, today)
        return (
            f"The notebook was damaged and is restored from its copy of {when}; changes since then are lost. "
            f"The damaged file is kept as {damaged.name}."
        )
    raise Trouble(
        "the notebook is damaged, and there is no sound copy of it",
        str(path),
        f"move the file away: an empty notebook is begun then (copies would be in {backups_folder(path).name})",
    )


def _engine(path: Path, writes: bool) -> Engine:
    """SQLAlchemy on the file; parameters stay out of its messages, and a change locks the file from its beginning."""

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=_PATIENCE)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # else pysqlite begins late, and never before a change of tables
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what is removed is overwritten

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _migrate(path: Path) -> None:
    """Bring the tables up to date in one transaction; Alembic is imported only here."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    engine = _engine(path, writes=True)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    engine.dispose()
