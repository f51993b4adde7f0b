"""The expression chart: nothing leaves the sheet; zero, missing and uncertain look different; the unit is said."""

from dataclasses import replace

import pytest

from atlasview.figures.expression import expression_figure
from atlasview.figures.expression_columns import column_count, in_columns, pieces_of
from atlasview.figures.expression_rows import datasets_of, groups_of, names_of, specificity, value_text
from atlasview.figures.marks import Rect
from atlasview.figures.palette import bar_ink
from atlasview.figures.style import FILE
from atlasview.records.expression import Expression
from tests.figures.looking import SCREEN, colliding, outside, texts

LONG = "non-germinal center cells of the mesenteric lymph node, from donors of more than sixty years"


def measured(sample, value, **other):
    said = {
        "kind": "tissue",
        "unit": "nTPM",
        "dataset": "Made",
        "part": "",
        "level": "",
        "reliability": "",
        "source": "made",
    } | other
    return Expression(gene="HGNC:1", sample=sample, sample_id="", value=value, **said)


def level(sample, word, reliability="approved"):
    return measured(sample, None, kind="protein level", unit="", level=word, reliability=reliability, part="T cells")


def place(sample, reliability):
    return measured(sample, None, kind="place", unit="", reliability=reliability)


TISSUES = (
    measured("lymph node", 133.1), measured("liver", 0.0), measured("retina", None), measured("lung", 0.04),
    measured("spleen", 12345.6), measured(LONG, 7.0),
)  # fmt: skip
LEVELS = (level("liver", "not detected"), level("lung", "high", "uncertain"), level("skin", "low"), level("skin", "n"))
PLACES = (place("Cytosol", "enhanced"), place("Vesicles", "uncertain"), place("Rods & Rings", ""))


def row(figure, sample):
    (found,) = [mark for mark in figure.marks if mark.target.startswith(f"sample:{sample}|")]
    return found


def bars(figure, sample):
    return [one for one in row(figure, sample).shapes if isinstance(one, Rect) and (one.paint.fill or one.paint.stroke)]


@pytest.mark.parametrize("rows", [TISSUES, LEVELS, PLACES], ids=["amounts", "levels", "places"])
@pytest.mark.parametrize("order", ["organ", "value"])
@pytest.mark.parametrize(("width", "style"), [(252, FILE), (519, FILE), (420, SCREEN), (650, SCREEN), (1300, SCREEN)])
def test_charts_fit_their_sheet(measure, rows, order, width, style):
    figure = expression_figure(rows, width, style, measure, "made values", "IL7R", order, "liver|")
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []


@pytest.mark.parametrize(("width", "style"), [(252, FILE), (519, FILE), (700, SCREEN), (1100, SCREEN), (1700, SCREEN)])
@pytest.mark.parametrize("symbol", ["IL7R", "IL21", "JAK1"])
@pytest.mark.parametrize("order", ["organ", "value"])
def test_the_61_tissues_of_real_genes_fit(gene, measure, symbol, order, width, style):
    for rows in datasets_of(gene(symbol).expression).values():
        figure = expression_figure(rows, width, style, measure, order=order)
        assert outside(figure, measure) == []
        assert colliding(figure, measure) == []
        assert len({mark.target for mark in figure.marks if mark.target}) == len(rows)


def test_il7r_is_highest_in_the_lymph_node_and_says_unit_data_set_and_tau(gene, measure):
    rows = next(iter(datasets_of(gene("IL7R").expression).values()))
    figure = expression_figure(rows, 700, SCREEN, measure, order="value")
    words = "NX · HPA consensus tissues · tau 0.93 over 61 samples, 0 even, 1 in one alone"
    assert words in texts(figure)
    assert row(figure, "lymph node").hint == (
        "lymph node · UBERON:0000029", "133.1 NX · 1 of 61 from the highest", "Lymphoid organs · HPA consensus tissues",
    )  # fmt: skip
    assert "highest: lymph node 133.1, thymus 130.9" in figure.description
    assert {"Lymphoid organs", "Blood", "Eye"} <= set(texts(expression_figure(rows, 700, SCREEN, measure)))


def test_zero_missing_and_a_little_look_different(measure):
    figure = expression_figure(TISSUES, 650, SCREEN, measure)
    blue = bar_ink().strong
    (zero,) = bars(figure, "liver")
    assert (zero.paint.fill, zero.width) == (SCREEN.axis, 2 * SCREEN.unit)
    (missing,) = bars(figure, "retina")
    assert missing.paint.hatch
    (little,) = bars(figure, "lung")
    assert little.paint.fill == blue
    assert {"0", "N/A", "0.04", "12,346", "133.1"} <= set(texts(figure))
    assert "N/A, not measured" in texts(figure)
    assert row(figure, "retina").hint[1] == "not measured"


def test_uncertain_levels_are_pale_and_steps_have_words(measure):
    figure = expression_figure(LEVELS, 650, SCREEN, measure)
    (pale,) = bars(figure, "lung")
    assert pale.paint.stroke == bar_ink().strong
    assert pale.paint.opacity < 1
    assert {"low", "medium", "high", "reliability uncertain"} <= set(texts(figure))
    assert row(figure, "lung").hint[1] == "high · reliability uncertain"


def test_places_are_sorted_by_reliability(measure):
    (group,), _ = groups_of(PLACES, "organ")
    assert [(one.label, value_text(one)) for one in group.rows] == [
        ("Cytosol", "enhanced"), ("Vesicles", "uncertain"), ("Rods & Rings", "N/A"),
    ]  # fmt: skip


def test_data_sets_and_units_are_kept_apart_whole_ones_first():
    part = measured("lung", 9.0, level="elevated", dataset="Part")
    other = measured("lung", 3.0, unit="NX")
    newer = measured("lung", 2.0, source="newer")
    found = names_of(datasets_of((*PLACES, part, other, *TISSUES, newer)))
    assert list(found.values()) == [
        "Made (nTPM, made)", "Made (NX)", "Made (nTPM, newer)", "Part", "Made (unit not stated)",
    ]  # fmt: skip
    assert [key.kind for key in found] == ["tissue", "tissue", "tissue", "tissue", "place"]
    assert specificity([part, replace(part, sample="skin")]) == (None, "no tau: only elevated samples are given")
    assert specificity([measured("a", 0.0), measured("b", 0.0)])[1] == "no tau: zero in every sample"
    assert specificity(LEVELS) == (None, "")


def test_columns_are_of_about_the_same_height_and_keep_heads_with_rows(gene, measure):
    rows = next(iter(datasets_of(gene("IL7R").expression).values()))
    groups, left_out = groups_of(rows, "organ")
    assert left_out == 0
    pieces = pieces_of(groups, 160, SCREEN, measure)
    assert column_count(61, 1700, SCREEN) == 3
    columns = in_columns(pieces, 3, SCREEN)
    assert [piece for column in columns for piece in column] == pieces
    heights = [sum(piece.height(SCREEN) for piece in column) for column in columns]
    assert len(columns) == 3
    assert max(heights) - min(heights) < 0.35 * max(heights)
    assert all(piece.rows for piece in pieces)


def test_the_highest_are_kept_and_the_rest_counted(measure):
    many = tuple(measured(f"sample {number}", float(number)) for number in range(1000))
    figure = expression_figure(many, 650, SCREEN, measure, order="value", most=100)
    assert len([mark for mark in figure.marks if mark.target]) == 100
    assert "900 more samples, none of them higher, are not drawn." in texts(figure)
    assert row(figure, "sample 999").hint[1] == "999.0 nTPM · 1 of 1000 from the highest"
