"""Rows of a table as HTML, as word processors and spreadsheets take them from the clipboard."""

from collections.abc import Iterable, Sequence
from html import escape

from atlasview.export.tables.delimited import cell_text
from atlasview.export.tables.table import Cell


def rows_html(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table with a head; cells say what they say in TSV, formulas guarded in the same way."""
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in rows)
    return f'<meta charset="utf-8"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _cell(cell: Cell) -> str:
    side = ' align="right"' if isinstance(cell, int | float) and not isinstance(cell, bool) else ""
    return f"<td{side}>{escape(cell_text(cell), quote=False)}</td>"
