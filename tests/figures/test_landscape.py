"""The cell significance chart: what each kind of row looks like, and that nothing claims more than is known."""

from dataclasses import replace

import pytest

from atlasview.figures.coverage_words import coverage_words
from atlasview.figures.landscape import landscape_figure
from atlasview.figures.landscape_legend import landscape_legend
from atlasview.figures.landscape_rows import groups_of, sets_of_cells
from atlasview.figures.landscape_words import about_scores, counts_of
from atlasview.figures.marks import Line, Rect, Text
from atlasview.figures.palette import lineage_ink
from atlasview.figures.style import FILE
from atlasview.records.significance import METRICS, Coverage
from tests.figures.looking import SCREEN, colliding, marks_named, outside, texts
from tests.figures.scores import MIXED, cell, computed

LONG = "CD8-positive, alpha-beta memory T cell, CD45RO-positive, of the lamina propria of the small intestine"


def clean(figure, measure):
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []


def row(figure, identifier):
    (found,) = [mark for mark in figure.marks if mark.target == f"cell:{identifier}"]
    return found


def painted(mark, **wanted):
    """Rectangles of a row whose paint has these values."""
    rects = [shape for shape in mark.shapes if isinstance(shape, Rect)]
    return [shape for shape in rects if all(getattr(shape.paint, key) == value for key, value in wanted.items())]


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("group", ["lineage", "value"])
@pytest.mark.parametrize(("width", "style"), [(252, FILE), (519, FILE), (420, SCREEN), (650, SCREEN), (1300, SCREEN)])
def test_charts_fit_their_sheet(measure, metric, group, width, style):
    rows = (*MIXED, computed("CL:9999999", LONG, "myeloid", 3.3, 2.0))
    figure = landscape_figure(
        rows, metric, width, style, measure, source="made values", title="IL21", group=group, selected="CL:0002038"
    )
    clean(figure, measure)


def test_il21_shows_what_genular_published(gene, measure):
    rows = gene("IL21").significance
    for metric, value in (("csi", "11.30"), ("rcsi", "8.46 %"), ("prs", "100")):
        figure = landscape_figure(rows, metric, 650, SCREEN, measure)
        clean(figure, measure)
        assert value in texts(figure)
        assert "T follicular helper cell" in texts(figure)
    hint = row(figure, "CL:0002038").hint
    assert hint[0] == "T follicular helper cell · CL:0002038"
    assert hint[1].startswith("CSI 11.30 · rCSI 8.46 % · PRS 100 (percentile rank of the gene within the cell type")


def test_a_metric_that_nobody_gives_says_so(gene, measure):
    figure = landscape_figure(gene("IL21").significance, "delta", 650, SCREEN, measure)
    assert texts(figure) == ["The source gives no Delta for any cell type; it gives CSI, rCSI and PRS."]


def test_no_rows_say_so(measure):
    assert texts(landscape_figure((), "csi", 650, SCREEN, measure)) == [
        "This atlas holds no cell significance of this gene."
    ]


def test_above_is_full_and_below_is_pale_with_an_outline(measure):
    figure = landscape_figure(MIXED, "csi", 650, SCREEN, measure)
    blue = lineage_ink("t-cell").strong
    (above,) = painted(row(figure, "CL:0002038"), fill=blue, opacity=1.0)
    (below,) = painted(row(figure, "CL:0000815"), fill=blue, opacity=0.4, stroke=blue)
    assert above.width > below.width


def test_lengths_are_to_scale_and_negative_ones_go_left(measure):
    figure = landscape_figure(MIXED, "csi", 650, SCREEN, measure)
    blue = lineage_ink("t-cell").strong
    (long,) = painted(row(figure, "CL:0002038"), fill=blue)
    (short,) = painted(row(figure, "CL:0000899"), fill=blue)
    assert long.width / short.width == pytest.approx(11.3 / 5.2, rel=0.02)
    (negative,) = painted(row(figure, "CL:0000895"), fill=blue)
    assert negative.x + negative.width <= long.x + 1


def test_zero_is_a_line_and_missing_is_hatched(measure):
    figure = landscape_figure(MIXED, "csi", 650, SCREEN, measure)
    (zero,) = painted(row(figure, "CL:0000786"), fill=lineage_ink("b-cell").strong)
    assert zero.width == pytest.approx(2.0)
    assert painted(row(figure, "CL:0000775"), hatch=True)
    assert "N/A" in texts(figure)
    assert "0.0" in texts(figure)


def test_what_is_not_replicated_is_dashed_and_says_so(measure):
    figure = landscape_figure(MIXED, "csi", 650, SCREEN, measure)
    mark = row(figure, "CL:0000844")
    assert [shape for shape in mark.shapes if isinstance(shape, Rect) and shape.paint.dash]
    assert "not replicated" in [shape.text for shape in mark.shapes if isinstance(shape, Text)]
    few = row(figure, "CL:0000815")
    assert "few donors" in [shape.text for shape in few.shapes if isinstance(shape, Text)]
    assert [shape for shape in few.shapes if isinstance(shape, Line) and shape.paint.dash]


def test_what_is_true_of_all_rows_is_said_once(gene, measure):
    rows = gene("IL7R").significance
    said = "pseudoreplicated: one donor"
    on_screen = landscape_figure(rows, "csi", 650, SCREEN, measure)
    assert said not in texts(on_screen)
    assert said in row(on_screen, rows[0].cell_type.id).hint[-1]
    drawn = [one for part in groups_of(rows, "csi", "lineage")[0] for one in part.rows]
    assert said in texts(landscape_legend(drawn, False, 900, SCREEN, measure))
    assert texts(landscape_figure(rows, "csi", 519, FILE, measure)).count(said) == 1
    bare = replace(FILE, without=frozenset({"legend"}))
    assert texts(landscape_figure(rows, "csi", 519, bare, measure)).count(said) == len(rows)


def test_the_threshold_is_each_rows_own(measure):
    figure = landscape_figure(MIXED, "csi", 650, SCREEN, measure)
    ticks = [painted(row(figure, one), fill=SCREEN.ink) for one in ("CL:0002038", "CL:0000899", "CL:0000815")]
    assert len({tick[0].x for tick in ticks}) == 3
    assert not marks_named(figure, "threshold-line")


def test_only_fold_change_has_a_common_line(measure):
    figure = landscape_figure(MIXED, "fold", 650, SCREEN, measure)
    assert marks_named(figure, "threshold-line")
    assert "1 = threshold" in texts(figure)
    assert not painted(row(figure, "CL:0002038"), fill=SCREEN.ink)


def test_groups_stand_in_the_order_of_lineages_and_sorted_rows_by_value(measure):
    grouped = landscape_figure(MIXED, "csi", 650, SCREEN, measure)
    heads = [mark.name for mark in marks_named(grouped, "head-")]
    assert heads == ["head-t-cell", "head-b-cell", "head-myeloid"]
    flat = landscape_figure(MIXED, "csi", 650, SCREEN, measure, group="value")
    values = [one.value for part in groups_of(MIXED, "csi", "value")[0] for one in part.rows]
    assert values == [11.3, 5.2, 2.1, 1.1, 0.0, -1.2, None]
    assert not marks_named(flat, "head-")


def test_the_selected_row_is_marked_and_bold(measure):
    figure = landscape_figure(MIXED, "csi", 650, SCREEN, measure, selected="CL:0000899")
    mark = row(figure, "CL:0000899")
    assert painted(mark, fill=SCREEN.selection)
    assert {shape.weight for shape in mark.shapes if isinstance(shape, Text)} == {600}
    plain = landscape_figure(MIXED, "csi", 650, SCREEN, measure)
    assert figure.height == plain.height


def test_a_long_name_is_wrapped_not_cut(measure):
    figure = landscape_figure((computed("CL:1", LONG, "t-cell", 3, 2),), "csi", 400, SCREEN, measure)
    lines = [shape.text for shape in row(figure, "CL:1").shapes if isinstance(shape, Text)]
    assert " ".join(lines[:-1]) == LONG
    assert len(lines) > 2


def test_what_is_left_out_is_counted(measure):
    many = tuple(computed(f"CL:{i}", f"cell type {i}", "t-cell", 30.0 - i, 5.0) for i in range(40))
    figure = landscape_figure(many, "csi", 650, SCREEN, measure, group="value", most=10)
    assert len([mark for mark in figure.marks if mark.target]) == 10
    assert "30 more cell types at or below CSI 21.0, not drawn." in texts(figure)


def test_eight_hundred_rows_are_drawn(measure):
    many = tuple(computed(f"CL:{i}", f"cell type {i}", "t-cell", 30.0 - i / 20, 5.0) for i in range(800))
    figure = landscape_figure(many, "csi", 650, SCREEN, measure)
    assert len([mark for mark in figure.marks if mark.target]) == 800
    assert outside(figure, measure) == []


def test_a_long_chart_has_the_numbers_of_its_axis_above_too(measure):
    many = tuple(computed(f"CL:{i}", f"cell type {i}", "t-cell", 30.0 - i / 2, 5.0) for i in range(80))
    for metric in ("csi", "fold"):
        figure = landscape_figure(many, metric, 650, SCREEN, measure)
        marks = {mark.name: mark.shapes for mark in marks_named(figure, "axis")}
        above, below = ([(one.x, one.text) for one in marks[name]] for name in ("axis-above", "axis"))
        (grid,) = marks_named(figure, "grid")
        assert above == below
        assert marks["axis-above"][0].y < grid.shapes[0].y1
        clean(figure, measure)
    assert not marks_named(landscape_figure(many[:30], "csi", 650, SCREEN, measure), "axis-above")


def test_the_axis_says_what_the_number_is(measure):
    assert "CSI = delta × −log10 p, with 95 % bootstrap interval over donors" in texts(
        landscape_figure(MIXED, "csi", 650, SCREEN, measure)
    )
    ranked = tuple(replace(one, scores=replace(one.scores, prs=50.0)) for one in MIXED)
    assert any("ranks delta" in text for text in texts(landscape_figure(ranked, "prs", 650, SCREEN, measure)))


def test_the_legend_holds_what_is_drawn_and_no_more(gene, measure):
    rows = [one for part in groups_of(MIXED, "csi", "lineage")[0] for one in part.rows]
    words = texts(landscape_legend(rows, False, 900, SCREEN, measure, counts_of(MIXED)))
    assert words[0] == "12 donors, 60 profiles, 7 cell types"
    assert {"above", "below", "fewer than 3 donors", "N/A, not measured"} <= set(words)
    deltas = [one for part in groups_of(MIXED, "delta", "lineage")[0] for one in part.rows]
    words = texts(landscape_legend(deltas, False, 900, SCREEN, measure))
    assert {"CSI above the threshold", "below"} <= set(words)
    published = [one for part in groups_of(gene("IL21").significance, "csi", "lineage")[0] for one in part.rows]
    assert texts(landscape_legend(published, False, 900, SCREEN, measure)) == []


def test_scores_of_one_donors_cells_stand_after_others(gene):
    cells = tuple(
        replace(one, scores=replace(one.scores, csi=90.0, dataset="Cells", replication="pseudoreplicated"))
        for one in MIXED
    )
    lung = computed("CL:0002038", "T follicular helper cell", "t-cell", 99.0, 2.0, context="lung")
    found = sets_of_cells((lung, *cells, *MIXED))
    assert list(found) == [("overall", "Own"), ("overall", "Cells"), ("lung", "Own")]
    assert found["overall", "Cells"] == cells
    assert list(sets_of_cells(gene("IL21").significance)) == [("overall", "Genular")]


def test_published_scores_are_called_published(gene):
    words = about_scores(gene("IL21").significance, "Genular")
    assert "as published by Genular" in words
    assert "What its PRS ranks is not published." in words
    assert "Fold change and Delta: not given by Genular." in words


def test_how_few_genes_a_data_set_holds_is_said_beside_its_scores_alone():
    alone = cell("CL:1", "T cell", csi=1.0, prs=50.0, profiles=40)
    own, other = Coverage(alone.scores.dataset, 19, 1_190), Coverage("Other", 3, 1_190)
    words = about_scores((alone,), "", (own, other))
    assert f"Few genes: 19 of the 1,190 genes of this atlas have scores from {own.dataset or 'the source'}." in words
    assert "Other" not in words
    assert coverage_words([Coverage("own cells", 600, 1_190)]) == (
        "600 of the 1,190 genes of this atlas have scores from own cells."
    )


def test_one_donor_is_said():
    alone = cell("CL:1", "T cell", csi=1.0, prs=50.0, profiles=40, replication="pseudoreplicated")
    words = about_scores((alone,), "")
    assert "One donor" in words
    assert "PRS ranks delta among all genes of the data set" in words
    assert "published" not in words


def test_hovering_tells_definition_counts_interval_and_replication_in_four_lines(measure):
    rows = (replace(MIXED[2], scores=replace(MIXED[2].scores, cells=380, percent_expressing=41.6)), *MIXED[3:])
    figure = landscape_figure(rows, "csi", 700, SCREEN, measure)
    hint = row(figure, "CL:0000815").hint
    assert hint[0] == "regulatory T cell · CL:0000815"
    assert hint[1].startswith("CSI 2.10 (delta × −log10 p) · ")
    assert hint[2] == (
        "threshold 3.40 · 95 % interval 1.1 to 3.1 · n 12, m 186 · 4 donors · 380 cells · 42 % of the cells express it"
    )
    assert hint[3:] == ("Overall · Own · few donors",)
    for share, said in ((0.0, "0 %"), (0.2, "under 1 %"), (1.0, "1 %")):
        one = replace(MIXED[2], scores=replace(MIXED[2].scores, percent_expressing=share))
        hint = row(landscape_figure((one,), "csi", 700, SCREEN, measure), "CL:0000815").hint
        assert hint[2].endswith(f" · {said} of the cells express it")
