"""Tables as JSON."""

import json
from typing import Any

from atlasview.export.tables.table import Cell, Table


def json_text(table: Table) -> str:
    """An object with `meta` and `rows`: numbers are numbers, lists are lists, what was not given is null."""
    names = [name for name, _ in table.columns]
    document = {
        "meta": _meta(table),
        "rows": [dict(zip(names, (_value(cell) for cell in row), strict=True)) for row in table.rows],
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _meta(table: Table) -> dict[str, Any]:
    place = table.place
    return {
        "table": table.what,
        "title": table.title,
        "subject": {"kind": place.kind.value, "id": place.id, "label": place.label or None},
        "atlas": {
            "name": table.atlas.name,
            "version": table.atlas.version,
            "sha256": table.atlas.sha256 or None,
        },
        "contexts": list(table.contexts),
        "positions": table.positions or None,
        "notes": list(table.notes),
        "sources": [{"key": each.key, "label": each.label, "licence": each.licence} for each in table.sources],
        "columns": [{"name": name, "meaning": meaning} for name, meaning in table.columns],
        "row_count": len(table.rows),
    }


def _value(cell: Cell) -> Any:
    if isinstance(cell, tuple):
        return list(cell)
    return None if cell == "" else cell
