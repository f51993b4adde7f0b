"""A protein as large as titin: what shares a pixel stands together, nothing is lost, nothing collides."""

from collections import Counter, defaultdict
from dataclasses import replace

import pytest

from atlasview.figures.gene_structure import SCALES, structure_figure
from atlasview.figures.isoforms import shown
from atlasview.figures.lollipop_content import pin_content
from atlasview.figures.lollipop_towers import TOWER, residues_of_tower
from atlasview.figures.lollipops import lollipop_figure, pin_figure
from atlasview.figures.marks import Rect, Text
from atlasview.figures.residues import span
from atlasview.figures.style import FILE
from atlasview.figures.tracks import track_figure
from atlasview.figures.variant_pins import CLASSES, PIN, class_of
from atlasview.records.place import Residues
from atlasview.records.variant import SEEN
from tests.figures.looking import SCREEN, colliding, marks_named, outside, texts

SIZES = [(252, FILE), (519, FILE), (420, SCREEN), (738, SCREEN), (1600, SCREEN)]


@pytest.fixture
def content(large):
    return pin_content(large.proteins[0], large.variants)


def towers(figure):
    return {mark.target: mark for mark in figure.marks if mark.target.startswith(TOWER)}


@pytest.mark.parametrize(("width", "style"), SIZES)
def test_its_variants_fit_their_sheet(large, measure, width, style):
    figure = lollipop_figure(large.proteins[0], large.variants, width, style, measure, "Made records")
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []
    names = [mark.name for mark in figure.marks]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("width", "style"), SIZES)
def test_its_tracks_fit_their_sheet(large, measure, width, style):
    figure = track_figure(large.proteins[0], width, style, measure)
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(("width", "style"), SIZES)
def test_its_exons_bear_round_numbers(large, measure, scale, width, style):
    figure = structure_figure(large.transcripts[0], "MADE1", width, style, measure, scale=scale)
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []
    (numbers,) = marks_named(figure, "numbers")
    said = [int(shape.text) for shape in numbers.shapes if isinstance(shape, Text)]
    assert {1, 363} <= set(said)
    assert len(said) > 4
    assert all(number % 5 == 0 for number in set(said) - {1, 363})


def test_every_variant_is_in_a_tower(content, large, measure):
    found = towers(pin_figure(content, 738, SCREEN, measure))
    counted: Counter[bool] = Counter()
    for target in found:
        first, last = residues_of_tower(target)
        above = target.endswith("above")
        inside = [one for one in large.variants if first <= one.position <= last]
        held = [one for one in inside if (one.origin != "somatic") is above]
        tower = content.tower(first, last, above)
        assert tower.height == len(held)
        assert tower.parts == Counter(map(class_of, held))
        counted[above] += len(held)
    assert sum(counted.values()) == 2_000


def test_a_tower_is_as_high_as_its_parts(content, measure):
    figure = pin_figure(content, 738, SCREEN, measure)
    high: defaultdict[tuple[float, bool], float] = defaultdict(float)
    for mark in figure.marks:
        if mark.name.startswith("towers-"):
            for shape in mark.shapes:
                assert isinstance(shape, Rect)
                high[round(shape.x, 3), mark.name.endswith("above")] += shape.height
    for target, mark in towers(figure).items():
        box = mark.shapes[0]
        assert isinstance(box, Rect)
        assert high[round(box.x, 3), target.endswith("above")] == pytest.approx(box.height)


def test_variants_that_were_seen_0_times_stand_in_towers_too(large, measure):
    never = [replace(one, count=0) for one in large.variants]
    figure = pin_figure(pin_content(large.proteins[0], never, height=SEEN), 738, SCREEN, measure)
    assert len(towers(figure)) > 100


def test_towers_that_are_cut_say_how_high_each_side_is(content, large, measure):
    figure = pin_figure(content, 738, SCREEN, measure)
    first, last = min(residues_of_tower(target) for target in towers(figure))
    inside = Counter(one.origin == "somatic" for one in large.variants if first <= one.position <= last)
    assert f"{first}–{last}: {inside[False]} and {inside[True]} below, " in " ".join(texts(figure))


def test_a_tower_says_what_it_holds(content, measure):
    figure = pin_figure(content, 738, SCREEN, measure)
    target = max(towers(figure), key=lambda one: content.tower(*residues_of_tower(one), one.endswith("above")).height)
    first, last = residues_of_tower(target)
    residues, records, classes, names = content.hint(target)
    assert residues == f"Residues {span(first, last)}"
    tower = content.tower(first, last, target.endswith("above"))
    assert records.startswith(f"{tower.height} records at ")
    assert all(f"{CLASSES[kind]} {number}" in classes for kind, number in tower.parts.items())
    assert names
    assert f"records of {last - first + 1} residues together" in " ".join(texts(figure))


def test_towers_keep_their_residues_while_the_window_moves(content, measure):
    here = set(towers(pin_figure(content, 738, SCREEN, measure, window=(10_000.0, 20_000.0))))
    further = set(towers(pin_figure(content, 738, SCREEN, measure, window=(10_321.0, 20_321.0))))
    assert len(here & further) > 0.9 * len(here)


def test_zooming_in_parts_towers_into_pins_at_their_residues(content, large, measure):
    figure = pin_figure(content, 738, SCREEN, measure, window=(10_000.0, 10_500.0))
    assert towers(figure) == {}
    at = {int(mark.target.split(":")[1]) for mark in figure.marks if mark.target.startswith(PIN)}
    inside = [one.position for one in large.variants if 10_000 <= one.position <= 10_500]
    assert at == set(inside)
    said = " ".join(texts(figure))
    assert f"2,000 of 2,000 variants shown. In view: {len(inside)}, at residues 10000–10500." in said
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []


def test_both_sides_keep_their_height_at_every_zoom(content, measure):
    windows = [None, (1.0, 20_000.0), (5_000.0, 9_000.0), (5_000.0, 5_600.0)]
    rulers = []
    for window in windows:
        (ruler,) = marks_named(pin_figure(content, 738, SCREEN, measure, window=window), "ruler")
        rulers.append({shape.y for shape in ruler.shapes if isinstance(shape, Text)})
    assert len({min(ys) for ys in rulers}) == 1


def test_a_file_of_a_part_shows_its_pins(large, measure):
    part = Residues(6_000, 6_400)
    figure = lollipop_figure(large.proteins[0], large.variants, 519, FILE, measure, residues=part)
    marks = [mark for mark in figure.marks if mark.target.startswith(PIN)]
    inside = (one for one in large.variants if part.start <= one.position <= part.end)
    assert len(marks) == len({(one.position, one.origin == "somatic") for one in inside})
    assert all(mark.hint for mark in marks)


def test_a_protein_with_room_for_its_pins_has_no_towers(gene, measure):
    page = gene("TP53")
    figure = lollipop_figure(page.proteins[0], page.variants, 738, SCREEN, measure)
    assert towers(figure) == {}


def test_its_isoforms_carry_their_own_variants(large, measure):
    detail = large.proteins[0]
    other = detail.isoforms[2].id
    content = pin_content(detail, large.variants, other)
    assert content.view.length == shown(detail, other).length < 34_350
    assert 0 < content.found.shown < 2_000
