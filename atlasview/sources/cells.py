"""Cells of tables: the text of a cell in, the value of a record's field out."""

import re
from collections.abc import Callable
from dataclasses import Field, fields
from typing import Any, get_type_hints

from atlasview.records.gene import Location
from atlasview.records.protein import Evidence
from atlasview.records.transcript import Exon

SEPARATOR = "|"
_WHOLE = re.compile(r"-?\d{1,18}", re.ASCII)
_REAL = re.compile(r"-?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d{1,3})?", re.ASCII)
_RANGE = re.compile(r"(\d{1,12})-(\d{1,12})", re.ASCII)


def whole(cell: str) -> int:
    """An integer in plain digits; ValueError otherwise, as in all functions below."""
    if not _WHOLE.fullmatch(cell):
        raise ValueError(f"{cell!r} is not a whole number")
    return int(cell)


def real(cell: str) -> float:
    """A finite number with a decimal point, no group separators."""
    if not _REAL.fullmatch(cell):
        raise ValueError(f"{cell!r} is not a number")
    return float(cell)


def boolean(cell: str) -> bool:
    """1 or 0."""
    if cell not in ("0", "1"):
        raise ValueError(f"{cell!r} is neither 1 nor 0")
    return cell == "1"


def listed(cell: str) -> tuple[str, ...]:
    """Items of a list; an empty cell is the empty list, an empty item is an error."""
    items = tuple(cell.split(SEPARATOR)) if cell else ()
    if "" in items:
        raise ValueError(f"{cell!r} has an empty item")
    return items


def evidence(cell: str) -> tuple[Evidence, ...]:
    """`ECO:0000269 PMID:11081504|ECO:0000303`."""
    return tuple(Evidence(*item.split(" ", 1)) for item in listed(cell))


def exons(cell: str) -> tuple[Exon, ...]:
    """`122613000-122613150|122612500-122612600`, in order of transcription."""
    found = []
    for item in listed(cell):
        span = _RANGE.fullmatch(item)
        if span is None or not 1 <= int(span[1]) <= int(span[2]):
            raise ValueError(f"{item!r} is not the range of an exon")
        found.append(Exon(int(span[1]), int(span[2])))
    return tuple(found)


def channels(cell: str) -> tuple[tuple[str, float], ...]:
    """`experiments=0.8|textmining=0.31`."""
    pairs = []
    for item in listed(cell):
        name, sign, score = item.rpartition("=")
        if not sign or not name:
            raise ValueError(f"{item!r} is not a channel with its score")
        pairs.append((name, real(score)))
    return tuple(pairs)


def _or_none(read: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda cell: read(cell) if cell else None


_READ: dict[Any, Callable[[str], Any]] = {
    str: str,
    str | None: _or_none(str),
    int: whole,
    int | None: _or_none(whole),
    float: real,
    float | None: _or_none(real),
    bool: boolean,
    bool | None: _or_none(boolean),
    tuple[str, ...]: listed,
    tuple[Evidence, ...]: evidence,
    tuple[Exon, ...]: exons,
    tuple[tuple[str, float], ...]: channels,
}


class RowReader:
    """Turns the cells of a row into a record of one type; columns are the fields of the record, in order.

    A field that is itself a record (`location`) is spread over one column for each of its own fields.
    left_out  fields that the table does not have: the record gets the value given here
    """

    def __init__(self, record: type, left_out: dict[str, Any] | None = None) -> None:
        self._record = record
        self._left_out = left_out or {}
        self._plan = [(field, *_reading(record, field)) for field in fields(record) if field.name not in self._left_out]
        self.columns = tuple(column for _field, columns, _reader in self._plan for column in columns)

    def record(self, cells: list[str]) -> Any:
        """The record of a row whose cells stand for `columns`. Raises ValueError with the column and the reason."""
        values = dict(self._left_out)
        at = 0
        for field, columns, read in self._plan:
            values[field.name] = read(cells[at : at + len(columns)])
            at += len(columns)
        return self._record(**values)


def _reading(record: type, field: "Field[Any]") -> tuple[tuple[str, ...], Callable[[list[str]], Any]]:
    sort = get_type_hints(record)[field.name]
    if sort is Location:
        spread = RowReader(Location)
        return spread.columns, spread.record
    return (field.name,), _one_cell(field.name, _READ[sort])


def _one_cell(column: str, read: Callable[[str], Any]) -> Callable[[list[str]], Any]:
    def value(cells: list[str]) -> Any:
        try:
            return read(cells[0])
        except ValueError as error:
            raise ValueError(f"column {column}: {error}") from error

    return value
