"""A table as data: columns with their definitions, rows of cells, and what a file says of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from atlasview.records.place import Place, Residues
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
class Part:
    """A part of a table that is asked for; empty for all that the page has.

    isoform    id, number or name, empty for the canonical sequence; residues count on it, 1-based and closed
    numbering  a mature chain, by key, name or `mature` for the only one; empty for UniProt's numbers alone
    """

    isoform: str = ""
    residues: Residues | None = None
    numbering: str = ""

    def __bool__(self) -> bool:
        return bool(self.isoform or self.residues or self.numbering)


@dataclass(frozen=True, slots=True)
class Narrowed(Generic[Record]):
    """The part of a table.

    columns    what it has behind the columns of the whole table
    positions  what the numbers count on; `notes` say what has been left out
    """

    rows: tuple[Row[Record], ...]
    columns: tuple[Column[Record], ...]
    positions: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableKind(Generic[Record]):
    """A kind of table that pages have.

    rows       rows of a page in its order, None where pages of that kind have no such table
    contexts   what the values were compared in, as a file's head says it
    positions  what the numbers of residues in it count on, empty for a table without them
    part       the part that is asked for; None for a table that has no parts
    """

    what: str
    title: str
    columns: tuple[Column[Record], ...]
    rows: Callable[[Profile], Iterable[Row[Record]] | None]
    contexts: Callable[[Iterable[Record]], tuple[str, ...]] = lambda _records: ()
    positions: str = ""
    part: Callable[[Profile, Part], Narrowed[Record]] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A filled table of one page; `rows` may be replaced by a choice of them.

    columns    names with their meanings, one for each cell of a row
    sources    those that the rows come from
    positions  what the numbers of residues count on, empty for none
    notes      what has been left out
    """

    what: str
    title: str
    place: Place
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]
    contexts: tuple[str, ...]
    sources: tuple[Source, ...]
    atlas: AtlasLabel
    positions: str = ""
    notes: tuple[str, ...] = ()


_GENE = (("gene", "identifier of the gene"), ("symbol", "approved symbol of the gene"))


def name_beside(name: str, identifier: str) -> str:
    """The name in a column beside the identifier: empty where no source of the atlas has one, and the identifier stands
    in its place.
    """
    return "" if name == identifier else name


def filled(kind: TableKind[Record], profile: Profile, part: Narrowed[Record]) -> Table:
    """The table of a page, or a part of it."""
    columns = (*kind.columns, *part.columns)
    names = [column.name for column in columns]
    cells = tuple((row.gene, row.symbol, *(column.value(row.record) for column in columns)) for row in part.rows)
    at = names.index("source") + len(_GENE) if "source" in names else None
    used = {row[at] for row in cells} if at is not None else set()
    return Table(
        what=kind.what,
        title=kind.title,
        place=profile.place,
        columns=(*_GENE, *((column.name, column.meaning) for column in columns)),
        rows=cells,
        contexts=kind.contexts(row.record for row in part.rows),
        sources=tuple(profile.sources[key] for key in sorted(profile.sources) if key in used),
        atlas=profile.atlas,
        positions=part.positions,
        notes=part.notes,
    )
