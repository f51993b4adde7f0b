"""A trial of the work on a few genes, which tells how long all of it will take on this machine."""

import random
import time
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

_FEW, _MANY = 4, 36
_COUNTS = 7
"""Made counts are below it: many are equal, as those of a gene that few cells express. NumPy's generators are large."""
_RESAMPLES = 64
_BLOCKS = 2
_AND_ADDING = 2.0
"""Time to read values and add them up, relative to reading them alone."""
_TRIES, _LEAST_TRIES, _LONG = 6, 2, 0.1
"""The quickest of several tries counts, for the machine does other work too; of few where one takes _LONG seconds."""
_ROW = 15e-6
"""Seconds to write a row of the table."""


def measure(found: Survey) -> Pace:
    """Try a little of the work that a survey leads to; takes a fraction of a second. Raises InputRefused."""
    genes, times = len(found.genes.ids), weights(found)
    trial = _Trial(found)
    share = genes * sum(times.values()) / max(1, len(found.groups))
    trial.seconds(_FEW, 1)  # what is compiled once is compiled now
    plain = trial.each_gene(0)
    resample = 0.0 if found.cells_as_observations else max(0.0, trial.each_gene(_RESAMPLES) - plain) / _RESAMPLES
    rows = genes * len(trial.own.cell_types) * len(times)
    reading = sum(_reading_time(found, one) for one in found.readings)
    return Pace(reading, plain * share, rows * _ROW, resample * share, resampling.compiled())


class _Trial:
    """Scores made counts in the groups of a survey, over all cells."""

    def __init__(self, found: Survey) -> None:
        self._found = found
        self._single = found.cells_as_observations
        self.own = making.profiles(found.groups, self._made(0), None, 1 if self._single else FEWEST_CELLS)
        terms = tuple(found.groups.cell_types[at] for at in self.own.cell_types)
        self._related = found.naming.ontology.related(terms)

    def each_gene(self, resamples: int) -> float:
        """Seconds that one gene more takes; what is done once for all genes does not count."""
        few, many = (self.seconds(genes, resamples) for genes in (_FEW, _MANY))
        return max(0.0, many - few) / (_MANY - _FEW)

    def seconds(self, genes: int, resamples: int) -> float:
        """Seconds that so many genes take."""
        settings = Settings("", bootstrap=0 if self._single else resamples, jobs=1)
        sums = self._made(genes)
        tried: list[float] = []
        while len(tried) < (_TRIES if min(tried, default=0.0) < _LONG else _LEAST_TRIES):
            begun = time.perf_counter()
            score(self.own, sums, self._related, settings, lambda _done: None)
            tried.append(time.perf_counter() - begun)
        return min(tried)

    def _made(self, genes: int) -> Sums:
        sums = Sums.empty(self._found.groups, genes)
        for group in self._found.group:
            sums.add_cells(group)
        made = np.frombuffer(random.Random(1).randbytes(sums.counts.size), np.uint8).reshape(sums.counts.shape)
        sums.counts += made % _COUNTS
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
