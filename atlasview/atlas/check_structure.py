"""The check of an atlas: whether it has all tables, columns and references of its schema."""

from collections.abc import Iterator

from sqlalchemy import Table

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.schema import METADATA
from atlasview.atlas.schema.search import FULL_TEXT
from atlasview.atlas.statement import Statement
from atlasview.records.source import Finding

_THERE = Statement("SELECT name FROM sqlite_master WHERE type = 'table'")


def structure(reader: AtlasReader) -> Iterator[Finding]:
    """Tables, columns and references that the schema has and the file has not."""
    there = {row.name for row in reader.rows(_THERE)}
    for name in sorted({*METADATA.tables, *FULL_TEXT} - there):
        yield Finding("error", name, "this table is missing")
    for table in METADATA.sorted_tables:
        if table.name in there:
            yield from _columns(reader, table)
            yield from _foreign_keys(reader, table)


def _columns(reader: AtlasReader, table: Table) -> Iterator[Finding]:
    found = {row.name for row in reader.rows(Statement(f'PRAGMA table_info("{table.name}")'))}
    for column in table.columns:
        if column.name not in found:
            yield Finding("error", table.name, f"its column {column.name} is missing")


def _foreign_keys(reader: AtlasReader, table: Table) -> Iterator[Finding]:
    """Without these, SQLite's own check of references would find nothing wrong."""
    rows = reader.rows(Statement(f'PRAGMA foreign_key_list("{table.name}")'))
    found = {(row[3], row[2]) for row in rows}
    for column in table.columns:
        for foreign in column.foreign_keys:
            target = foreign.column.table.name
            if (column.name, target) not in found:
                yield Finding("error", table.name, f"its column {column.name} no longer points to {target}")
