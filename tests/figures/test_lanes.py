"""Packing and spreading, for any ranges."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlasview.figures.lanes import nest, pack, spread

RANGES = st.lists(
    st.tuples(st.integers(1, 300), st.integers(0, 80)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=40
)
PLACES = st.lists(st.floats(0, 1000, allow_nan=False), max_size=40).map(sorted)


@given(RANGES)
def test_nothing_overlaps_in_a_lane_and_no_lane_is_spare(ranges):
    lanes = pack(ranges)
    for (one, a), (other, b) in combinations(zip(ranges, lanes, strict=True), 2):
        assert a != b or one[1] < other[0] or other[1] < one[0]
    crowd = max((sum(low <= place <= high for low, high in ranges) for place in range(1, 400)), default=0)
    assert len(set(lanes)) == crowd


@given(RANGES)
def test_a_longer_range_lies_deeper_than_what_it_overlaps(ranges):
    depths = nest(ranges)
    for (one, a), (other, b) in combinations(zip(ranges, depths, strict=True), 2):
        if one[0] <= other[1] and other[0] <= one[1]:
            assert a != b
            assert (a > b) == (one[1] - one[0] > other[1] - other[0]) or one[1] - one[0] == other[1] - other[0]


@given(PLACES, st.floats(1, 30))
def test_spread_places_keep_order_distance_and_bounds(wanted, gap):
    places = spread(wanted, gap, 0.0, 1000.0)
    assert len(places) == len(wanted)
    room = 1000.0 / max(len(wanted) - 1, 1)
    assert all(b - a >= min(gap, room) - 1e-6 for a, b in pairwise(places))
    assert all(-1e-6 <= place <= 1000 + 1e-6 for place in places)


def test_what_is_apart_stays_where_it_is():
    assert spread([10.0, 50.0, 90.0], 20.0, 0.0, 100.0) == [10.0, 50.0, 90.0]


def test_a_pair_moves_apart_by_halves():
    assert spread([50.0, 50.0], 10.0, 0.0, 100.0) == pytest.approx([45.0, 55.0])
