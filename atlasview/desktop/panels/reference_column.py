"""The column of a table that says what a row rests on: the first reference, and how many more there are."""

from collections.abc import Callable
from typing import Any

from atlasview.desktop.panels.exits import place_of, way_to
from atlasview.desktop.tables.column import Column
from atlasview.export.addresses import address

_PAPER = "PMID:"


def reference_column(references: Callable[[Any], tuple[str, ...]]) -> Column:
    """`references` gives the CURIEs of a row; the first leads to its page, else to its web address."""

    def words(row: Any) -> str:
        first, *rest = references(row) or ("",)
        return f"{first.replace(_PAPER, 'PMID ')}{f' and {len(rest)} more' if rest else ''}"

    def way(row: Any) -> str:
        first = next(iter(references(row)), "")
        place = place_of(first) if first else None
        return way_to(place) if place is not None else address(first)

    return Column(
        "Reference",
        words,
        link=way,
        hint=lambda row: ", ".join(references(row)),
        widest=200,
        least=110,
        optional=True,
    )
