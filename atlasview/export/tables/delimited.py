"""Tables as TSV and CSV, safe to open in a spreadsheet."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from atlasview.export.tables.table import Cell, Table

TAB, COMMA = "\t", ","

_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_FORMULA = re.compile(r"[=+\-@＝＋－＠].", re.DOTALL)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_LIST = "|"


def delimited_text(table: Table, separator: str) -> str:
    """Comment lines that say what the table is, a line of names, one line per row, UTF-8 and line feeds.

    A cell that holds the separator or a quotation mark is in quotation marks. Numbers are as published, with a decimal
    point. An apostrophe stands before a text that a spreadsheet would take for a formula.
    """
    names = tuple(name for name, _ in table.columns)
    head = "".join(f"# {_comment(line, separator)}\n" for line in _head(table))
    return head + rows_text([names, *table.rows], separator)


def rows_text(rows: Iterable[Sequence[Cell]], separator: str = TAB) -> str:
    """Rows alone, as they are put on the clipboard."""
    written = StringIO()
    writer = csv.writer(written, delimiter=separator, lineterminator="\n")
    writer.writerows([cell_text(cell) for cell in row] for row in rows)
    return written.getvalue()


def cell_text(cell: Cell) -> str:
    """A cell as text on one line: empty for what was not given, `true`, `false`, lists with | between their parts."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return repr(cell)
    text = cell if isinstance(cell, str) else _LIST.join(cell)
    return _guarded(_BREAKS.sub(" ", text).strip())


def _guarded(text: str) -> str:
    is_formula = _FORMULA.match(text) and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text


def _head(table: Table) -> Iterator[str]:
    place = table.place
    yield f"table: {table.what} ({table.title}), rows: {len(table.rows)}"
    yield f"subject: {place.kind.value} {place.label or place.id} ({place.id})"
    yield f"atlas: {table.atlas.name}"
    yield f"version: {table.atlas.version}"
    yield f"seal: sha256 {table.atlas.sha256 or 'not given'}"
    for context in table.contexts:
        yield f"context: {context}"
    if table.positions:
        yield f"positions: {table.positions}"
    for note in table.notes:
        yield f"note: {note}"
    for source in table.sources:
        yield f"source {source.key}: {source.label}, licence: {source.licence}"
    yield "cells: empty is not given, 0 is measured as zero, | stands between the parts of a list"
    yield "cells: an apostrophe stands before a text that a spreadsheet would take for a formula"
    for name, meaning in table.columns:
        yield f"column {name}: {meaning}"


def _comment(line: str, separator: str) -> str:
    """In a CSV file a comment stays one cell: a comma in it would open a second one."""
    text = " ".join(_BREAKS.sub(" ", line).split())
    return text.replace(",", ";").replace('"', "'") if separator == COMMA else text.replace('"', "'")
