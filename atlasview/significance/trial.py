"""A trial of the work on a few genes, which tells how long all of it will take on this machine."""

import time
from collections.abc import Callable
from itertools import islice

import numpy as np

from atlasview.significance import profiles as making
from atlasview.significance import resampling
from atlasview.significance.compute import weights
from atlasview.significance.opening import open_cells
from atlasview.significance.pace import Pace
from atlasview.significance.pseudobulk import Sums
from atlasview.significance.scores import score
from atlasview.significance.settings import FEWEST_CELLS, Settings
from atlasview.significance.survey import Reading, Survey
from atlasview.significance.values import Counting

_GENES = 8
_RESAMPLES = 64
_BLOCKS = 2
_AND_ADDING = 2.0
"""Time to read values and add them up, relative to reading them alone."""
_ROW = 15e-6
"""Seconds to write a row of the table."""


def measure(found: Survey) -> Pace:
    """Try a little of the work that a survey leads to; takes a fraction of a second. Raises InputRefused."""
    sums = _made(found)
    genes = len(found.genes.ids)
    own = making.profiles(found.groups, sums, None, 1 if found.cells_as_observations else FEWEST_CELLS)
    related = found.naming.ontology.related(tuple(found.groups.cell_types[at] for at in own.cell_types))
    times = weights(found)
    share = sum(times.values()) / max(1, len(found.groups)) * genes / _GENES

    def trial(resamples: int) -> float:
        settings = Settings("", bootstrap=resamples, jobs=1)
        return _timed(lambda: score(own, sums, related, settings, lambda _done: None))

    without_intervals = found.cells_as_observations or not len(own.cell_types)
    if not without_intervals:
        trial(1)  # what is compiled once is compiled now
    plain = trial(0)
    resample = 0.0 if without_intervals else max(0.0, trial(_RESAMPLES) - plain) / _RESAMPLES
    rows = genes * len(own.cell_types) * len(times)
    reading = sum(_reading_time(found, one) for one in found.readings)
    return Pace(reading, plain * share, rows * _ROW, resample * share, resampling.compiled())


def _made(found: Survey) -> Sums:
    """Made counts of a few genes in the groups of a survey."""
    sums = Sums.empty(found.groups, _GENES)
    for group in found.group:
        sums.add_cells(group)
    sums.counts += np.random.default_rng(1).poisson(3, sums.counts.shape).astype(np.uint32)
    sums.totals += 1e4
    return sums


def _reading_time(found: Survey, reading: Reading) -> float:
    with open_cells(reading.path, found.wish.annotations) as file:
        totals = file.numbers(reading.total) if reading.total else None
        counting = Counting(f"{reading.path} {reading.matrix}", totals)
        stored, seen, last = file.stored(reading.matrix), 0, 0
        begun = time.perf_counter()
        for block in islice(file.blocks(reading.matrix), _BLOCKS):
            counting.counts(block)
            seen += len(block.values)
            last = int(block.cells[-1]) + 1 if len(block.cells) else last
        passed = time.perf_counter() - begun
    part = seen / stored if stored else last / reading.cells
    return _AND_ADDING * passed / part if part else 0.0


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
