"""What is said of a drawing before it is printed."""

from dataclasses import replace

import pytest

from atlasview.export.figure import draw_figure
from atlasview.export.figure_remarks import remarks, warnings
from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import PRESETS
from atlasview.figures.marks import Mark, Paint, Rect
from tests.export.profiles import gene, scored

NARROW = PRESETS["nature-single"]


def told(drawing):
    return {remark.key: remark for remark in remarks(drawing)}


@pytest.mark.parametrize(
    ("symbol", "view"), [("IL7R", "domains"), ("IL21", "domains"), ("IL21", "tracks"), ("IL21", "landscape")]
)
@pytest.mark.parametrize("name", PRESETS)
def test_what_the_atlas_draws_at_the_usual_sizes_has_nothing_against_it(genes, qapp, symbol, view, name):
    drawing = draw_figure(genes[symbol], FigureRequest(view, PRESETS[name]))
    assert warnings(drawing) == ()
    assert [remark.key for remark in remarks(drawing)] == ["text", "colours", "recipe"]


def test_text_under_five_points_is_a_warning_that_names_it(genes, qapp):
    said = told(draw_figure(genes["IL7R"], FigureRequest("domains", NARROW, text=5.0)))["text"]
    assert not said.passed
    assert said.what.endswith("texts are set at 4.3 pt, under the 5 pt that Nature asks for")
    assert said.detail.startswith(("Fibronectin type-III, TM, 1, 100 and ", "FN type-III, TM, 1, 100 and "))
    assert told(draw_figure(genes["IL7R"], FigureRequest("domains", NARROW, text=6.0)))["text"].passed


def test_slides_ask_for_larger_text(genes, qapp):
    said = told(draw_figure(genes["IL7R"], FigureRequest("domains", PRESETS["slide"], text=9.0)))["text"]
    assert "under the 10 pt that a slide asks for" in said.what


def test_names_without_room_are_counted_and_named(genes, qapp):
    tiny = FigureRequest("domains", PRESETS["free"], width=25.0)
    said = told(draw_figure(genes["HSPG2"], tiny))["labels"]
    assert not said.passed
    assert said.what == "47 names have no room at 25 mm"
    assert said.detail.startswith("LDL-receptor class A 1, ")
    assert said.detail.endswith(" and 43 more")


def test_names_that_find_no_place_in_their_track_are_counted_and_named(genes, qapp):
    asked = FigureRequest("tracks", NARROW)
    said = told(draw_figure(genes["IL7R"], asked))["labels"]
    assert said.what == "10 names have no room at 89 mm"
    assert said.detail == "Y449, N151, N182, N232 and 6 more"
    bare = draw_figure(genes["IL7R"], replace(asked, without=frozenset({"legend"})))
    assert told(bare)["labels"].detail == "Transmembrane, Signal peptide, Y449, N151 and 8 more"
    assert "labels" not in told(draw_figure(genes["IL21"], FigureRequest("tracks")))


@pytest.mark.parametrize("preset", ["nature-single", "nature-double"])
def test_letters_make_room_for_the_names_of_fifty_domains(genes, qapp, preset):
    assert "labels" not in told(draw_figure(genes["HSPG2"], FigureRequest("domains", PRESETS[preset])))


def test_without_a_legend_the_names_in_it_are_missed(genes, qapp):
    drawing = draw_figure(genes["IL7R"], FigureRequest("domains", NARROW, without=frozenset({"legend"})))
    assert told(drawing)["labels"].detail == "Signal peptide, WSXWS, Box 1, Transmembrane"


def test_higher_than_the_journal_allows(qapp):
    page = gene(scores=tuple(scored(str(number), csi=float(number)) for number in range(1, 61)))
    drawing = draw_figure(page, FigureRequest("landscape", NARROW))
    assert warnings(drawing) == (f"{drawing.height_mm:.0f} mm high, and Nature allows 170 mm",)
    assert warnings(draw_figure(page, FigureRequest("landscape", PRESETS["cell-single"]))) == ()


def test_colours_that_clash_are_named_with_whom_they_trouble(genes, qapp):
    drawing = draw_figure(genes["IL7R"], FigureRequest("domains", NARROW))
    red, green = (
        Mark(name, (Rect(0, 0, 9, 9, Paint(fill=fill)),), f"feature:{name}", (name.capitalize(),))
        for name, fill in (("red", "#C8472B"), ("green", "#8F7E1E"))
    )
    figure = replace(drawing.figure, marks=(*drawing.figure.marks, red, green))
    said = told(replace(drawing, figure=figure))["colours"]
    assert not said.passed
    assert "Red and Green (" in said.detail and "opia)" in said.detail


def test_notes_come_with_the_warnings_and_what_passed_comes_last(qapp):
    page = gene(scores=tuple(scored(str(number), csi=float(number)) for number in range(1, 61)))
    drawing = draw_figure(page, FigureRequest("landscape", NARROW, height=60.0, text=5.0))
    assert [remark.passed for remark in remarks(drawing)] == [False, False, True, True]
    assert any("highest of 60 rows" in warning for warning in warnings(drawing))
