"""What a figure of a page shows where there is a choice."""

from xml.etree import ElementTree as ET

import pytest

from atlasview.export.figure import draw_figure, scored_rows
from atlasview.export.figure_formats import figure_bytes
from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import PRESETS
from atlasview.export.score_words import scores_line
from atlasview.figures.marks import Text
from atlasview.figures.style import PARTS
from atlasview.records.place import Residues
from atlasview.records.source import Source
from atlasview.records.trouble import NotFound, NothingToExport
from tests.export.profiles import LABEL, gene, scored
from tests.export.proteins import SEQUENCE, detail, feature, isoform

MIXED = gene(
    scores=(
        scored("3", "UBERON:1", csi=9.0),
        scored("1", csi=5.0),
        scored("2", csi=4.0),
        scored("1", dataset="Two", prs=99.0),
    )
)


def cells(rows) -> list[tuple[str, str, str]]:
    return [(row.scores.cell_type, row.context.id, row.scores.dataset) for row in rows]


def test_data_sets_and_contexts_are_not_mixed_and_overall_comes_first():
    rows, notes = scored_rows(MIXED, FigureRequest("landscape"))
    assert cells(rows) == [("CL:1", "overall", "One"), ("CL:2", "overall", "One")]
    assert notes == ["shown is Overall of One; there is also Overall of Two; Lung of One"]


@pytest.mark.parametrize("view", ["landscape", "treemap"])
def test_the_foot_of_a_chart_names_its_data_set(view, qapp):
    figure = draw_figure(MIXED, FigureRequest(view, PRESETS["nature-double"])).figure
    said = [shape.text for mark in figure.marks for shape in mark.shapes if isinstance(shape, Text)]
    assert "One · Scores 2 · Test atlas 1" in said


def test_a_data_set_that_its_source_names_is_not_said_twice():
    sources = {"scores": Source("scores", "Genular, gene page of IL21")}
    assert scores_line("Genular", ["scores", "scores"], sources, LABEL) == "Genular, gene page of IL21 · Test atlas 1"


@pytest.mark.parametrize("asked", ["UBERON:1", "uberon:1", "Lung", "lung"])
def test_a_context_is_chosen_by_identifier_or_label(asked):
    rows, _notes = scored_rows(MIXED, FigureRequest("landscape", context=asked))
    assert cells(rows) == [("CL:3", "UBERON:1", "One")]


def test_a_data_set_is_chosen_by_name():
    rows, _notes = scored_rows(MIXED, FigureRequest("landscape", metric="prs", dataset="two"))
    assert cells(rows) == [("CL:1", "overall", "Two")]


def test_a_context_that_is_not_there_names_those_that_are():
    with pytest.raises(NotFound) as refusal:
        scored_rows(MIXED, FigureRequest("landscape", context="liver"))
    assert refusal.value.remedy == "choose one of: overall of One; overall of Two; UBERON:1 of One"


def test_a_metric_without_any_value_is_refused():
    with pytest.raises(NothingToExport, match="no value of Fold change"):
        scored_rows(MIXED, FigureRequest("landscape", metric="fold"))


def sizes(figure) -> list[float]:
    return sorted(shape.size for shape in figure.shapes() if isinstance(shape, Text))


def test_a_missing_value_is_drawn_as_missing_and_not_as_zero(qapp):
    page = gene(scores=(scored("1", csi=5.0), scored("2")))
    text = figure_bytes(draw_figure(page, FigureRequest("landscape")), "svg").decode()
    assert "N/A" in text
    assert "<path " in text  # hatching


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_every_preset_has_its_width_and_readable_text(qapp, preset):
    root = ET.fromstring(figure_bytes(draw_figure(gene(detail()), FigureRequest("domains", preset)), "svg"))
    assert float(root.get("width", "").removesuffix("mm")) == pytest.approx(preset.width, abs=0.1)
    written = [float(text.get("font-size", "")) for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert min(written) >= preset.least


@pytest.mark.parametrize("name", [name for name, preset in PRESETS.items() if not preset.is_page])
def test_text_for_a_journal_is_five_to_seven_points_and_a_letter_eight(genes, qapp, name):
    for view, symbol in (("domains", "HSPG2"), ("landscape", "IL21")):
        drawing = draw_figure(genes[symbol], FigureRequest(view, PRESETS[name], letter="a"))
        letter = next(mark for mark in drawing.figure.marks if mark.name == "panel-letter").shapes[0]
        others = sizes(drawing.figure)
        others.remove(letter.size)
        assert (letter.size, letter.weight) == (8, 700)
        assert others[0] >= 5 and others[-1] <= 7


def test_a_width_of_ones_own_overrides_the_preset(qapp):
    drawing = draw_figure(gene(detail()), FigureRequest("domains", width=60.0))
    assert drawing.width_mm == pytest.approx(60)
    assert drawing.recipe["asked"]["width"] == 60
    assert drawing.recipe["size"]["width_mm"] == 60


def test_text_of_ones_own_sets_all_of_it_in_proportion(genes, qapp):
    usual, small = (draw_figure(genes["IL7R"], FigureRequest("domains", text=size)).figure for size in (None, 5.0))
    assert sizes(small)[0] == pytest.approx(sizes(usual)[0] * 5 / 7)
    assert small.height < usual.height


@pytest.mark.parametrize(("view", "symbol"), [("domains", "IL7R"), ("landscape", "IL21")])
def test_parts_can_be_left_out_and_leave_no_hole(genes, qapp, view, symbol):
    def parts(figure) -> set[str]:
        return {mark.name for mark in figure.marks} & set(PARTS)

    whole = draw_figure(genes[symbol], FigureRequest(view)).figure
    for part in PARTS:
        drawing = draw_figure(genes[symbol], FigureRequest(view, without=frozenset({part})))
        assert parts(drawing.figure) == parts(whole) - {part}
        assert (drawing.figure.height < whole.height) == (part in parts(whole))
        assert drawing.recipe["asked"]["without"] == [part]


def test_an_isoform_without_sequence_cannot_be_drawn(qapp):
    silent = detail(isoforms=(isoform(1, "1", SEQUENCE), isoform(2, "2", None)))
    with pytest.raises(NothingToExport, match="P00001-2"):
        draw_figure(gene(silent), FigureRequest("domains", isoform="2"))


def test_other_proteins_of_the_gene_are_named(qapp):
    page = gene(detail(), detail(accession="P00002"))
    assert draw_figure(page, FigureRequest("domains")).notes == ("shown is P00001; TEST1 has also P00002",)


def test_a_protein_without_features_has_no_tracks(qapp):
    with pytest.raises(NothingToExport, match="this atlas has no features of P00001") as refusal:
        draw_figure(gene(detail()), FigureRequest("tracks"))
    assert refusal.value.where == "Test atlas 1"


def test_a_part_without_features_has_no_tracks(qapp):
    page = gene(detail(feature("ACT_SITE")))
    with pytest.raises(NothingToExport, match="none of the features of P00001 would be shown"):
        draw_figure(page, FigureRequest("tracks", residues=Residues(30, 40)))
    part = draw_figure(page, FigureRequest("tracks", residues=Residues(60, 70))).recipe["view"]["range"]
    assert part == {"start": 60, "end": 70}
