"""What a person looked for, as a track of its own beside the features."""

from collections.abc import Sequence
from dataclasses import replace

from atlasview.figures.isoforms import Placed, Shown
from atlasview.records.pattern import Hit
from atlasview.records.protein import Feature

FOUND = "FOUND"
"""Key of a hit among the keys of features; no source writes it."""
_LONGEST = 24


def with_found(view: Shown, hits: Sequence[Hit]) -> Shown:
    """The shown sequence with the hits among its features; a hit is named by its letters."""
    placed = [Placed(_feature(view.sequence, number, hit), hit.start, hit.end) for number, hit in enumerate(hits, 1)]
    together = sorted((*view.placed, *placed), key=lambda each: (each.start, -each.end))
    return replace(view, placed=tuple(together))


def _feature(sequence: str, number: int, hit: Hit) -> Feature:
    letters = sequence[hit.start - 1 : hit.end]
    name = letters if len(letters) <= _LONGEST else f"{letters[: _LONGEST - 1]}…"
    other = f"; {hit.mismatches} mismatch{'es' if hit.mismatches > 1 else ''}" if hit.mismatches else ""
    return Feature("", FOUND.lower(), number, FOUND, hit.start, hit.end, "", "", f"{name}{other}", "", (), "")
