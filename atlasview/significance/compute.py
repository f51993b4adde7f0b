"""From files of single cells to scores of every context."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from atlasview.records.trouble import InputRefused
from atlasview.significance import profiles as making
from atlasview.significance import sizes
from atlasview.significance.cell_types import OVERALL
from atlasview.significance.opening import open_cells
from atlasview.significance.profiles import Profiles
from atlasview.significance.pseudobulk import Sums
from atlasview.significance.scores import Scores, score
from atlasview.significance.settings import FEWEST_CELLS, Settings
from atlasview.significance.survey import Reading, Survey
from atlasview.significance.values import Counting
from atlasview.significance.watch import Watch

_READING = 0.4
"""Share of the whole time that reading usually takes."""


@dataclass(frozen=True, slots=True)
class ContextScores:
    """Scores of one context with the profiles that they come from."""

    context: str
    profiles: Profiles
    scores: Scores


def aggregate(found: Survey, watch: Watch, share: float = _READING) -> Sums:
    """Add up all files, which is `share` of the work; raises InputRefused for values that are no counts, Stopped."""
    place = {gene: at for at, gene in enumerate(found.genes.ids)}
    sums = Sums.empty(found.groups, len(place))
    for at, reading in enumerate(found.readings):
        add_file(sums, found, at, np.array([place.get(gene, -1) for gene in reading.names.ids]), watch, share)
    sums.check()
    return sums


def add_file(sums: Sums, found: Survey, at: int, place: Any, watch: Watch, share: float = _READING) -> None:
    """Add one file of a survey to the sums; all of them are `share` of the work."""
    reading, group = found.readings[at], found.group[at]
    with open_cells(reading.path, found.wish.annotations) as file:
        totals = _totals(file.numbers(reading.total), reading) if reading.total else None
        counting = Counting(f"{reading.path} {reading.matrix}", totals)
        sums.add_cells(group, totals)
        for block in file.blocks(reading.matrix):
            counts = counting.counts(block)
            sums.add(block, counts, group, place, totals is None)
            done = float(block.cells[-1]) / reading.cells if len(block.cells) else 0.0
            watch.tell(f"reading {reading.path.name}", share * (at + done) / len(found.readings))


def _totals(totals: Any, reading: Reading) -> Any:
    if not (np.isfinite(totals).all() and (totals > 0).all()):
        raise InputRefused(f"the totals in {reading.total!r} are not all positive numbers", str(reading.path))
    return totals


def compute(found: Survey, settings: Settings, watch: Watch, reading: float = _READING) -> Iterator[ContextScores]:
    """Scores of each context in turn, that of all cells first. Raises InputRefused, Stopped.

    `reading` is the part of the time, 0 to 1, that reading is expected to take; it changes only what `watch` is told.
    """
    sizes.check(found)
    sums = aggregate(found, watch, reading)
    if found.cells_as_observations:
        settings = replace(settings, bootstrap=0)
    begun, each = reading, (1 - reading) / sum(weights(found).values())
    for context, weight in weights(found).items():
        yield _context(found, sums, settings, context, _teller(watch, f"scoring {context}", begun, each * weight))
        begun += each * weight


def weights(found: Survey) -> dict[str, int]:
    """Contexts in the order in which they are scored, with the number of groups that their profiles are made of."""
    sizes = {context: int((found.groups.context == at).sum()) for at, context in enumerate(found.groups.contexts)}
    return {OVERALL: len(found.groups), **sizes}


def _teller(watch: Watch, what: str, start: float, share: float) -> Callable[[float], None]:
    return lambda done: watch.tell(what, start + share * done)


def _context(
    found: Survey, sums: Sums, settings: Settings, context: str, tell: Callable[[float], None]
) -> ContextScores:
    fewest = 1 if found.cells_as_observations else FEWEST_CELLS
    index = None if context == OVERALL else found.groups.contexts.index(context)
    own = making.profiles(found.groups, sums, index, fewest)
    terms = tuple(found.groups.cell_types[at] for at in own.cell_types)
    related = found.naming.ontology.related(terms)
    return ContextScores(context, own, score(own, sums, related, settings, tell))
