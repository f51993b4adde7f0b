"""How often the 95 % interval of delta holds the truth, by number of donors: python -m benchmarks.coverage.

Made data: a donor shifts all of its cells, so that cells of one donor resemble each other. The truth is delta between
profiles of two donors drawn anew. The old way takes cells as observations, with SciPy-like normal limits (Cliff 1993).
"""

import argparse
import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from atlasview.significance import ranks, resampling
from atlasview.significance.intervals import interval

DONORS = (3, 5, 8, 10, 20, 50, 100)
DELTAS = (0.0, 0.25, 0.5)
TYPES = 5
CELLS = 20
_BETWEEN = 1.0
"""Standard deviation of a donor's profiles around the mean of the cell type; cells vary as much within a donor."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Percent of intervals that hold the truth: those of AtlasView, and those that take cells as observations."""

    donors: int
    delta: float
    ours: float
    old: float


def shift(delta: float) -> float:
    """Distance of two normal distributions of unit variance with this delta, in standard deviations."""
    low, high = 0.0, 10.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if math.erf(middle / 2) < delta else (low, middle)
    return low


def simulate(donors: int, delta: float, genes: int, resamples: int, seed: int = 1) -> Coverage:
    """Coverage over `genes` independent genes; all donors have all of the five cell types, and move together."""
    rng = np.random.default_rng([seed, donors, round(100 * delta)])
    together = rng.normal(0, math.sqrt(0.3), (genes, donors))
    own = rng.normal(0, math.sqrt(0.7), (genes, TYPES, donors))
    means = (together[:, np.newaxis] + own) * _BETWEEN
    means[:, 0] += shift(delta)
    noise = rng.normal(0, 1, (genes, TYPES, donors, CELLS))
    kind, donor = np.repeat(np.arange(TYPES), donors), np.tile(np.arange(donors), TYPES)
    values = means.reshape(genes, -1)
    ours = _ours(values, kind, donor, donors, delta, resampling.draw(donors, resamples, seed))
    return Coverage(donors, delta, ours, _old((means[..., np.newaxis] + noise).reshape(genes, -1), donors, delta))


def _ours(values: Any, kind: Any, donor: Any, donors: int, delta: float, drawn: resampling.Resamples) -> float:
    found = ranks.sort(values)
    ranked, _ties = ranks.mid_ranks(found)
    u = ranks.u_of(ranked, (kind == 0).astype(float)[:, np.newaxis])[:, 0]
    spread = np.nanstd(resampling.deltas(found, kind, donor, [[]] * TYPES, drawn)[:, 0], axis=1, ddof=1)
    n, m = donors, donors * (TYPES - 1)
    low, high = interval(ranks.delta_of(u, n, m), spread, n, m, donors)
    return float(100 * ((low <= delta) & (delta <= high)).mean())


def _old(values: Any, donors: int, delta: float) -> float:
    """Coverage where each cell counts as an observation; the truth is delta of cells drawn anew."""
    n = donors * CELLS
    found = ranks.sort(values)
    ranked, _ties = ranks.mid_ranks(found)
    x_above = 2 * (ranked[:, :n] - ranks.mid_ranks(ranks.sort(values[:, :n]))[0]) / (n * (TYPES - 1)) - 1
    y_above = 2 * (ranked[:, n:] - ranks.mid_ranks(ranks.sort(values[:, n:]))[0]) / n - 1
    estimate = x_above.mean(axis=1)
    reach = 1.96 * np.sqrt(x_above.var(axis=1, ddof=1) / n + y_above.var(axis=1, ddof=1) / y_above.shape[1])
    truth = math.erf(shift(delta) / math.sqrt(2) / 2)
    return float(100 * (np.abs(estimate - truth) <= reach).mean())


def table(genes: int, resamples: int) -> str:
    """All numbers of donors and all deltas as a table."""
    lines = ["| donors | " + " | ".join(f"delta {delta:g} | cells as observations" for delta in DELTAS) + " |"]
    lines.append("|" + "---|" * (1 + 2 * len(DELTAS)))
    for donors in DONORS:
        found = [simulate(donors, delta, genes, resamples) for delta in DELTAS]
        lines.append(f"| {donors} | " + " | ".join(f"{one.ours:.1f} % | {one.old:.1f} %" for one in found) + " |")
    return "\n".join(lines)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.coverage", description=__doc__)
    parser.add_argument("--genes", type=int, default=400, help="simulated genes of each case (default 400)")
    parser.add_argument("--resamples", type=int, default=300, help="resamples of donors (default 300)")
    asked = parser.parse_args()
    print(table(asked.genes, asked.resamples))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
