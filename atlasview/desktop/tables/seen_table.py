"""A table as the page shows it, made ready for a file."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from atlasview.desktop.tables.column import Cell, Column

if TYPE_CHECKING:
    from atlasview.export.tables import Table
    from atlasview.records.profile import Profile


def file_columns(columns: Iterable[Column]) -> tuple[Column, ...]:
    """The columns that a file has: a bar shows the number of the column beside it, and what passes is left out too."""
    return tuple(column for column in columns if column.bar is None and not column.passing)


def cells(columns: Sequence[Column], records: Iterable[Any]) -> list[tuple[Cell, ...]]:
    """Rows of cells, numbers unrounded."""
    return [tuple(column.cell(record) for column in columns) for record in records]


def seen_table(profile: "Profile", what: str, title: str, columns: Sequence[Column], records: Sequence[Any]) -> "Table":
    """The table of some records of a page, with the sources that they come from."""
    from atlasview.export.tables import Table

    shown = file_columns(columns)
    used = {key for record in records for key in source_keys(record)}
    return Table(
        what=what,
        title=title,
        place=profile.place,
        columns=tuple((column.title, column.help or column.title) for column in shown),
        rows=tuple(cells(shown, records)),
        contexts=tuple(dict.fromkeys(filter(None, map(_context, records)))),
        sources=tuple(profile.sources[key] for key in sorted(profile.sources) if key in used),
        atlas=profile.atlas,
    )


def source_keys(record: Any) -> tuple[str, ...]:
    """Keys of the sources of a row of any section; none where the row does not say."""
    for name in ("associations", "links", "uses"):
        parts = getattr(record, name, None)
        if parts is not None:
            return tuple(part.source for part in parts)
    found = (getattr(record, name, None) for name in ("scores", "marker", "interaction"))
    said = next((part for part in found if part is not None), record)
    key = getattr(said, "source", "")
    return (key,) if key else ()


def _context(record: Any) -> str:
    """What the scores of a row were compared in, empty for a row without scores."""
    scores = getattr(record, "scores", None)
    if scores is None:
        return ""
    label = getattr(getattr(record, "context", None), "label", "")
    return f"{label or scores.context} ({scores.context}), data set {scores.dataset}"
