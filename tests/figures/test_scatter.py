"""Two cell types gene by gene: places to scale, names of those that differ, no name over another."""

import random

import pytest

from atlasview.figures.marks import Circle, Line
from atlasview.figures.scatter import Pair, scatter_figure
from atlasview.figures.style import FILE
from tests.figures.looking import SCREEN, colliding, marks_named, outside, texts


def drawn(measure, pairs, width=700, style=SCREEN, **more):
    return scatter_figure(pairs, "→ CSI in A", "↑ CSI in B", width, style, measure, **more)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("width", "style"), [(252, FILE), (700, SCREEN)])
def test_names_never_touch_each_other_or_leave_the_frame(measure, seed, width, style):
    chance = random.Random(seed)
    pairs = [Pair(str(i), f"GENE{i}", chance.gauss(0, 6), chance.gauss(0, 6)) for i in range(300)]
    figure = drawn(measure, pairs, width, style)
    (names,) = marks_named(figure, "names")
    assert len(names.shapes) > 3
    assert outside(figure, measure) == []
    inside = {shape.text for shape in names.shapes}
    assert [pair for pair in colliding(figure, measure) if set(pair) <= inside] == []


def test_the_farthest_from_equality_are_named_first(measure):
    pairs = [Pair("1", "SAME", 9.0, 9.0), Pair("2", "HERE", 10.0, 0.0), Pair("3", "THERE", -1.0, 8.0)]
    (names,) = marks_named(drawn(measure, pairs), "names")
    assert [shape.text for shape in names.shapes] == ["HERE", "THERE"]


def test_points_lie_to_scale_on_both_axes(measure):
    figure = drawn(measure, [Pair("1", "A", 0.0, 0.0), Pair("2", "B", 10.0, 5.0)])
    zero, other = (mark.shapes[0] for mark in marks_named(figure, "point-"))
    assert isinstance(zero, Circle)
    assert (other.x - zero.x) == pytest.approx(2 * (zero.y - other.y))
    (dashed,) = [
        shape for shape in marks_named(figure, "grid")[0].shapes if isinstance(shape, Line) and shape.paint.dash
    ]
    assert dashed.x2 - dashed.x1 == pytest.approx(dashed.y1 - dashed.y2)


def test_a_missing_value_is_counted_and_not_drawn_at_zero(measure):
    figure = drawn(measure, [Pair("1", "A", 3.0, 4.0), Pair("2", "B", 3.0, None), Pair("3", "C", None, 1.0)])
    assert len(marks_named(figure, "point-")) == 1
    assert "2 genes with a value in one of the two only, not drawn; missing is not zero." in texts(figure)


def test_no_common_gene_is_said(measure):
    assert texts(drawn(measure, [Pair("1", "A", 3.0, None)]))[0] == "No gene has a value in both cell types."


def test_the_chart_is_spoken(measure):
    words = drawn(measure, [Pair("1", "HERE", 9.0, 0.0), Pair("2", "THERE", 0.0, 7.0)]).description
    assert words == "2 genes, → CSI in A against ↑ CSI in B; higher in the first: HERE; in the second: THERE."
