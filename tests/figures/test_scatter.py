"""Two cell types gene by gene: places to scale, names of those that differ, no name over another."""

import random

import pytest

from atlasview.figures.marks import Circle, Line
from atlasview.figures.scatter import scatter_figure
from atlasview.figures.scatter_pair import Axes, Pair
from atlasview.figures.style import FILE
from tests.figures.looking import SCREEN, colliding, marks_named, outside, texts


def drawn(measure, pairs, width=700, style=SCREEN, **more):
    return scatter_figure(pairs, Axes("csi", "A", "B"), width, style, measure, **more)


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


def listed(figure):
    (lists,) = marks_named(figure, "lists")
    return [shape.text for shape in lists.shapes]


def test_wide_figures_list_the_genes_that_differ_most_with_both_values(measure):
    pairs = [Pair("1", "SAME", 9.0, 9.0), Pair("2", "HERE", 10.0, 0.25), Pair("3", "THERE", -1.0, 8.0)]
    narrow, stacked, wide = (drawn(measure, pairs, width) for width in (420, 700, 1100))
    assert listed(narrow) == []
    for figure in (stacked, wide):
        assert listed(figure) == [
            *("Higher in B", "→", "↑", "THERE", "−1.00", "8.00"),
            *("Higher in A", "→", "↑", "HERE", "10.00", "0.25"),
        ]
        assert outside(figure, measure) == []
    heads = [
        [shape for shape in marks_named(figure, "lists")[0].shapes if shape.text.startswith("Higher")]
        for figure in (stacked, wide)
    ]
    assert heads[0][0].x == heads[0][1].x and heads[0][0].y < heads[0][1].y
    assert heads[1][0].x < heads[1][1].x and heads[1][0].y == heads[1][1].y


@pytest.mark.parametrize(("width", "style"), [(520, FILE), (740, SCREEN), (940, SCREEN), (1600, SCREEN)])
def test_lists_stay_in_the_height_of_the_chart_and_say_what_they_leave_out(measure, width, style):
    chance = random.Random(3)
    pairs = [Pair(str(i), f"GENE{i}", chance.gauss(0, 60), chance.gauss(0, 60)) for i in range(900)]
    name = (
        "CD8-positive, CD28-negative, CD25-positive, alpha-beta regulatory T cell of the small intestine, CCR4-positive"
    )
    figure = scatter_figure(pairs, Axes("csi", name, name[::-1]), width, style, measure)
    (lists,) = marks_named(figure, "lists")
    (grid,) = marks_named(figure, "grid")
    lowest = max(max(shape.y1, shape.y2) for shape in grid.shapes if isinstance(shape, Line))
    assert lists.shapes
    assert outside(figure, measure) == []
    assert max(shape.y for shape in lists.shapes) <= lowest + style.small
    own = {shape.text for shape in lists.shapes}
    assert [pair for pair in colliding(figure, measure) if set(pair) & own] == []
    higher = sorted((pair for pair in pairs if pair.apart < 0), key=lambda pair: pair.apart)
    written = [text for text in listed(figure) if text.startswith("GENE")]
    in_first = written[: next(n for n, pair in enumerate(higher) if pair.symbol not in written)]
    assert in_first == [pair.symbol for pair in higher[: len(in_first)]]
    assert f"and {len(higher) - len(in_first)} more" in own


def test_the_chosen_gene_is_bold_in_its_list(measure):
    pairs = [Pair("2", "HERE", 10.0, 0.0), Pair("3", "THERE", -1.0, 8.0)]
    (lists,) = marks_named(drawn(measure, pairs, 900, selected="gene:2"), "lists")
    assert [shape.text for shape in lists.shapes if shape.weight == 600] == [
        "Higher in B",
        "Higher in A",
        "HERE",
        "10.00",
        "0.00",
    ]
