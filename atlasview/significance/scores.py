"""All scores of one context."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from atlasview.significance import ranks, resampling
from atlasview.significance.intervals import interval
from atlasview.significance.profiles import Profiles
from atlasview.significance.pseudobulk import Sums
from atlasview.significance.resampling import Resamples
from atlasview.significance.settings import NOT_REPLICATED, Settings

_GENES_AT_ONCE = 128
_VALUES_AT_ONCE = 1 << 19
"""Values of profiles, and of resamples, that a thread holds at once, about 4 MB."""


@dataclass(slots=True)
class Scores:
    """Scores of a context, cell types x genes; NaN is not given.

    others     profiles that each cell type is compared with
    own        profiles of each cell type
    tested     genes with a count in at least one profile
    threshold  of each cell type
    """

    own: Any
    others: Any
    tested: Any
    threshold: Any
    values: dict[str, Any]


_PIECES = ("delta", "p", "csi", "delta_low", "delta_high", "csi_low", "csi_high", "mean_log2_cpm")


@dataclass(frozen=True, slots=True)
class _Task:
    """What a thread needs to score a few genes."""

    profiles: Profiles
    sums: Sums
    related: list[list[int]]
    own: Any
    others: Any
    drawn: Resamples | None
    scores: dict[str, Any]
    tested: Any

    def run(self, first: int, last: int) -> None:
        """Score genes first to last (excluded)."""
        values = self.profiles.values(self.sums, first, last)
        self.tested[first:last] = values.any(axis=1)
        found = ranks.sort(values)
        members = np.eye(len(self.own))[self.profiles.cell_type]
        self.scores["mean_log2_cpm"][:, first:last] = (values @ members / self.own).T
        ranked, ties = ranks.mid_ranks(found)
        all_u = ranks.u_of(ranked, members)
        spread = self._spread(found)
        for at, apart in enumerate(self.related):
            n, m = int(self.own[at]), int(self.others[at])
            if m:
                u, own_ties = self._without(found, at, apart) if apart else (all_u[:, at], ties)
                self._put(at, slice(first, last), (u, n, m, own_ties), spread)

    def _without(self, found: ranks.Sorted, at: int, apart: list[int]) -> tuple[Any, Any]:
        """U and ties of a cell type against all but those of `apart`."""
        kept = ~np.isin(self.profiles.cell_type, apart)
        ranked, ties = ranks.mid_ranks(found.only(kept))
        own = (self.profiles.cell_type[kept] == at).astype(np.float64)[:, np.newaxis]
        return ranks.u_of(ranked, own)[:, 0], ties

    def _put(self, at: int, genes: slice, tested: tuple[Any, int, int, Any], spread: Any) -> None:
        u, n, m, ties = tested
        delta, p = ranks.delta_of(u, n, m), ranks.p_of(u, n, m, ties)
        csi = csi_of(delta, p)
        for name, value in (("delta", delta), ("p", p), ("csi", csi)):
            self.scores[name][at, genes] = value
        if spread is None or n < NOT_REPLICATED:
            return
        ends = interval(delta, spread[:, at], n, m, n)
        for end, value, bound in zip(("low", "high"), ends, (np.minimum, np.maximum), strict=True):
            there = ranks.normal_p((value + 1) / 2 * n * m, n, m, ties)
            self.scores[f"delta_{end}"][at, genes] = value
            self.scores[f"csi_{end}"][at, genes] = bound(csi_of(value, there), csi)

    def _spread(self, found: ranks.Sorted) -> Any:
        """Standard deviation of delta over resamples, genes x cell types; None where none were asked for."""
        if self.drawn is None or not len(self.own):
            return None
        step = max(1, _VALUES_AT_ONCE // (len(self.own) * self.drawn.count))
        parts = []
        for first in range(0, len(found.order), step):
            part = ranks.Sorted(found.order[first : first + step], found.first[first : first + step])
            drawn = resampling.deltas(part, self.profiles.cell_type, self.profiles.donor, self.related, self.drawn)
            parts.append(_deviation(drawn))
        return np.concatenate(parts)


def csi_of(delta: Any, p: Any) -> Any:
    """CSI = delta x -log10(p); zero, and not minus zero, where nothing differs."""
    return delta * -np.log10(p) + 0.0


def _deviation(drawn: Any) -> Any:
    there = ~np.isnan(drawn)
    count = np.maximum(there.sum(axis=2), 1)
    mean = np.where(there, drawn, 0).sum(axis=2, dtype=np.float64) / count
    apart = np.where(there, drawn - mean[:, :, np.newaxis], 0)
    return np.sqrt((apart**2).sum(axis=2) / np.maximum(count - 1, 1))


def score(
    profiles: Profiles, sums: Sums, related: list[list[int]], settings: Settings, tell: Callable[[float], None]
) -> Scores:
    """Scores of a context; the same bits for a seed with any number of threads. `tell` may raise to end it."""
    genes, types = sums.counts.shape[1], len(profiles.cell_types)
    own = np.bincount(profiles.cell_type, minlength=types)
    others = len(profiles.cell_type) - own - np.array([own[apart].sum() for apart in related], np.int64)
    donors = int(profiles.donor.max()) + 1 if len(profiles.donor) else 0
    drawn = resampling.draw(donors, settings.bootstrap, settings.seed) if settings.bootstrap else None
    table = {name: np.full((types, genes), np.nan) for name in _PIECES}
    tested = np.zeros(genes, bool)
    task = _Task(profiles, sums, related, own, others, drawn, table, tested)
    _run(task, _pieces(genes, len(profiles.cell_type)), settings.jobs, tell)
    for value in table.values():
        value[:, ~tested] = np.nan
    table["percent_expressing"] = profiles.expressing(sums) if types else np.zeros((0, genes))
    return Scores(own, others, tested, _over_genes(table, tested), table)


def _pieces(genes: int, profiles: int) -> list[tuple[int, int]]:
    step = max(1, min(_GENES_AT_ONCE, _VALUES_AT_ONCE // max(profiles, 1)))
    return [(first, min(genes, first + step)) for first in range(0, genes, step)]


def _run(task: _Task, pieces: list[tuple[int, int]], jobs: int, tell: Callable[[float], None]) -> None:
    with ThreadPoolExecutor(jobs) as pool:
        waiting = [pool.submit(task.run, *piece) for piece in pieces]
        try:
            for done, future in enumerate(waiting, 1):
                future.result()
                tell(done / len(waiting))
        finally:
            for future in waiting:
                future.cancel()


def _over_genes(table: dict[str, Any], tested: Any) -> Any:
    """Fill in what is computed over genes and over cell types; gives the threshold of each cell type."""
    csi = table["csi"]
    for name in ("q", "rcsi", "prs", "fold_change"):
        table[name] = np.full(csi.shape, np.nan)
    threshold = np.full(len(csi), np.nan)
    genes = np.flatnonzero(tested)
    for at in range(len(csi)):
        if not len(genes) or np.isnan(csi[at, genes[0]]):
            continue
        own = csi[at, genes]
        table["q"][at, genes] = ranks.benjamini_hochberg(table["p"][at, genes])
        table["prs"][at, genes] = percentile_ranks(table["delta"][at, genes])
        threshold[at] = own.mean() + own.std()
        if own.max() > 0:
            table["rcsi"][at, genes] = 100 * own / own.max()
        if threshold[at] > 0:
            table["fold_change"][at, genes] = own / threshold[at]
    table["tau"], table["share"] = _tau(table["mean_log2_cpm"]), _share(csi)
    return threshold


def percentile_ranks(values: Any) -> Any:
    """100 x (mean rank - 1) / (number - 1); 100 for a single value."""
    if len(values) == 1:
        return np.array([100.0])
    ranked, _ties = ranks.mid_ranks(ranks.sort(values[np.newaxis]))
    return 100 * (ranked[0] - 1) / (len(values) - 1)


def _tau(means: Any) -> Any:
    """Tau of each gene over cell types (Yanai 2005), the same in each row; NaN for one cell type."""
    largest = means.max(axis=0, initial=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        tau = (1 - means / largest).sum(axis=0) / (len(means) - 1) if len(means) > 1 else largest * np.nan
    return np.broadcast_to(np.where(largest > 0, tau, np.nan), means.shape)


def _share(csi: Any) -> Any:
    """100 x max(CSI, 0) / its sum over cell types; NaN where that is zero."""
    positive = np.where(np.isnan(csi), np.nan, np.maximum(csi, 0))
    total = np.nansum(positive, axis=0)
    return np.divide(100 * positive, total, out=np.full(csi.shape, np.nan), where=total > 0)


def rows(scores: Scores) -> Iterator[tuple[int, int]]:
    """Cell type and gene of each score that there is."""
    for gene in np.flatnonzero(scores.tested):
        for at in np.flatnonzero(~np.isnan(scores.values["csi"][:, gene])):
            yield int(at), int(gene)
