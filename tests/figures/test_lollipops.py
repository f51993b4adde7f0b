"""Variants as pins on a protein: where they stand, how high, what is left out and why, names without collisions."""

from collections import Counter
from itertools import pairwise

import pytest

from atlasview.figures.isoforms import shown
from atlasview.figures.lollipop_heads import pin_names
from atlasview.figures.lollipops import lollipop_figure, pin_scale
from atlasview.figures.marks import Circle, Line, Text, bounds
from atlasview.figures.style import FILE
from atlasview.figures.variant_pins import changes, class_of, pins_of
from atlasview.records.place import Residues
from atlasview.records.variant import SEEN, Variant
from tests.export.proteins import SEQUENCE, isoform
from tests.export.proteins import detail as whole
from tests.figures.looking import SCREEN, colliding, marks_named, outside, text_box, texts


def variant(position: int | None, alt: str = "W", **changes) -> Variant:
    ref = changes.pop("ref", SEQUENCE[position - 1] if position and position <= len(SEQUENCE) else "")
    values = {
        "gene": "HGNC:1", "isoform": "P00001-1", "hgvs_p": f"p.{ref}{position}{alt}", "ref": ref, "alt": alt,
        "position": position, "consequence": "missense", "origin": "", "significance": "", "disease": "", "dbsnp": "",
        "note": "", "count": None, "unplaced": "", "publications": (), "source": "uniprot",
    }  # fmt: skip
    return Variant(**{**values, **changes})


def made():
    return whole(isoforms=(isoform(1, "1", SEQUENCE),))


def pins(*variants: Variant, **asked):
    detail = made()
    return pins_of(variants, detail, shown(detail), **asked)


def heads(figure):
    return {mark.target: mark for mark in figure.marks if mark.target.startswith("variants:")}


@pytest.mark.parametrize("symbol", ["IL7R", "TP53", "CFTR", "PTEN", "BRCA1", "STAT3"])
@pytest.mark.parametrize(("width", "style"), [(252, FILE), (519, FILE), (420, SCREEN), (950, SCREEN), (1600, SCREEN)])
def test_names_of_real_variants_cover_nothing(gene, measure, symbol, width, style):
    page = gene(symbol)
    figure = lollipop_figure(page.proteins[0], page.variants, width, style, measure, "UniProt 2026_01")
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []
    names = [mark.name for mark in figure.marks]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("symbol", ["IL7R", "TP53", "CFTR", "PTEN", "BRCA1", "STAT3"])
@pytest.mark.parametrize(("width", "style"), [(252, FILE), (738, SCREEN), (950, SCREEN)])
def test_names_stand_apart_and_heads_and_names_are_clear_of_the_protein(gene, measure, symbol, width, style):
    page = gene(symbol)
    figure = lollipop_figure(page.proteins[0], page.variants, width, style, measure)
    (protein,) = [bounds(mark.shapes[0]) for mark in marks_named(figure, "chain")]
    assert protein is not None
    middle = (protein[1] + protein[3]) / 2
    top, bottom = middle - style.lane / 2, middle + style.lane / 2
    drawn = [bounds(mark.shapes[1]) for mark in heads(figure).values()]
    assert drawn or marks_named(figure, "tower")
    assert all(box and (box[3] <= top or box[1] >= bottom) for box in drawn)
    shapes = [shape for mark in marks_named(figure, "name-") for shape in mark.shapes]
    names = sorted(text_box(shape, measure) for shape in shapes if isinstance(shape, Text))
    assert all(box[3] <= top or box[1] >= bottom for box in names)
    for one, other in pairwise(names):
        if one[1] < other[3] and other[1] < one[3]:
            assert other[0] - one[2] > style.small * 0.35


@pytest.mark.parametrize("width", range(760, 1000, 20))
def test_a_name_beside_its_head_keeps_away_from_the_next_head(gene, measure, width):
    page = gene("INS")
    figure = lollipop_figure(page.proteins[0], page.variants, width, SCREEN, measure)
    drawn = {target: box for target, mark in heads(figure).items() if (box := bounds(mark.shapes[1])) is not None}
    beside = 0
    for mark in marks_named(figure, "name-"):
        own, (name,) = drawn[mark.name.removeprefix("name-")], mark.shapes
        assert isinstance(name, Text)
        left, top, right, bottom = text_box(name, measure)
        if not (own[1] < bottom and top < own[3]):
            continue
        beside += 1
        level = [other for other in drawn.values() if other[1] < bottom and top < other[3]]
        if left >= own[2]:
            gaps = [other[0] - right for other in level if other[0] > left]
        else:
            gaps = [left - other[2] for other in level if other[2] < right]
        assert min(gaps, default=SCREEN.small) >= SCREEN.small * 0.4
    assert beside


@pytest.mark.parametrize(
    ("symbol", "words"),
    [
        ("IL7R", {"Signal peptide", "Domain", "Motif", "Transmembrane"}),
        ("INS", {"Signal peptide", "Peptide", "Propeptide"}),
    ],
)
def test_the_legend_says_what_the_bars_are(gene, measure, symbol, words):
    page = gene(symbol)
    figure = lollipop_figure(page.proteins[0], page.variants, 900, SCREEN, measure)
    (legend,) = marks_named(figure, "legend")
    assert words <= {shape.text for shape in legend.shapes if isinstance(shape, Text)}


def test_a_residue_whose_changes_have_no_letters_is_named_by_its_own():
    (pin,) = pins(variant(4, ref="", alt="", hgvs_p="", consequence="splice site")).pins
    assert pin_names(pin) == (f"{SEQUENCE[3]}4",)


def test_every_variant_of_tp53_is_on_the_diagram(gene, measure):
    page = gene("TP53")
    found = pins_of(page.variants, page.proteins[0], shown(page.proteins[0]))
    assert (found.shown, found.total, found.left_out) == (len(page.variants), len(page.variants), ())
    expected = Counter((one.position, one.origin != "somatic") for one in page.variants)
    assert {(pin.position, pin.above): pin.height for pin in found.pins} == expected


def test_what_is_known_of_il7r_stands_at_its_residue(gene, measure):
    page = gene("IL7R")
    figure = lollipop_figure(page.proteins[0], page.variants, 950, SCREEN, measure)
    at = heads(figure)
    assert {"variants:118:above", "variants:185:below", "variants:244:above"} <= set(at)
    assert at["variants:118:above"].hint[:3] == ("Cysteine 118", "C118Y", "Pathogenic · 1 record")
    assert "T244I" in texts(figure)
    assert "11 of 13 variants shown; not shown: 2 of no single residue." in texts(figure)
    x = pin_scale(950, SCREEN, 1, 459).middle(185)
    stem = at["variants:185:below"].shapes[0]
    assert isinstance(stem, Line)
    assert stem.x1 == pytest.approx(x)
    assert stem.y2 > stem.y1  # somatic ones hang


def test_a_pin_shows_the_gravest_class_and_all_its_changes():
    found = pins(variant(9, "W"), variant(9, "A", significance="pathogenic"), variant(9, "A", significance="benign"))
    (pin,) = found.pins
    assert (pin.kind, pin.height, changes(pin)) == ("pathogenic", 3, ("Q9A", "Q9W"))


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"significance": "likely-pathogenic", "origin": "somatic"}, "likely-pathogenic"),
        ({"significance": "polymorphism"}, "polymorphism"),
        ({"origin": "somatic", "count": 12}, "somatic"),
        ({"origin": "somatic"}, "somatic-count-unknown"),
        ({"origin": "germline"}, "polymorphism"),
    ],
)
def test_classes(fields: dict, kind: str):
    assert class_of(variant(9, **fields)) == kind


def test_times_seen_count_where_they_are_asked_for():
    both = (variant(9, count=12, origin="somatic"), variant(9, "A", count=3, origin="somatic"))
    assert pins(*both).pins[0].height == 2
    assert pins(*both, height=SEEN).pins[0].height == 15


def test_everything_that_is_not_shown_has_its_reason():
    found = pins(
        variant(9),
        variant(None),
        variant(900),
        variant(12, ref="W"),
        variant(9, isoform="P00001-2"),
        variant(40),
        variant(5, consequence="frameshift"),
        residues=Residues(1, 30),
        only={"consequence": "missense"},
    )
    assert (found.shown, found.total) == (1, 7)
    assert dict(found.left_out) == {
        "of no single residue": 1,
        "past the end of the sequence": 1,
        "of a residue that this sequence does not have": 1,
        "of another isoform": 1,
        "outside of the part that is shown": 1,
        "filtered out": 1,
    }
    assert found.said().startswith("1 of 7 variants shown; not shown: 1 ")


def test_variants_move_with_the_isoform(gene):
    page = gene("TP53")
    detail = page.proteins[0]
    other = next(one for one in detail.isoforms if not one.canonical and one.sequence and len(one.sequence) < 350)
    view = shown(detail, other.id)
    found = pins_of(page.variants, detail, view)
    assert 0 < found.shown < found.total
    shift = len(view.sequence) - len(detail.protein.sequence)
    for pin in found.pins:
        for one in pin.variants:
            assert view.sequence[pin.position - 1] == one.ref or len(one.ref) != 1
    moved = {one.position: pin.position for pin in found.pins for one in pin.variants}
    assert moved[175] - 175 in range(shift, 1)


def test_an_axis_that_one_residue_would_press_flat_is_cut_and_says_so(measure):
    many = [variant(at, "W", count=2, origin="somatic") for at in range(2, 30)]
    high = variant(40, "W", count=400, origin="somatic")
    figure = lollipop_figure(made(), [*many, high], 600, FILE, measure, height=SEEN)
    assert "higher pins are cut, at residue 40: 400." in " ".join(texts(figure))
    (mark,) = [mark for target, mark in heads(figure).items() if target == "variants:40:below"]
    assert sum(isinstance(shape, Line) for shape in mark.shapes) == 3  # stem and two strokes across it
    even = lollipop_figure(made(), many, 600, FILE, measure, height=SEEN)
    assert "cut" not in " ".join(texts(even))


def test_the_highest_pins_are_named_first(measure):
    variants = [variant(at, "W", count=at, origin="somatic") for at in range(2, 60, 3)]
    figure = lollipop_figure(made(), variants, 300, FILE, measure, height=SEEN, labels=3)
    named = [shape.text for mark in marks_named(figure, "name-") for shape in mark.shapes if isinstance(shape, Text)]
    assert 1 <= len(named) <= 3
    assert named[0].startswith(f"{SEQUENCE[58]}59")


def test_dashes_of_neighbours_do_not_stand_in_rows(measure):
    uncounted = [variant(at, "W", origin="somatic") for at in range(20, 28)]
    counted = [variant(at, "W", origin="somatic", count=4) for at in range(40, 44)]
    figure = lollipop_figure(made(), [*uncounted, *counted], 600, FILE, measure)
    stems = {int(name.split(":")[1]): mark.shapes[0] for name, mark in heads(figure).items()}
    begins = {at: stem.y1 for at, stem in stems.items()}
    period = sum(stems[20].paint.dash)
    assert period and not stems[40].paint.dash
    assert len({begins[at] for at in range(40, 44)}) == 1
    assert all(begins[at] != begins[at + 1] for at in range(20, 27))
    assert max(begins.values()) - min(begins.values()) < period


def test_a_protein_without_variants_says_so(measure):
    figure = lollipop_figure(made(), [], 500, FILE, measure)
    assert "No variants." in texts(figure)
    assert heads(figure) == {}


def test_hotspots_are_ringed_and_said(measure):
    hot = variant(12, origin="somatic", note="3D hotspot", count=9, source="hotspots")
    plain = variant(30, origin="somatic", note="hotspots elsewhere are not meant", count=9)
    figure = lollipop_figure(made(), (hot, plain), 900, SCREEN, measure)
    at = heads(figure)
    rings = {target: [s for s in mark.shapes if isinstance(s, Circle)] for target, mark in at.items()}
    outer, inner = rings["variants:12:below"]
    assert (outer.x, outer.y) == (inner.x, inner.y)
    assert outer.radius > inner.radius
    assert len(rings["variants:30:below"]) == 1
    assert "ringed: hotspot, where tumours gather changes" in " ".join(texts(figure))
    assert figure.description.endswith("1 hotspot.")


@pytest.mark.parametrize("height", ["records", "seen"])
def test_no_name_stands_on_the_protein(gene, measure, height):
    page = gene("TP53")
    figure = lollipop_figure(page.proteins[0], page.variants, 900, SCREEN, measure, height=height)
    (line,) = marks_named(figure, "chain")
    middle = line.shapes[0].y + line.shapes[0].height / 2
    half = SCREEN.lane / 2
    for mark in figure.marks:
        if mark.name.startswith("name-"):
            (text,) = mark.shapes
            assert not middle - half < text.y - text.size * 0.4 < middle + half, text.text
