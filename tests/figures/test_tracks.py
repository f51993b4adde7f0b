"""Feature tracks of real proteins: complete, without overlap, of one height at every zoom."""

import re
from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest

from atlasview.figures.feature_kinds import TRACKS
from atlasview.figures.isoforms import shown
from atlasview.figures.marks import Polygon, Rect, Text, bounds
from atlasview.figures.palette import contrast
from atlasview.figures.style import FILE
from atlasview.figures.track_points import point_name
from atlasview.figures.track_rows import POINTS, tracks_of
from atlasview.figures.tracks import TrackSheet, track_figure
from atlasview.records.place import Residues
from tests.export.proteins import detail as made
from tests.figures.looking import SCREEN, colliding, marks_named, outside, overfull, text_box, texts

SYMBOLS = ("IL21", "IL7R", "INS", "TP53", "HTT", "NOTCH1", "EGFR", "CFTR", "BRCA1", "STAT3")


@pytest.mark.parametrize("symbol", SYMBOLS)
@pytest.mark.parametrize(("width", "style"), [(252, FILE), (519, FILE), (700, SCREEN), (1200, SCREEN)])
def test_real_tracks_fit_their_sheet(protein, measure, symbol, width, style):
    figure = track_figure(protein(symbol), width, style, measure, source="UniProt 2026_01")
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []
    assert list(overfull(figure, measure)) == []


@pytest.mark.parametrize("symbol", ["IL7R", "TP53", "CFTR"])
@pytest.mark.parametrize("part", [(1, 60), (101, 260), (180, 200)])
def test_zoomed_tracks_fit_too(protein, measure, symbol, part):
    figure = track_figure(protein(symbol), 1000, SCREEN, measure, residues=Residues(*part))
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []
    assert f"Residues {part[0]}–{part[1]}" in texts(figure)


def test_tracks_hold_every_feature_once(protein):
    for symbol in SYMBOLS:
        view = shown(protein(symbol))
        found = [item.placed.feature for track in tracks_of(view) for item in track.items]
        assert sorted(feature.ordinal for feature in found) == sorted(each.feature.ordinal for each in view.placed)


def test_empty_tracks_are_left_out(protein):
    keys = [track.key for track in tracks_of(shown(protein("IL21")))]
    assert "domains" not in keys
    assert "topology" not in keys
    assert keys == [key for key in TRACKS if key in keys]
    assert tracks_of(shown(made())) == ()


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_bars_of_a_track_never_lie_over_each_other(protein, measure, symbol):
    sheet = TrackSheet(shown(protein(symbol)), 1000, SCREEN, measure, frozenset(TRACKS))
    marks = sheet.marks(sheet.scale(None))
    for row in sheet.rows:
        if row.track.key in POINTS | {"disulfides", "structure"}:
            continue
        targets = {item.target for item in row.track.items}
        bars = [next(s for s in mark.shapes if isinstance(s, Rect)) for mark in marks if mark.target in targets]
        for one, other in combinations(bars, 2):
            across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
            down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
            assert across < 1.6 or down <= 0


def test_zooming_does_not_change_the_height_of_anything(protein, measure):
    for symbol in ("TP53", "IL7R"):
        sheet = TrackSheet(shown(protein(symbol)), 1000, SCREEN, measure)
        for first, last in ((1, 393), (100, 200), (180.5, 192.25)):
            marks = sheet.marks(sheet.window(first, last))
            assert marks
            for row in sheet.rows:
                rects = [s for mark in marks_named_in(marks, row.track.key) for s in mark.shapes if isinstance(s, Rect)]
                assert all(row.top - 0.5 <= s.y and s.y + s.height <= row.top + row.height + 0.5 for s in rects)


def marks_named_in(marks, key):
    return [mark for mark in marks if mark.name.startswith(f"{key}-")]


def test_a_crowded_track_is_folded_and_opens(protein, measure):
    view = shown(protein("TP53"))
    folded = TrackSheet(view, 1000, SCREEN, measure)
    row = next(row for row in folded.rows if row.track.key == "variants")
    assert row.folded
    assert [mark.name for mark in folded.marks(folded.scale(None)) if mark.name.startswith("variants")] == [
        "variants-density"
    ]
    labels = [shape.text for mark in folded.labels() for shape in mark.shapes if hasattr(shape, "text")]
    assert "1,363" in labels
    opened = TrackSheet(view, 1000, SCREEN, measure, frozenset({"motifs"}))
    regions = next(row for row in opened.rows if row.track.key == "motifs")
    assert not regions.folded
    assert len(marks_named_in(opened.marks(opened.scale(None)), "motifs")) == len(regions.track.items)


def test_a_folded_track_of_stretches_is_an_outline_without_seams(protein, measure):
    figure = track_figure(protein("TP53"), 519, FILE, measure, closed=frozenset({"isoforms"}))
    (motifs,) = marks_named(figure, "motifs-density")
    (outline,) = motifs.shapes
    assert isinstance(outline, Polygon)
    (isoforms,) = marks_named(figure, "isoforms-density")
    left, right = (bounds(shape) for shape in isoforms.shapes)
    assert left and right and left[2] < right[0]
    assert outside(figure, measure) == []


def test_signs_come_where_a_zoom_makes_room(protein, measure):
    sheet = TrackSheet(shown(protein("TP53")), 1000, SCREEN, measure)
    near = [mark for mark in sheet.marks(sheet.window(385, 393)) if mark.name.startswith("variants-")]
    assert near
    assert all(mark.target for mark in near if mark.name not in ("variants-names", "variants-density"))


@pytest.mark.parametrize(("width", "style"), [(900, SCREEN), (519, FILE)])
def test_names_of_points_clear_their_signs_at_the_ends_of_the_track_too(protein, measure, width, style):
    figure = track_figure(protein("HTT"), width, style, measure)
    signs = [mark for mark in figure.marks if mark.target.startswith("feature:")]
    (names,) = marks_named(figure, "variants-names")
    boxes = [box for mark in signs if mark.name.startswith("variants-") for box in [bounds(mark.shapes[-1])] if box]
    found = [text_box(text, measure) for text in names.shapes if isinstance(text, Text)]
    for left, top, _right, bottom in found:
        beside = [left - box[2] for box in boxes if box[1] < bottom and box[3] > top and box[0] < left]
        assert min(beside) > 3 * style.unit


def named_points(figure, key):
    names = [
        text.text for mark in marks_named(figure, f"{key}-names") for text in mark.shapes if isinstance(text, Text)
    ]
    return {name for text in names for name in text.split(", ")}


@pytest.mark.parametrize("symbol", SYMBOLS)
@pytest.mark.parametrize("width", [252, 519])
def test_every_point_drawn_by_itself_is_named_or_counted(protein, measure, symbol, width):
    view = shown(protein(symbol))
    figure = track_figure(protein(symbol), width, FILE, measure, opened=frozenset(TRACKS))
    drawn = {mark.target for mark in figure.marks}
    counted = Counter(figure.left_out)
    for track in (track for track in tracks_of(view) if track.key in POINTS):
        points = {point_name(item.placed, view.sequence) for item in track.items if item.target in drawn}
        lost = points - named_points(figure, track.key)
        assert named_points(figure, track.key) <= points
        counted -= Counter(lost)
        assert lost <= set(figure.left_out)
    assert not any(re.fullmatch(r"[A-Z]\d+([A-Z]|del)?", name) for name in counted)


def test_a_name_stands_before_its_sign_where_there_is_no_room_behind_it(protein, measure):
    figure = track_figure(protein("IL7R"), 519, FILE, measure)
    (names,) = marks_named(figure, "sites-names")
    last = next(text for text in names.shapes if isinstance(text, Text) and text.text == "Y449")
    signs = [bounds(mark.shapes[-1]) for mark in figure.marks if mark.name.startswith("sites-") and mark.target]
    sign = max(box[0] for box in signs if box)
    assert sign - 10 < last.x + measure(last.text, last.size, 400) < sign


def test_names_of_points_keep_clear_of_the_lines_of_ranges(protein, measure):
    figure = track_figure(protein("TP53"), 519, FILE, measure, residues=Residues(300, 393))
    (names,) = marks_named(figure, "mutagenesis-names")
    lines = [
        box
        for mark in figure.marks
        if mark.name.startswith("mutagenesis-") and mark.target
        for box in map(bounds, mark.shapes[:-1])
        if box
    ]
    assert lines
    for left, _top, right, _bottom in (text_box(text, measure) for text in names.shapes if isinstance(text, Text)):
        assert all(right < line[0] or line[2] < left for line in lines)


@pytest.mark.parametrize("symbol", ["HSPG2", "MAP3K5"])
def test_the_last_turn_and_the_last_name_stay_inside(protein, measure, symbol):
    figure = track_figure(protein(symbol), 252, FILE, measure)
    assert outside(figure, measure) == []


def test_a_file_has_tracks_open_and_folded_as_asked(protein, measure):
    opened, closed = frozenset({"mutagenesis"}), frozenset({"isoforms", "sites", "disulfides", "structure"})
    figure = track_figure(protein("TP53"), 519, FILE, measure, opened=opened, closed=closed)
    names = {mark.name for mark in figure.marks}
    assert {"sites-density", "isoforms-density"} <= names
    assert not {"mutagenesis-density", "structure-density"} & names
    assert len([name for name in names if name.startswith("structure-")]) == 40
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []


def test_what_was_folded_stays_folded_in_a_part_that_needs_one_lane(protein, measure):
    figure = track_figure(
        protein("IL7R"), 519, FILE, measure, residues=Residues(300, 459), closed=frozenset({"isoforms"})
    )
    assert marks_named(figure, "isoforms-density")
    sheet = TrackSheet(shown(protein("IL21")), 1000, SCREEN, measure, closed=frozenset({"processing", "disulfides"}))
    rows = {row.track.key: row for row in sheet.rows}
    assert rows["processing"].folded and rows["processing"].foldable
    assert not rows["disulfides"].folded and not rows["disulfides"].foldable


def test_changes_are_named_by_residue_and_letter(protein, measure):
    words = texts(track_figure(protein("IL7R"), 1200, SCREEN, measure))
    assert {"I66T", "V138I", "T244I"} <= set(words)
    assert "N232, N233" in words
    assert "WSXWS" in words


def test_legend_is_of_what_is_drawn(protein, measure):
    words = texts(track_figure(protein("IL21"), 1200, SCREEN, measure))
    assert "Signal peptide" in words
    assert "Transmembrane" not in words


def test_what_an_isoform_lacks_is_outlined_and_in_the_legend(protein, measure):
    figure = track_figure(protein("IL7R"), 1000, SCREEN, measure)
    assert {"Missing in isoform", "Isoform difference"} <= set(texts(figure))
    lacking = [
        shape.paint
        for mark in marks_named(figure, "isoforms-")
        for shape in mark.shapes
        if isinstance(shape, Rect) and shape.paint.stroke
    ]
    assert [contrast(paint.stroke, SCREEN.ground) >= 3 for paint in lacking] == [True]


def test_hints_belong_to_targets(protein, measure):
    sheet = TrackSheet(shown(protein("IL7R")), 1000, SCREEN, measure)
    targets = [mark.target for mark in sheet.marks(sheet.scale(None)) if mark.target]
    assert all(sheet.hint(target) for target in targets)
    assert sheet.hint("feature:none:1") == ()


def test_an_isoform_shows_its_differences(protein, measure):
    figure = track_figure(protein("IL7R"), 1000, SCREEN, measure, isoform="P16871-4")
    assert "Differences" in texts(figure)
    assert any("differs in isoform 2" in text for text in texts(figure))
    assert not marks_named(figure, "label-topology") or "Cytoplasmic" not in texts(figure)


def test_a_file_counts_each_track_and_says_how_high_its_densities_are(protein, measure):
    figure = track_figure(protein("TP53"), 519, FILE, measure)
    counts = [mark.shapes[1].text for mark in marks_named(figure, "label-")]
    assert counts == ["1", "22", "1", "5", "36", "40", "6", "1,363", "38", "6"]
    (said,) = marks_named(figure, "density")
    words = " ".join(shape.text for shape in said.shapes)
    assert re.search(r"Variants up to\u00a01\d; Mutagenesis up to\u00a0\d\.$", words)
    crowded = [mark.name.removesuffix("-density") for mark in figure.marks if mark.name.endswith("-density")]
    assert not {f"line-{key}" for key in crowded} & {mark.name for mark in figure.marks}
    (keys,) = marks_named(figure, "legend")
    assert not {"Mutagenesis", "Modified residue"} & {shape.text for shape in keys.shapes if isinstance(shape, Text)}


def test_a_file_of_a_part_has_the_tracks_and_lanes_of_that_part(protein, measure):
    figure = track_figure(protein("TP53"), 519, FILE, measure, residues=Residues(380, 393))
    names = [mark.name for mark in figure.marks]
    assert len(set(names)) == len(names)
    assert "label-sites" not in names
    assert "modifications-density" not in names
    assert "DNA-binding domain" not in texts(figure)
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []


@pytest.mark.parametrize(("part", "mark"), [("title", "title"), ("legend", "legend"), ("ruler", "ruler")])
def test_a_file_does_without_its_parts(protein, measure, part, mark):
    whole = track_figure(protein("IL7R"), 519, FILE, measure, source="UniProt")
    less = track_figure(protein("IL7R"), 519, replace(FILE, without=frozenset({part})), measure, source="UniProt")
    assert marks_named(whole, mark)
    assert not marks_named(less, mark)
    assert less.height < whole.height
    assert outside(less, measure) == []


def test_names_on_the_line_of_a_track_have_ground_behind_them_in_a_file(protein, measure):
    (names,) = marks_named(track_figure(protein("IL7R"), 519, FILE, measure), "variants-names")
    assert [type(shape) for shape in names.shapes] == [Rect, Text] * (len(names.shapes) // 2)
    (names,) = marks_named(track_figure(protein("IL7R"), 1200, SCREEN, measure), "variants-names")
    assert {type(shape) for shape in names.shapes} == {Text}
