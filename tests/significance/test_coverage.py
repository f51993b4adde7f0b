"""The interval of delta holds the truth as often as it says; one that takes cells as observations does not."""

import pytest

from benchmarks.coverage import simulate


@pytest.mark.parametrize("delta", [0.0, 0.5])
def test_donors_as_observations_cover_and_cells_do_not(delta):
    found = simulate(50, delta, genes=300, resamples=150)
    assert 92 <= found.ours <= 98.5
    assert found.old < 65
