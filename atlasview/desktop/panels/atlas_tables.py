"""Columns of the tables that tell what an atlas was made of."""

from atlasview.desktop.tables.column import Column
from atlasview.records.size import size_words
from atlasview.records.source import Source, SourceNote

_FATES = {
    "rejected": "rejected",
    "filtered": "left out",
    "superseded": "superseded",
    "unmatched": "leads nowhere",
    "remark": "remark",
}
"""Kinds of notes in words of a table."""


def _number(count: int) -> str:
    return f"{count:,}"


def _size(source: Source) -> str:
    return size_words(source.size) if source.size else ""


def _records(note: tuple[str, SourceNote]) -> str:
    return _number(note[1].records) if note[1].records else ""


SOURCES = (
    Column(
        "Database", lambda one: one.database, link=lambda one: one.url, strong=True, widest=240, least=170, stretch=2
    ),
    Column("Release", lambda one: one.release or one.date, widest=150, least=104, firm=True),
    Column("Licence", lambda one: one.licence, link=lambda one: one.licence_url, quiet=True, widest=140, least=112),
    Column("File", lambda one: one.file, muted=True, widest=260, least=130, hint=lambda one: one.file, optional=True),
    Column("Size", _size, key=lambda one: one.size, number=True, muted=True, optional=True),
    Column("Read", lambda one: _number(one.read), key=lambda one: one.read, number=True),
    Column("Kept", lambda one: _number(one.kept), key=lambda one: one.kept, number=True),
    Column("Rejected", lambda one: _number(one.rejected), key=lambda one: one.rejected, number=True),
    Column("Left out", lambda one: _number(one.filtered), key=lambda one: one.filtered, number=True),
    Column("Superseded", lambda one: _number(one.superseded), key=lambda one: one.superseded, number=True),
    Column(
        "SHA-256",
        lambda one: f"{one.sha256[:8]}…" if one.sha256 else "",
        hint=lambda one: one.sha256,
        muted=True,
        optional=True,
    ),
)
NOTES = (
    Column("Source", lambda one: one[0], hint=lambda one: one[0], strong=True, widest=360, least=180),
    Column("What", lambda one: _FATES.get(one[1].kind, one[1].kind), widest=120),
    Column("Records", _records, key=lambda one: one[1].records, number=True),
    Column("Why", lambda one: one[1].text, hint=lambda one: one[1].text, widest=640, least=200, stretch=1),
)
TERMS = (
    Column("Database", lambda one: one[0], strong=True, widest=320, least=120, stretch=1),
    Column("Licence", lambda one: one[1], widest=220),
    Column("Asks", lambda one: one[2], widest=420, least=160, stretch=1),
)
