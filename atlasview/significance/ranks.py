"""Mann-Whitney's U, Cliff's delta and p for many genes at once.

p follows the rule of SciPy's `mannwhitneyu(method="auto")`: exact where the smaller group has at most 8 observations
and nothing ties, else normal, corrected for ties, with continuity.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

LEAST_P = 1e-300
EXACT_UP_TO = 8
_erfc = np.frompyfunc(math.erfc, 1, 1)


@dataclass(frozen=True, slots=True)
class Sorted:
    """Values of genes (rows) in ascending order.

    order  place of each value in its row
    first  whether a value is the first of those equal to it
    """

    order: Any
    first: Any

    def only(self, kept: Any) -> "Sorted":
        """The order of a part of the columns, `kept` by a mask; places count the kept columns only."""
        inside = kept[self.order]
        genes, count = len(self.order), int(kept.sum())
        group = np.cumsum(self.first, axis=1)[inside].reshape(genes, count)
        first = np.ones((genes, count), bool)
        first[:, 1:] = group[:, 1:] != group[:, :-1]
        renumbered = np.cumsum(kept) - 1
        return Sorted(renumbered[self.order[inside].reshape(genes, count)], first)


def sort(values: Any) -> Sorted:
    """Values (genes x profiles) sorted within each gene."""
    order = np.argsort(values, axis=1)
    ordered = np.take_along_axis(values, order, axis=1)
    first = np.ones(values.shape, bool)
    first[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    return Sorted(order, first)


def mid_ranks(found: Sorted) -> tuple[Any, Any]:
    """Ranks from 1, the mean of their ranks for equal values; and the sum of t^3 - t over groups of t equal values."""
    genes, count = found.order.shape
    place = np.arange(count)
    begin = np.maximum.accumulate(np.where(found.first, place, 0), axis=1)
    last = np.ones((genes, count), bool)
    last[:, :-1] = found.first[:, 1:]
    end = np.minimum.accumulate(np.where(last, place, count)[:, ::-1], axis=1)[:, ::-1]
    ranks = np.empty((genes, count))
    np.put_along_axis(ranks, found.order, (begin + end) / 2 + 1, axis=1)
    size = np.where(last, end - begin + 1, 0).astype(np.float64)
    return ranks, (size**3 - size).sum(axis=1)


def u_of(ranks: Any, members: Any) -> Any:
    """Mann-Whitney's U of each set of columns (profiles x sets, 1 for a member) against all other columns."""
    sizes = members.sum(axis=0)
    return ranks @ members - sizes * (sizes + 1) / 2


def delta_of(u: Any, n: int, m: int) -> Any:
    """Cliff's delta: 2 U / (n m) - 1."""
    return 2 * u / (n * m) - 1


def p_of(u: Any, n: int, m: int, ties: Any) -> Any:
    """Two-sided p of U for groups of n and m observations; `ties` is the sum of t^3 - t."""
    p = normal_p(u, n, m, ties)
    if min(n, m) <= EXACT_UP_TO:
        untied = ties == 0
        larger = np.maximum(u, n * m - u)[untied].astype(np.int64)
        p[untied] = np.minimum(2 * _upper_tail(min(n, m), max(n, m))[larger], 1.0)
    return np.maximum(p, LEAST_P)


def normal_p(u: Any, n: int, m: int, ties: Any) -> Any:
    """Two-sided p of U by the normal distribution."""
    count = n + m
    spread = np.sqrt(np.maximum(n * m / 12 * (count + 1 - ties / (count * (count - 1))), 0))
    above = np.maximum(u, n * m - u) - n * m / 2 - 0.5
    z = np.divide(above, spread, out=np.full(np.shape(above), -np.inf), where=spread > 0)
    return np.maximum(np.minimum(_erfc(z / math.sqrt(2)).astype(np.float64), 1.0), LEAST_P)


@lru_cache(maxsize=256)
def _upper_tail(n: int, m: int) -> Any:
    """P(U >= u) for u from 0 to n m, by counting the ways (Gauss' binomial coefficient) in whole numbers."""
    ways = [1] + [0] * (n * m)
    for size in range(1, n + 1):
        for at in range(n * m, m + size - 1, -1):
            ways[at] -= ways[at - m - size]
        for at in range(size, n * m + 1):
            ways[at] += ways[at - size]
    total = math.comb(n + m, n)
    tail, left = [], total
    for way in ways:
        tail.append(left / total)
        left -= way
    return np.array(tail)


def benjamini_hochberg(p: Any) -> Any:
    """q of each p."""
    order = np.argsort(p, kind="stable")
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    q = np.empty(len(p))
    q[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return q
