"""What a person looked for, as a track of its own beside the features."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from atlasview.figures.isoforms import Placed, Shown
from atlasview.records.pattern import Hit
from atlasview.records.protein import Feature

FOUND = "FOUND"
"""Key of a hit among the keys of features; no source writes it."""
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: its hits on the sequence that is drawn, and the words it was looked for by."""

    hits: tuple[Hit, ...] = ()
    words: str = ""


Run = tuple[int, int]
"""First and last residue, 1-based, of what is marked without a gap."""


def runs_of(hits: Iterable[Hit]) -> tuple[Run, ...]:
    """The residues that any of the hits holds, those that overlap as one run, by residue."""
    runs: list[Run] = []
    for hit in hits:
        if runs and hit.start <= runs[-1][1]:
            runs[-1] = runs[-1][0], max(runs[-1][1], hit.end)
        else:
            runs.append((hit.start, hit.end))
    return tuple(runs)


def only_found(view: Shown) -> Shown:
    """The same sequence with nothing on it but the hits."""
    return replace(view, placed=tuple(each for each in view.placed if each.feature.type == FOUND))


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
