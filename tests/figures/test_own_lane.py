"""The lane of own variants: a star at each residue, rows without overlap, other isoforms, parts, and counts apart."""

from itertools import combinations

import pytest

from atlasview.figures.isoforms import shown
from atlasview.figures.lollipops import lollipop_figure
from atlasview.figures.marks import bounds
from atlasview.figures.own_lane import OWN, own_places
from atlasview.records.own_variant import PLACED, OwnLine, OwnVariant
from atlasview.records.place import Residues
from tests.figures.looking import SCREEN, colliding, outside


def own(position, isoform="P16871-1", name="x"):
    return OwnVariant(OwnLine(name, "", f"p.{name}", "hgvs"), PLACED, "", isoform, position)


UNPLACED = OwnVariant(OwnLine("hello", "", "", "hgvs"), "no-hgvs", "")


@pytest.fixture
def drawn(measure):
    def draw(page, variants):
        return lollipop_figure(page.proteins[0], page.variants, 600.0, SCREEN, measure, own=variants)

    return draw


def stars(figure):
    return {mark.target: mark for mark in figure.marks if mark.target.startswith(OWN)}


def box_of(shape):
    box = bounds(shape)
    assert box is not None
    return box


def words(figure, name):
    return " ".join(shape.text for mark in figure.marks if mark.name == name for shape in mark.shapes)


def test_without_own_variants_the_figure_is_as_it_was(gene, drawn, measure):
    page = gene("IL7R")
    plain = lollipop_figure(page.proteins[0], page.variants, 600.0, SCREEN, measure)
    assert drawn(page, ()) == plain
    assert "of your own" not in plain.description


def test_stars_stand_at_their_residue_and_change_no_count(gene, drawn):
    page = gene("IL7R")
    plain, figure = drawn(page, ()), drawn(page, [own(185), own(185, name="y"), own(244), UNPLACED])
    assert list(stars(figure)) == ["own:185", "own:244"]
    assert words(figure, "count") == words(plain, "count")
    assert words(figure, "own") == "Stars: 3 variants of your own, not counted above; 1 more has no place here."
    public = [mark for mark in plain.marks if mark.name.startswith(("pin-", "axis-above", "axis-below", "name-"))]
    assert [
        mark for mark in figure.marks if mark.name.startswith(("pin-", "axis-above", "axis-below", "name-"))
    ] == public
    assert stars(figure)["own:185"].hint == ("Serine 185", "x, y", "Your own")
    pin = next(mark for mark in figure.marks if mark.target == "variants:185:below")
    box, below = box_of(pin.shapes[0]), box_of(stars(figure)["own:185"].shapes[0])
    assert abs((box[0] + box[2]) / 2 - (below[0] + below[2]) / 2) < 0.5
    assert below[1] > box[3]


def test_neighbours_do_not_cover_each_other(gene, drawn, measure):
    figure = drawn(gene("IL7R"), [own(position) for position in (184, 185, 186, 187)])
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []
    marks = stars(figure).values()
    for one, other in combinations([box_of(mark.shapes[0]) for mark in marks], 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_they_follow_the_isoform_and_the_part_that_are_drawn(gene):
    page = gene("IL7R")
    detail = page.proteins[0]
    variants = [own(45), own(244), own(240, "P16871-4")]
    assert list(own_places(variants, detail, shown(detail)).at) == [45, 244]
    assert own_places(variants, detail, shown(detail, "P16871-4")).at.keys() >= {45, 240}
    part = own_places(variants, detail, shown(detail), Residues(40, 100))
    assert (list(part.at), part.elsewhere) == ([45], 2)
