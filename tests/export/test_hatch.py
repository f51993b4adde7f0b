"""Hatching stays within its shape and looks the same in a file and on the screen."""

import math

import pytest

from atlasview.export.hatch import STEP, WIDTH, hatch_lines
from atlasview.figures.marks import Circle, Line, Paint, Polygon, Rect
from atlasview.render import painter

PAINT = Paint(fill="#868D99", hatch=True)


def test_lines_rise_at_45_degrees_and_end_at_the_outline():
    lines = hatch_lines(Rect(10, 10, 50, 12, PAINT))
    assert len(lines) == pytest.approx(62 / (STEP * math.sqrt(2)), abs=1)
    for (x1, y1), (x2, y2) in lines:
        assert x2 - x1 == pytest.approx(y1 - y2)
        for x, y in ((x1, y1), (x2, y2)):
            on_edge = [abs(x - 10), abs(x - 60), abs(y - 10), abs(y - 22)]
            assert min(on_edge) < 1e-9
            assert 10 - 1e-9 <= x <= 60 + 1e-9
            assert 10 - 1e-9 <= y <= 22 + 1e-9


def test_a_circle_and_a_notched_shape_are_not_left():
    for (x1, y1), (x2, y2) in hatch_lines(Circle(20, 20, 9, PAINT)):
        assert math.hypot(x1 - 20, y1 - 20) <= 9 + 1e-9
        assert math.hypot(x2 - 20, y2 - 20) <= 9 + 1e-9
    notched = Polygon(((0, 0), (40, 0), (40, 40), (20, 10), (0, 40)), PAINT)
    for (x1, y1), (x2, y2) in hatch_lines(notched):
        middle = ((x1 + x2) / 2, (y1 + y2) / 2)
        assert middle[1] <= 40 - 30 * min(middle[0], 40 - middle[0]) / 20 + 1e-9


def test_lines_of_neighbours_continue_each_other():
    whole = hatch_lines(Rect(0, 0, 40, 10, PAINT))
    halves = [*hatch_lines(Rect(0, 0, 20, 10, PAINT)), *hatch_lines(Rect(20, 0, 20, 10, PAINT))]
    sums = {round(x + y, 6) for (x, y), _ in whole}
    assert {round(x + y, 6) for (x, y), _ in halves} == sums


def test_what_has_no_area_has_no_hatching():
    assert hatch_lines(Line(0, 0, 9, 9, PAINT)) == ()
    assert hatch_lines(Polygon(((0, 0), (9, 9), (20, 0)), PAINT, closed=False)) == ()
    assert hatch_lines(Rect(0, 0, 0, 0, PAINT)) == ()


def test_files_and_screen_are_hatched_alike():
    assert (STEP, WIDTH) == (painter._HATCH_STEP, painter._HATCH_WIDTH)
