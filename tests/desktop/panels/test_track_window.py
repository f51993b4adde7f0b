"""Zooming and moving never leave the protein."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlasview.desktop.panels.track_window import TrackWindow

LENGTHS = st.integers(1, 40_000)
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("zoomed"), st.floats(0.05, 20), st.floats(-10, 40_010)),
        st.tuples(st.just("moved"), st.floats(-50_000, 50_000)),
        st.tuples(st.just("between"), st.floats(-10, 40_010), st.floats(-10, 40_010)),
        st.tuples(st.just("holding"), st.floats(1, 40_000), st.floats(1, 40_000)),
    ),
    max_size=12,
)


@given(LENGTHS, MOVES)
def test_the_window_stays_inside(length, moves):
    window = TrackWindow.whole(length)
    for name, *arguments in moves:
        window = getattr(window, name)(*arguments)
        assert window.first >= 1 - 1e-6
        assert window.last <= length + 1e-6
        assert window.span >= min(12, length) - 1e-6


def test_zooming_keeps_what_is_under_the_pointer():
    window = TrackWindow.whole(1000).between(100, 500)
    zoomed = window.zoomed(2, 200)
    assert (200 - window.first) / window.span == pytest.approx((200 - zoomed.first) / zoomed.span)


def test_the_whole_is_whole_again():
    window = TrackWindow.whole(459)
    assert window.is_whole
    assert not window.zoomed(2, 100).is_whole
    assert window.zoomed(2, 100).zoomed(0.1, 100).is_whole


def test_it_moves_just_as_far_as_it_must():
    window = TrackWindow.whole(1000).between(200, 300)
    assert window.holding(250, 260) == window
    assert window.holding(180, 180).first <= 180
    assert window.holding(320, 330).last >= 330
