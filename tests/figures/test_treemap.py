"""Treemaps: areas in proportion, tiles near to squares, labels that are never cut, nothing without an amount."""

import random

import pytest

from atlasview.figures.marks import Rect, Text
from atlasview.figures.style import FILE
from atlasview.figures.treemap import Branch, Tile, treemap_figure
from atlasview.figures.treemap_layout import squarified
from atlasview.figures.treemap_tiles import MOST_PATHWAYS, cell_branches, more_pathways, pathway_branches, without_area
from atlasview.records.pathway import PathwayScores
from tests.figures.looking import SCREEN, colliding, marks_named, outside, text_box, texts
from tests.figures.scores import MIXED, computed


@pytest.mark.parametrize("seed", range(15))
def test_tiles_fill_the_box_in_proportion_and_never_overlap(seed):
    chance = random.Random(seed)
    amounts = sorted((chance.expovariate(1) + 0.01 for _ in range(chance.randint(1, 60))), reverse=True)
    tiles = squarified(amounts, (10.0, 20.0, 300.0, chance.choice([40.0, 200.0, 900.0])))
    whole = sum(width * height for _, _, width, height in tiles)
    for amount, (_, _, width, height) in zip(amounts, tiles, strict=True):
        assert width * height / whole == pytest.approx(amount / sum(amounts))
    for one, (left, top, width, height) in enumerate(tiles):
        for x, y, wide, high in tiles[one + 1 :]:
            across = min(left + width, x + wide) - max(left, x)
            down = min(top + height, y + high) - max(top, y)
            assert across < 1e-6 or down < 1e-6


def test_the_example_of_the_paper():
    """Bruls, Huizing and van Wijk 2000: 6, 6, 4, 3, 2, 2, 1 in a box of 6 x 4."""
    tiles = squarified([6, 6, 4, 3, 2, 2, 1], (0.0, 0.0, 6.0, 4.0))
    assert [(round(width, 2), round(height, 2)) for _, _, width, height in tiles] == [
        (3.0, 2.0),
        (3.0, 2.0),
        (1.71, 2.33),
        (1.29, 2.33),
        (1.2, 1.67),
        (1.2, 1.67),
        (0.6, 1.67),
    ]


def test_nothing_and_a_box_without_room():
    assert squarified([], (0, 0, 10, 10)) == []
    assert squarified([1.0], (0, 0, 0, 10)) == [(0, 0, 0.0, 0.0)]


@pytest.mark.parametrize("metric", ["csi", "rcsi", "prs", "fold"])
@pytest.mark.parametrize(("width", "style"), [(252, FILE), (519, FILE), (800, SCREEN)])
def test_labels_stay_in_their_tiles(measure, metric, width, style):
    many = tuple(computed(f"CL:{i}", f"cell type number {i} of the gut", "t-cell", 40 - i, 5.0) for i in range(30))
    rows = (*MIXED, *many)
    figure = treemap_figure(cell_branches(rows, metric), metric, width, style, measure, "some", "made", "IL21")
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []
    for mark in marks_named(figure, "tile-"):
        box = mark.shapes[0]
        for text in (shape for shape in mark.shapes if isinstance(shape, Text)):
            left, top, right, bottom = text_box(text, measure)
            assert box.x <= left and right <= box.x + box.width + 0.6
            assert box.y <= top and bottom <= box.y + box.height + 0.6


def test_only_what_is_above_zero_has_area_and_the_rest_is_counted(measure):
    branches = cell_branches(MIXED, "csi")
    figure = treemap_figure(branches, "CSI", 800, SCREEN, measure, without_area(branches, "cell type"))
    targets = {mark.target for mark in marks_named(figure, "tile-")}
    assert targets == {"cell:CL:0002038", "cell:CL:0000899", "cell:CL:0000815", "cell:CL:0000844"}
    assert "2 cell types at or below zero, without area." in texts(figure)


def test_groups_have_heads_that_lead_into_them(measure):
    figure = treemap_figure(cell_branches(MIXED, "csi"), "CSI", 800, SCREEN, measure)
    heads = {mark.target: mark.hint[0] for mark in marks_named(figure, "group-")}
    assert heads["lineage:t-cell"] == "T cell"
    inside = treemap_figure(cell_branches(MIXED, "csi", "t-cell"), "CSI", 800, SCREEN, measure)
    assert not marks_named(inside, "group-")
    assert len(marks_named(inside, "tile-")) == 3


def test_what_is_not_replicated_says_so(measure):
    figure = treemap_figure(cell_branches(MIXED, "csi", "b-cell"), "CSI", 800, SCREEN, measure)
    (tile,) = marks_named(figure, "tile-")
    assert "not replicated" in [shape.text for shape in tile.shapes if isinstance(shape, Text)]
    assert any(isinstance(shape, Rect) and shape.paint.dash for shape in tile.shapes)


def test_pathways_by_average_and_how_many_are_not_drawn(measure):
    pathways = [PathwayScores(f"Reactome:{i}", f"Pathway {i}", 50.0 - i, frozenset({"a", "b"})) for i in range(45)]
    (branch,) = pathway_branches(pathways)
    assert (len(branch.tiles), branch.tiles[0].amount) == (MOST_PATHWAYS, 50.0)
    assert more_pathways(pathways) == "5 more with a lower average, not drawn."
    assert more_pathways(pathways[:40]) == ""
    below = [PathwayScores(f"Reactome:n{i}", f"Below {i}", -1.0 * i, frozenset({"a", "b"})) for i in range(3)]
    assert more_pathways([*pathways, *below]) == (
        "5 more with a lower average, not drawn. 3 pathways at or below zero, without area."
    )
    (branch,) = pathway_branches([*pathways[:2], *below])
    assert [tile.amount for tile in branch.tiles] == [50.0, 49.0]
    assert more_pathways([*pathways[:2], below[0]]) == "1 pathway at or below zero, without area."


def test_nothing_above_zero_is_said(measure):
    figure = treemap_figure([Branch("", "", (Tile("a", "a", -1.0),))], "CSI", 400, SCREEN, measure)
    assert texts(figure) == ["Nothing is above zero."]
    assert figure.description == "Nothing is above zero."


def test_eight_hundred_cell_types_have_a_tile_each(measure):
    many = tuple(computed(f"CL:{i}", f"cell type {i}", "t-cell", 41 - i / 20, 5.0) for i in range(800))
    figure = treemap_figure(cell_branches(many, "csi"), "CSI", 800, SCREEN, measure)
    assert len(marks_named(figure, "tile-")) == 800
    assert outside(figure, measure) == []


def test_a_name_too_wide_for_its_tile_in_bold_is_smaller(measure):
    amounts = (9.0, 9.0, 9.0, 9.0)
    tiles = tuple(Tile(f"t{at}", "electrically responsive", amount) for at, amount in enumerate(amounts))
    bold = measure("electrically", SCREEN.small, 600) + 0.8 * SCREEN.small
    texts_in = {}
    for width in (2 * bold + 8, 2 * bold - 4, bold):
        figure = treemap_figure([Branch("", "", tiles)], "CSI", width, SCREEN, measure)
        drawn = [shape for mark in marks_named(figure, "tile-") for shape in mark.shapes if isinstance(shape, Text)]
        texts_in[width] = {(one.text, one.size == SCREEN.small, one.weight) for one in drawn}
        assert outside(figure, measure) == []
    wide, narrower, narrow = texts_in.values()
    assert ("electrically", True, 600) in wide
    assert ("electrically", False, 400) in narrower
    assert narrow == set()


def test_tiles_of_groups_without_room_for_their_name_begin_where_the_others_do(measure):
    small = Tile("cell:small", "small", 0.02)
    branches = [
        Branch("T cell", "lineage:t-cell", (Tile("cell:large", "large", 40.0),)),
        Branch("Natural killer and innate lymphoid cells", "lineage:nk", (small,)),
    ]
    figure = treemap_figure(branches, "CSI", 800, SCREEN, measure)
    tops = [mark.shapes[0].y for mark in figure.marks if mark.target.startswith("cell:")]
    assert len(tops) == 2
    assert abs(tops[0] - tops[1]) < 1
    assert "Natural killer and innate lymphoid cells" not in texts(figure)
    (strip,) = [mark for mark in figure.marks if mark.target == "lineage:nk"]
    assert strip.hint[0] == "Natural killer and innate lymphoid cells"
