"""The bootstrap over donors: how much delta changes when other donors of the same kind had been at hand.

Donors are drawn, and all profiles of a donor move together. Nothing is sorted again: with the profiles of a gene in
order once, a resample is a weighted cumulative sum over them, in which pairs within a cell type cancel.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from atlasview.significance.ranks import Sorted

_TILE = 128


@dataclass(frozen=True, slots=True)
class Resamples:
    """weights  how often each donor is in each resample (donors x resamples, float32)."""

    weights: Any

    @property
    def count(self) -> int:
        """Number of resamples."""
        return int(self.weights.shape[1])


def draw(donors: int, count: int, seed: int) -> Resamples:
    """Resamples of donors, the same for a seed on every machine and with every version of NumPy."""
    choose = random.Random(seed)
    weights = np.zeros((donors, count), np.float32)
    for at in range(count):
        weights[:, at] = np.bincount(choose.choices(range(donors), k=donors), minlength=donors)
    return Resamples(weights)


def deltas(found: Sorted, cell_type: Any, donor: Any, related: list[list[int]], drawn: Resamples) -> Any:
    """Delta of each cell type in each resample: genes x cell types x resamples, NaN where it has no profile.

    cell_type, donor  of each profile
    related           for each cell type those that it is not compared with
    """
    types = len(related)
    sizes = np.zeros((types, drawn.count), np.float32)
    np.add.at(sizes, cell_type, drawn.weights[donor])
    everyone = sizes.sum(axis=0)
    sums = _sums(found, cell_type, donor, types, drawn) - (sizes * everyone)[np.newaxis]
    others = everyone - sizes
    for own, apart in enumerate(related):
        if apart:
            kept = np.isin(cell_type, [own, *apart])
            sort = np.where(cell_type == own, 0, 1)[kept]
            within = _sums(found.only(kept), sort, donor[kept], 2, drawn)[:, 0]
            left_out = sizes[apart].sum(axis=0)
            sums[:, own] -= within - sizes[own] * (sizes[own] + left_out)
            others[own] -= left_out
    pairs = sizes * others
    return np.divide(sums, pairs, out=np.full(sums.shape, np.nan, np.float32), where=(pairs > 0)[np.newaxis])


def compiled() -> bool:
    """Whether Numba is there to make this fast."""
    return _kernel() is not None


def _sums(found: Sorted, cell_type: Any, donor: Any, types: int, drawn: Resamples) -> Any:
    """For each cell type the sum over its profiles of their weight x (twice the weight below, and that beside)."""
    out = np.zeros((len(found.order), types, drawn.count), np.float32)
    kernel = _kernel() or _sums_of_arrays
    kernel(found.order, found.first, cell_type.astype(np.int64), donor.astype(np.int64), drawn.weights, out)
    return out


def _sums_of_arrays(order: Any, first: Any, cell_type: Any, donor: Any, weights: Any, out: Any) -> None:
    """`_sums` by NumPy: the same sums, gene after gene."""
    for gene in range(len(order)):
        begin = np.flatnonzero(first[gene])
        end = np.append(begin[1:], order.shape[1])
        group = np.cumsum(first[gene]) - 1
        sort = np.argsort(cell_type[order[gene]], kind="stable")
        present, starts = np.unique(cell_type[order[gene]][sort], return_index=True)
        for tile in range(0, weights.shape[1], _TILE):
            weight = weights[donor[order[gene]], tile : tile + _TILE]
            up_to = np.vstack([np.zeros((1, weight.shape[1]), np.float32), np.cumsum(weight, axis=0)])
            both = (up_to[begin] + up_to[end])[group]
            out[gene, present, tile : tile + _TILE] = np.add.reduceat((weight * both)[sort], starts, axis=0)


@cache
def _kernel() -> Callable[..., None] | None:
    try:
        import numba
    except ImportError:
        return None
    compiled: Callable[..., None] = numba.njit(nogil=True, cache=True)(_sums_of_loops)
    return compiled


def _sums_of_loops(order: Any, first: Any, cell_type: Any, donor: Any, weights: Any, out: Any) -> None:
    """`_sums` as Numba compiles it: resamples lie beside each other, so that several are added at once."""
    genes, count = order.shape
    resamples = weights.shape[1]
    below = np.zeros(resamples, np.float32)
    beside = np.zeros(resamples, np.float32)
    for gene in range(genes):
        below[:] = 0
        at = 0
        while at < count:
            end = at + 1
            while end < count and not first[gene, end]:
                end += 1
            beside[:] = 0
            for member in range(at, end):
                weight = weights[donor[order[gene, member]]]
                for each in range(resamples):
                    beside[each] += weight[each]
            for member in range(at, end):
                profile = order[gene, member]
                weight = weights[donor[profile]]
                total = out[gene, cell_type[profile]]
                for each in range(resamples):
                    total[each] += weight[each] * (below[each] + below[each] + beside[each])
            for each in range(resamples):
                below[each] += beside[each]
            at = end
