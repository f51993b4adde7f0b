"""A table as data: columns with their definitions, rows of cells, and what a file says of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from atlasview.records.place import Place
from atlasview.records.profile import Profile
from atlasview.records.source import AtlasLabel, Source

Cell = str | int | float | bool | tuple[str, ...] | None
"""What stands in a cell: None and an empty text were not given; a list has one part per text."""

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """A column: its name in the file, its value in a row, and what it means, with its unit."""

    name: str
    value: Callable[[Record], Cell]
    meaning: str


@dataclass(frozen=True, slots=True)
class Row(Generic[Record]):
    """A row: the gene that it is about, or several, and a record."""

    gene: Cell
    symbol: Cell
    record: Record


@dataclass(frozen=True, slots=True)
class TableKind(Generic[Record]):
    """A kind of table that pages have.

    rows      rows of a page in its order, None where pages of that kind have no such table
    contexts  what the values were compared in, as a file's head says it
    """

    what: str
    title: str
    columns: tuple[Column[Record], ...]
    rows: Callable[[Profile], Iterable[Row[Record]] | None]
    contexts: Callable[[Iterable[Record]], tuple[str, ...]] = lambda _records: ()


@dataclass(frozen=True, slots=True)
class Table:
    """A filled table of one page; `rows` may be replaced by a choice of them.

    columns  names with their meanings, one for each cell of a row
    sources  those that the rows come from
    """

    what: str
    title: str
    place: Place
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]
    contexts: tuple[str, ...]
    sources: tuple[Source, ...]
    atlas: AtlasLabel


_GENE = (("gene", "identifier of the gene"), ("symbol", "approved symbol of the gene"))


def filled(kind: TableKind[Record], profile: Profile, rows: Iterable[Row[Record]]) -> Table:
    """The table of a page."""
    listed = tuple(rows)
    names = [column.name for column in kind.columns]
    cells = tuple((row.gene, row.symbol, *(column.value(row.record) for column in kind.columns)) for row in listed)
    at = names.index("source") + len(_GENE) if "source" in names else None
    used = {row[at] for row in cells} if at is not None else set()
    return Table(
        what=kind.what,
        title=kind.title,
        place=profile.place,
        columns=(*_GENE, *((column.name, column.meaning) for column in kind.columns)),
        rows=cells,
        contexts=kind.contexts(row.record for row in listed),
        sources=tuple(profile.sources[key] for key in sorted(profile.sources) if key in used),
        atlas=profile.atlas,
    )
