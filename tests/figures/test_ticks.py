"""Round numbers of rulers and axes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlasview.figures.ticks import nice_step, number, residue_ticks, value_axis


@given(st.floats(1e-3, 1e5), st.integers(1, 12))
def test_steps_are_round_and_few(span, most):
    step = nice_step(span, most)
    assert f"{step:.0e}"[0] in "125"
    assert span / step <= most * (1 + 1e-6)
    assert span / step > most / 3


@given(st.floats(-50, 0), st.floats(0.1, 50))
def test_an_axis_holds_its_values_and_wastes_little(low, high):
    first, last, ticks = value_axis(low, high, 8)
    assert first <= low + 1e-9 * (high - low)
    assert last >= high - 1e-9 * (high - low)
    assert last - first <= (high - low) * 1.25
    assert all(first - 1e-6 <= tick <= last + 1e-6 for tick in ticks)


def test_rulers_count_in_tens_or_hundreds():
    assert residue_ticks(1, 459, lambda _: 5) == [100, 200, 300, 400]
    assert residue_ticks(45, 96, lambda _: 6) == [50, 60, 70, 80, 90]
    assert residue_ticks(7, 7, lambda _: 6) == []


@pytest.mark.parametrize(
    ("value", "places", "text"), [(-1.24, 1, "−1.2"), (-0.04, 1, "0.0"), (11.3, None, "11.3"), (100.0, None, "100")]
)
def test_numbers_have_a_true_minus_and_no_negative_zero(value, places, text):
    assert number(value, places) == text
