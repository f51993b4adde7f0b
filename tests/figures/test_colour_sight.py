"""Colours as people with two cone colours see them: the palette stays apart, a red and green one does not."""

from itertools import combinations

import pytest

from atlasview.bundled import tokens
from atlasview.figures.colour_sight import CLASH, SIGHTS, as_seen, clashes, colour_distance, simulated
from atlasview.figures.domains import domain_figure
from atlasview.figures.marks import Circle, Figure, Line, Mark, Paint, Rect, Shape, Text
from atlasview.figures.style import FILE


def drawn(*shapes: Shape) -> Figure:
    marks = tuple(Mark(f"mark-{n}", (shape,), f"thing:{n}", (f"Thing {n}",)) for n, shape in enumerate(shapes, 1))
    return Figure(100, 100, "t", "d", marks)


def bar(colour: str) -> Rect:
    return Rect(0, 0, 10, 10, Paint(fill=colour))


@pytest.mark.parametrize("sight", ["", *SIGHTS])
def test_greys_look_the_same_to_everybody(sight):
    for grey in ("#000000", "#6C6C6C", "#FFFFFF"):
        channels = [int(simulated(grey, sight)[at : at + 2], 16) for at in (1, 3, 5)]
        assert max(channels) - min(channels) <= 2
        assert abs(channels[0] - int(grey[1:3], 16)) <= 2


def test_distances_are_those_of_cielab():
    # By the CIE's formulas, D65: red L* 53.24 a* 80.09 b* 67.20, green L* 87.73 a* -86.18 b* 83.18.
    assert colour_distance("#FF0000", "#00FF00") == pytest.approx(170.6, abs=0.2)
    assert colour_distance("#000000", "#FFFFFF") == pytest.approx(100, abs=0.01)
    assert colour_distance("#123456", "#123456", "tritanopia") == 0


@pytest.mark.parametrize(("sight", "least"), [("", 26), ("deuteranopia", 16), ("protanopia", 16), ("tritanopia", 16)])
@pytest.mark.parametrize("table", ["feature", "lineage"])
def test_the_palette_keeps_the_distances_that_it_promises(table, sight, least):
    # Brackets are told apart by their shape, the greens of exons never stand beside the other classes.
    left_out = {"disulfide", "exon-coding", "exon-coding-alternate", "exon-untranslated"}
    fills = {each["fill"] for key, each in tokens()[table].items() if key not in left_out} - {"none"}
    assert min(colour_distance(one, other, sight) for one, other in combinations(sorted(fills), 2)) >= least


def test_red_and_green_of_equal_lightness_clash_and_the_sight_is_named():
    (clash,) = clashes(drawn(bar("#C8472B"), bar("#8F7E1E")))
    assert clash.sight in ("deuteranopia", "protanopia")
    assert clash.distance < CLASH
    assert clash.things == ("Thing 1", "Thing 2")
    assert clash.colours == ("#C8472B", "#8F7E1E")


def test_blue_and_orange_pass():
    assert clashes(drawn(bar("#0072B2"), bar("#E69F00"))) == ()


def test_colours_of_different_shapes_are_not_compared():
    red, green = Paint(fill="#C8472B"), Paint(fill="#8F7E1E")
    assert clashes(drawn(Rect(0, 0, 9, 9, red), Circle(5, 5, 4, green))) == ()
    assert clashes(drawn(Circle(5, 5, 4, red), Circle(15, 5, 4, green))) != ()
    assert clashes(drawn(Rect(0, 0, 9, 9, red), Line(0, 0, 9, 9, Paint(stroke="#8F7E1E")))) == ()


def test_decoration_and_inks_do_not_count():
    figure = Figure(9, 9, "t", "d", (Mark("grid", (bar("#C8472B"),)), Mark("ground", (bar("#8F7E1E"),))))
    assert clashes(figure) == ()
    assert clashes(drawn(bar("#1A1D23"), bar("#14171C"), bar("#FFFFFF"), bar("#FDFDFD"))) == ()


@pytest.mark.parametrize("symbol", ["IL7R", "HSPG2", "CFTR", "IL21"])
def test_the_domain_diagrams_pass(protein, measure, symbol):
    assert clashes(domain_figure(protein(symbol), 519, FILE, measure)) == ()


def test_a_figure_as_seen_keeps_all_but_its_colours():
    figure = drawn(bar("#D55E00"), Text(1, 1, "IL7R", 7, "#009E73"))
    seen = as_seen(figure, "deuteranopia")
    first, second = (mark.shapes[0] for mark in seen.marks)
    assert first == Rect(0, 0, 10, 10, Paint(fill=simulated("#D55E00", "deuteranopia")))
    assert isinstance(second, Text) and second.colour == simulated("#009E73", "deuteranopia") != "#009E73"
    assert (seen.width, seen.title, [mark.hint for mark in seen.marks]) == (100, "t", [("Thing 1",), ("Thing 2",)])
    assert as_seen(figure, "") == figure
