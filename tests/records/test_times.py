"""Times of long work in words."""

import pytest

from atlasview.records.times import duration, estimate, time_left


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(3, "a few seconds"), (44, "about 40 s"), (95, "about 2 min"), (3600, "about 60 min"), (7200, "about 2 hours")],
)
def test_what_is_left_is_said_as_a_person_does(seconds, said):
    assert (estimate(seconds), time_left(seconds)) == (said, f"{said} left")


def test_what_has_passed_is_exact():
    assert (duration(59.9), duration(130)) == ("59 s", "2 min 10 s")
