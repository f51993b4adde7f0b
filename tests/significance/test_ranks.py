"""Delta and p are those of SciPy; exact, tied, with and without cell types left out."""

import numpy as np
import pytest
from scipy.stats import false_discovery_control, mannwhitneyu
from scipy.stats import t as student

from atlasview.significance import intervals, ranks, resampling


def u_and_ties(values, own):
    ranked, ties = ranks.mid_ranks(ranks.sort(values[np.newaxis]))
    return ranks.u_of(ranked, own[:, np.newaxis].astype(float))[:, 0], ties


def test_delta_and_p_are_those_of_scipy_in_a_thousand_cases():
    rng = np.random.default_rng(7)
    exact = 0
    for _ in range(1000):
        n, m = (int(size) for size in rng.integers(1, 30, 2))
        values = rng.integers(0, rng.choice([1, 3, 20, 10**7]), n + m).astype(float)
        u, ties = u_and_ties(values, np.arange(n + m) < n)
        with np.errstate(all="ignore"):
            expected = mannwhitneyu(values[:n], values[n:], method="auto")
        exact += int(min(n, m) <= 8 and ties[0] == 0)
        assert abs(ranks.delta_of(u, n, m)[0] - (2 * expected.statistic / (n * m) - 1)) <= 1e-12
        assert ranks.p_of(u, n, m, ties)[0] == pytest.approx(expected.pvalue, rel=1e-9)
    assert exact > 100


def test_swapping_the_sides_negates_delta_and_keeps_p():
    values = np.random.default_rng(3).integers(0, 9, 40).astype(float)
    own = np.arange(40) < 13
    u, ties = u_and_ties(values, own)
    other, _ties = u_and_ties(values, ~own)
    assert ranks.delta_of(u, 13, 27) == -ranks.delta_of(other, 27, 13)
    assert ranks.p_of(u, 13, 27, ties) == ranks.p_of(other, 27, 13, ties)


def test_leaving_columns_out_is_as_if_they_had_never_been_there():
    values = np.random.default_rng(5).integers(0, 6, (8, 50)).astype(float)
    kept = np.random.default_rng(6).random(50) < 0.6
    ranked, ties = ranks.mid_ranks(ranks.sort(values).only(kept))
    expected, own_ties = ranks.mid_ranks(ranks.sort(values[:, kept]))
    assert np.array_equal(ranked, expected)
    assert np.array_equal(ties, own_ties)


def test_q_is_that_of_scipy():
    p = np.random.default_rng(2).random(500) ** 3
    assert ranks.benjamini_hochberg(p) == pytest.approx(false_discovery_control(p), rel=1e-12)


@pytest.mark.parametrize("freedom", [1, 2, 3, 8, 9, 49, 200])
def test_the_quantile_of_student(freedom):
    assert intervals.t_quantile(freedom) == pytest.approx(student.ppf(0.975, freedom), rel=1e-9)


@pytest.mark.parametrize("kernel", [resampling._sums_of_arrays, resampling._sums_of_loops])
def test_delta_in_resamples_is_that_of_the_profiles_drawn(kernel, monkeypatch):
    monkeypatch.setattr(resampling, "_kernel", lambda: kernel)
    rng = np.random.default_rng(4)
    values, kind, donor = rng.integers(0, 12, (3, 30)).astype(float), rng.integers(0, 4, 30), rng.integers(0, 7, 30)
    related = [[], [2], [1, 3], [2]]
    drawn = resampling.draw(7, 12, 9)
    found = resampling.deltas(ranks.sort(values), kind, donor, related, drawn)
    times = drawn.weights.astype(int)
    assert (times.sum(axis=0) == 7).all()
    for gene, own, at in np.ndindex(3, 4, 12):
        others = (kind != own) & ~np.isin(kind, related[own])
        x = np.repeat(values[gene][kind == own], times[donor[kind == own], at])
        y = np.repeat(values[gene][others], times[donor[others], at])
        expected = np.sign(x[:, None] - y[None]).mean() if len(x) and len(y) else np.nan
        assert found[gene, own, at] == pytest.approx(expected, abs=1e-6, nan_ok=True)
