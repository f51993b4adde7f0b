"""A column of a table as data: what it says of a record, how it sorts, where it leads."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Cell = str | int | float | bool | tuple[str, ...] | None
"""What stands in a cell of a file, as in `export.tables.table`."""

SortKey = str | float | tuple[Any, ...] | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    text    what the cell shows; empty shows as `–`
    key     raw value to sort by, None for missing; without it the text sorts, missing where it is empty
    link    target as in `Exits.follow`, empty for none
    hint    what a tooltip says of a cell; without it a tooltip shows the text where it is cut off
    help    what the card of the head says beside the meaning of its title, which the glossary has
    number  aligned right, and sorted from the largest first
    quiet   a link that looks like text until the pointer is over it
    muted   secondary text
    strong  semibold
    widest  most that the column takes for its contents, in pixels of the design
    least   fewest pixels of the design that it shrinks to where room is short; 0 where it does not shrink
    firm    does not go below `least` where the window is narrow: the table scrolls sideways before that
    stretch share of the width that the others leave
    optional  left out of a table in which no record has a value
    spare   not shown where the others would have less than their least for it; files, copies and the filter have it
    bar     amount that a bar shows instead of text
    value   what a file says of the record, see `cell`
    sought  what else a filter finds the record by, as people write it
    passing says what the page shows at the moment, and is left out of files
    """

    title: str
    text: Callable[[Any], str]
    key: Callable[[Any], SortKey] | None = None
    link: Callable[[Any], str] | None = None
    hint: Callable[[Any], str] | None = None
    help: str = ""
    number: bool = False
    quiet: bool = False
    muted: bool = False
    strong: bool = False
    widest: int = 260
    least: int = 0
    firm: bool = False
    stretch: int = 0
    optional: bool = False
    spare: bool = False
    bar: Callable[[Any], float | None] | None = None
    value: Callable[[Any], Cell] | None = None
    sought: Callable[[Any], str] | None = None
    passing: bool = False

    def cell(self, record: object) -> Cell:
        """What a file says of a record: of a column of numbers the number itself, unrounded, else the text."""
        if self.value is not None:
            return self.value(record)
        key = self.key(record) if self.number and self.key is not None else ""
        if isinstance(key, str | tuple):
            return self.text(record)
        return key

    def words(self, record: object) -> str:
        """What a filter looks in: the text, and what else the record is sought by."""
        return self.text(record) + (f"\t{self.sought(record)}" if self.sought is not None else "")

    def sort_key(self, record: object) -> SortKey:
        """What a record sorts by in this column, None where it is missing."""
        if self.key is not None:
            return self.key(record)
        return self.text(record).casefold() or None

    def is_needed(self, records: Iterable[object]) -> bool:
        """Whether a table of some records has the column."""
        return not self.optional or any(self.text(record) for record in records)

    def target(self, record: object) -> str:
        """Where the record's cell leads, empty for nowhere."""
        return self.link(record) if self.link is not None else ""
