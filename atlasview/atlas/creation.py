"""The statements that make the tables and indices of an atlas."""

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from atlasview.atlas.schema import METADATA
from atlasview.atlas.schema.search import FULL_TEXT


def tables() -> list[str]:
    """All tables."""
    return [
        *(str(CreateTable(table).compile(dialect=dialect())) for table in METADATA.sorted_tables),
        *FULL_TEXT.values(),
    ]


def indices_of(table: Table) -> list[str]:
    """The indices of a table, each unless it is there already.

    An index that is made of a whole table is sorted once; one that grows row by row takes three times as long.
    """
    ordered = sorted(table.indexes, key=lambda index: str(index.name))
    return [str(CreateIndex(index, if_not_exists=True).compile(dialect=dialect())) for index in ordered]


def indices() -> list[str]:
    """The indices of all tables."""
    return [statement for table in METADATA.sorted_tables for statement in indices_of(table)]
