"""Heat map and dot plot: what a square claims, the scale that is written on it, order, room."""

from dataclasses import replace

import pytest

from atlasview.figures.colour_scale import VIRIDIS, scale_for
from atlasview.figures.colour_sight import clashes
from atlasview.figures.heatmap import heatmap_figure
from atlasview.figures.heatmap_grid import MOST_CLUSTERED, grid_of, in_context
from atlasview.figures.marks import Circle, Rect, Text
from atlasview.figures.palette import contrast
from atlasview.figures.style import FILE
from atlasview.records.scored_genes import ScoredGene
from tests.figures.looking import SCREEN, colliding, marks_named, outside, texts
from tests.figures.scores import cell

CELLS = (
    ("CL:1", "T follicular helper cell", "t-cell"),
    ("CL:2", "plasma cell", "b-cell"),
    ("CL:3", "regulatory T cell", "t-cell"),
    ("CL:4", "neutrophil of the lamina propria of the small intestine, activated", "myeloid"),
)


def gene(symbol, values, shares=(None,) * 9, metric="csi"):
    known = [
        cell(*one, **{metric: value, "percent_expressing": share})
        for one, value, share in zip(CELLS, values, shares, strict=False)
        if value != "absent"
    ]
    return ScoredGene(f"HGNC:{symbol}", symbol, symbol, tuple(known))


GENES = (
    gene("IL21", [11.3, -1.0, 2.0, 0.0], [80.0, 0.0, 25.0, None]),
    gene("CXCL13", [22.4, "absent", None, 0.5], [100.0, None, None, 3.0]),
    gene("MS4A1", [-3.0, 18.0, -2.0, 1.0], [1.0, 90.0, 2.0, 5.0]),
)


def square(figure, gene, cell):
    (found,) = [mark for mark in figure.marks if mark.target == f"square:HGNC:{gene}|{cell}"]
    return found


@pytest.mark.parametrize("dots", [False, True])
@pytest.mark.parametrize("order", ["lineage", "clustered"])
@pytest.mark.parametrize(("width", "style"), [(252, FILE), (519, FILE), (650, SCREEN), (1300, SCREEN)])
def test_charts_fit_their_sheet(measure, dots, order, width, style):
    figure = heatmap_figure(grid_of(GENES, "csi", order), width, style, measure, dots, source="made", title="CSI")
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []


@pytest.mark.parametrize("count", [1, 8, 30, 60])
def test_symbols_of_many_genes_stand_on_levels_and_never_touch(measure, count):
    many = tuple(gene(f"GENE{number}A", [number, 1.0, 2.0, 3.0]) for number in range(count))
    figure = heatmap_figure(grid_of(many, "csi", "lineage"), 519, FILE, measure)
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []
    assert {one.symbol for one in many} <= set(texts(figure))


def test_symbols_without_room_are_named_as_left_out(measure):
    many = tuple(gene(f"GENE{number}", [1.0]) for number in range(200))
    figure = heatmap_figure(grid_of(many, "csi", "lineage"), 400, FILE, measure)
    assert len(figure.left_out) == 200


def test_missing_is_hatched_and_zero_has_the_colour_of_zero(measure):
    grid = grid_of(GENES, "csi", "lineage")
    scale = scale_for(grid.values, "csi")
    figure = heatmap_figure(grid, 900, SCREEN, measure)
    for pair in (("CXCL13", "CL:2"), ("CXCL13", "CL:3")):
        assert square(figure, *pair).shapes[0].paint.hatch
    zero = square(figure, "IL21", "CL:4")
    assert zero.shapes[0].paint.fill == scale.colour(0.0)
    assert [shape.text for shape in zero.shapes if isinstance(shape, Text)] == ["0.00"]
    assert square(figure, "CXCL13", "CL:2").hint[-1] == "not measured"
    assert "N/A, not measured" in texts(figure)


def test_numbers_in_squares_can_be_read(measure):
    figure = heatmap_figure(grid_of(GENES, "csi", "lineage"), 900, SCREEN, measure)
    for mark in marks_named(figure, "square-"):
        fill = mark.shapes[0].paint.fill
        for text in (shape for shape in mark.shapes if isinstance(shape, Text)):
            assert contrast(text.colour, fill) >= 4.5


def test_delta_runs_from_blue_through_white_to_vermilion(measure):
    scale = scale_for([0.2, 0.7], "delta")
    assert (scale.low, scale.high) == (-1.0, 1.0)
    assert [scale.colour(value) for value in (-1, 0, 1)] == ["#0072B2", "#F7F7F7", "#D55E00"]
    figure = heatmap_figure(grid_of((gene("A", [0.2, 0.7], metric="delta"),), "delta", "lineage"), 500, SCREEN, measure)
    assert {"−1", "0", "1", "Delta = Cliff's delta, −1 to 1"} <= set(texts(figure))


def test_viridis_grows_lighter_with_the_value():
    scale = scale_for([0.0, 10.0], "csi")
    lightness = [contrast(scale.colour(value / 2), "#000000") for value in range(21)]
    assert lightness == sorted(lightness)
    assert (scale.colour(-5), scale.colour(0), scale.colour(10)) == (VIRIDIS[0], VIRIDIS[0], VIRIDIS[-1])


def test_a_kept_scale_says_what_lies_beyond_it(measure):
    figure = heatmap_figure(grid_of(GENES, "csi", "lineage"), 600, SCREEN, measure, limits=(0.0, 10.0))
    assert {"≤ 0", "≥ 10"} <= set(texts(figure))
    assert square(figure, "CXCL13", "CL:1").shapes[0].paint.fill == VIRIDIS[-1]


def test_the_area_of_a_dot_is_the_share_of_cells(measure):
    figure = heatmap_figure(grid_of(GENES, "csi", "lineage"), 600, SCREEN, measure, dots=True)

    def radius(gene, cell):
        (dot,) = [shape for shape in square(figure, gene, cell).shapes if isinstance(shape, Circle)]
        return dot.radius

    assert (radius("CXCL13", "CL:1") / radius("IL21", "CL:3")) ** 2 == pytest.approx(4.0)
    assert 0 < radius("IL21", "CL:2") < 2
    unknown = square(figure, "IL21", "CL:4")
    assert not any(isinstance(shape, Circle) for shape in unknown.shapes)
    assert any(isinstance(shape, Rect) and shape.paint.fill for shape in unknown.shapes)
    assert {"100 %", "0 %", "of the cells express the gene", "share of cells not known"} <= set(texts(figure))


def test_rows_stand_by_lineage_or_by_similarity():
    assert [one.id for one in grid_of(GENES, "csi", "lineage").cells] == ["CL:1", "CL:3", "CL:2", "CL:4"]
    clustered = grid_of(GENES, "csi", "clustered")
    assert clustered.arrangement == "clustered"
    assert (
        abs([one.id for one in clustered.cells].index("CL:3") - [one.id for one in clustered.cells].index("CL:4")) == 1
    )
    assert sorted(one.value for one in clustered.squares if one.value is not None) == sorted(
        one.value for one in grid_of(GENES, "csi", "lineage").squares if one.value is not None
    )


def test_the_highest_rows_are_kept_and_the_rest_is_counted(measure):
    grid = grid_of(GENES, "csi", "lineage", most=2)
    assert [one.id for one in grid.cells] == ["CL:1", "CL:2"]
    words = texts(heatmap_figure(grid, 600, SCREEN, measure))
    assert "2 more cell types, none with a higher value, not drawn." in words


def test_more_rows_than_are_put_in_order_stay_by_lineage():
    rows = tuple(cell(f"CL:{number}", f"cell {number}", csi=float(number)) for number in range(MOST_CLUSTERED + 1))
    grid = grid_of((ScoredGene("HGNC:1", "A", "A", rows),), "csi", "clustered")
    assert grid.arrangement == "lineage"


def test_contexts_and_data_sets_are_kept_apart():
    mixed = replace(GENES[0], scores=(*GENES[0].scores, cell("CL:9", "B cell", context="lung", csi=4.0)))
    (chosen,) = in_context((mixed,), "lung", "Own")
    assert [one.cell_type.id for one in chosen.scores] == ["CL:9"]


def test_amounts_are_no_classes_that_clash(measure):
    assert clashes(heatmap_figure(grid_of(GENES, "csi", "lineage"), 600, SCREEN, measure)) == ()


def test_genes_without_any_value_say_so(measure):
    figure = heatmap_figure(grid_of((gene("A", []),), "csi", "lineage"), 600, SCREEN, measure)
    assert texts(figure) == ["These genes have no CSI in any cell type."]


def test_the_chart_is_spoken(measure):
    words = heatmap_figure(grid_of(GENES, "csi", "lineage"), 600, SCREEN, measure).description
    assert words.startswith("CSI of 3 genes in 4 cell types; 2 not measured; highest: CXCL13 in T follicular helper")


def test_csi_on_both_sides_of_zero_is_white_at_zero_and_equally_strong_on_both_sides(measure):
    scale = scale_for([-3.0, 22.4], "csi")
    assert scale.low < 0 < scale.high
    assert scale.colour(0.0) == "#F7F7F7"
    near = [contrast(scale.colour(value), "#F7F7F7") for value in (-2.0, -4.0)]
    assert 1.0 < near[0] < near[1] < contrast(scale.colour(20.0), "#F7F7F7")
    equal = scale_for([-20.0, 20.0], "csi")
    assert (equal.colour(-20.0), equal.colour(20.0)) == ("#0072B2", "#D55E00")
    figure = heatmap_figure(grid_of(GENES, "csi", "lineage"), 900, SCREEN, measure)
    assert square(figure, "IL21", "CL:4").shapes[0].paint.fill == "#F7F7F7"
    assert square(figure, "MS4A1", "CL:1").shapes[0].paint.fill != square(figure, "IL21", "CL:4").shapes[0].paint.fill


def test_prs_and_amounts_above_zero_are_viridis():
    assert scale_for([3.0, 90.0], "prs").colours == VIRIDIS
    assert scale_for([0.0, 9.0], "csi").colours == VIRIDIS
    assert scale_for([-1.0, 9.0], "csi", (0.0, 9.0)).colours == VIRIDIS


@pytest.mark.parametrize("dots", [False, True])
def test_the_order_by_similarity_has_trees_that_end_at_their_rows_and_columns(measure, dots):
    grid = grid_of(GENES, "csi", "clustered")
    figure = heatmap_figure(grid, 700, SCREEN, measure, dots)
    (rows,), (columns,) = marks_named(figure, "tree-rows"), marks_named(figure, "tree-columns")
    assert (len(rows.shapes), len(columns.shapes)) == (len(grid.cells) - 1, len(grid.genes) - 1)
    # A join of two leaves begins at the middles of their squares.
    first = grid.down[0]
    boxes = [
        square(figure, grid.genes[0].symbol, grid.cells[place].id).shapes[0] for place in (first.left, first.right)
    ]
    middles = {round(box.y + box.height / 2, 3) for box in boxes}
    if not dots:
        assert {round(rows.shapes[0].points[place][1], 3) for place in (0, 3)} == middles
    depths = [shape.points[1][0] for shape in rows.shapes]
    assert depths == sorted(depths) and depths[-1] <= 700
    assert any(text.startswith("Trees: average linkage") for text in texts(figure))


def test_there_are_no_trees_by_lineage(measure):
    figure = heatmap_figure(grid_of(GENES, "csi", "lineage"), 700, SCREEN, measure)
    assert marks_named(figure, "tree-") == []
    assert not any("linkage" in text for text in texts(figure))
