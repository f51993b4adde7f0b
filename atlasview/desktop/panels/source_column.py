"""The column of a table that says which database and release a row is from."""

from collections.abc import Callable
from typing import Any

from atlasview.desktop.panels.wording import source_labels
from atlasview.desktop.tables.column import Column
from atlasview.records.source import Source


def source_column(sources: dict[str, Source], key: Callable[[Any], str] = lambda row: row.source) -> Column:
    """Database and release of each record; `key` gives the key of its source in `sources`."""
    return Column(
        "Source", lambda row: source_labels(sources, (key(row),)), widest=190, least=88, stretch=1, muted=True
    )
