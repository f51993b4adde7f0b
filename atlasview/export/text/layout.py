"""How text stands in a terminal: paragraphs, lists of facts, aligned tables."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Lines = list[str]

UNKNOWN = "–"
RULE = "─"

_GAP = "  "
_NARROWEST = 12
_PIECE = re.compile(r"[^-_./:]*[-_./:]+|[^-_./:]+")
"""Parts of a name of a file or an identifier, behind which a line may end."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; numbers stand right, and a column that `wraps` gives way where the table is too wide."""

    title: str
    right: bool = False
    wraps: bool = False


def heading(title: str) -> Lines:
    """A title with a rule below it."""
    return [title, RULE * len(title)]


def number(value: float | None) -> str:
    """A number without locale, as short as it can be read back; a dash where it is not known."""
    if value is None:
        return UNKNOWN
    return str(value) if isinstance(value, int) else f"{value:.6g}"


def paragraph(text: str, width: int, indent: str = "", first: str | None = None) -> Lines:
    """Words of one paragraph in lines; `first` replaces the indent of the first line."""
    return textwrap.wrap(
        " ".join(text.split()),
        max(width, _NARROWEST + len(indent)),
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )


def facts(pairs: Iterable[tuple[str, str]], width: int) -> Lines:
    """Names and values in two columns; what has no value is left out."""
    known = [(name, value) for name, value in pairs if value]
    across = max((len(name) for name, _ in known), default=0) + len(_GAP)
    return [line for name, value in known for line in paragraph(value, width, " " * across, name.ljust(across))]


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]], width: int, notes: Sequence[str] = ()) -> Lines:
    """Rows under their titles; empty cells show a dash, columns that are empty in every row are left out.

    notes  one for each row, in lines of its own below it; empty for none
    """
    cells = [[cell or UNKNOWN for cell in row] for row in rows]
    if not cells:
        return []
    used = [at for at in range(len(columns)) if any(row[at] != UNKNOWN for row in cells)] or [0]
    columns = [columns[at] for at in used]
    cells = [[row[at] for at in used] for row in cells]
    widths = _fitted(columns, [[column.title for column in columns], *cells], width)
    lines = _row(columns, [column.title for column in columns], widths)
    for row, note in zip(cells, notes or [""] * len(cells), strict=True):
        lines += _row(columns, row, widths)
        lines += paragraph(note, width, "    ")
    return lines


def _fitted(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Widths of columns: the widest that wraps gives way first, to its longest word, to a part of it, and below.

    Words are broken within only where the table fits by it.
    """
    widths = [max(len(row[at]) for row in rows) for at in range(len(columns))]
    words = [{word for row in rows for word in row[at].split()} or {""} for at in range(len(columns))]
    longest = [max(map(len, some)) for some in words]
    pieces = [max(_NARROWEST, *(len(piece) for word in some for piece in _PIECE.findall(word))) for some in words]
    room = width - len(_GAP) * (len(widths) - 1)
    least = [min(own, _NARROWEST) if one.wraps else own for own, one in zip(widths, columns, strict=True)]
    for floors in (longest, pieces, [_NARROWEST] * len(columns) if sum(least) <= room else pieces):
        while sum(widths) > room:
            yielding = [at for at, column in enumerate(columns) if column.wraps and widths[at] > floors[at]]
            if not yielding:
                break
            widths[max(yielding, key=lambda at: widths[at])] -= 1
    return widths


def _row(columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int]) -> Lines:
    parts = [
        _wrapped(cell, across) if column.wraps else [cell]
        for column, cell, across in zip(columns, cells, widths, strict=True)
    ]
    lines = []
    for at in range(max(map(len, parts))):
        line = [part[at] if at < len(part) else "" for part in parts]
        lines.append(
            _GAP.join(
                text.rjust(across) if column.right else text.ljust(across)
                for column, text, across in zip(columns, line, widths, strict=True)
            ).rstrip()
        )
    return lines


def _wrapped(text: str, across: int) -> Lines:
    """Lines of words; a word that is longer than a line goes on behind one of its signs, else where the line ends."""
    lines = [""]
    for word in text.split():
        gap = " " if lines[-1] else ""
        for piece in _pieces(word, across):
            if len(lines[-1]) + len(gap) + len(piece) > across:
                lines.append("")
                gap = ""
            lines[-1] += gap + piece
            gap = ""
    return lines


def _pieces(word: str, across: int) -> Lines:
    if len(word) <= across:
        return [word]
    return [piece[at : at + across] for piece in _PIECE.findall(word) for at in range(0, len(piece), across)]
