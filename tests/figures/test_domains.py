"""The domain diagram of real proteins, at the widths of journals and of the window."""

import itertools
import re
from dataclasses import replace

import pytest

from atlasview.figures.domains import domain_figure
from atlasview.figures.marks import Polygon, Rect, Text
from atlasview.figures.style import FILE
from atlasview.records.place import Residues
from atlasview.records.protein import Feature
from atlasview.records.trouble import NotFound
from tests.export.proteins import detail as made
from tests.figures.looking import SCREEN, colliding, marks_named, outside, overfull, texts

SYMBOLS = (
    "IL21",
    "IL7R",
    "INS",
    "TP53",
    "HTT",
    "NOTCH1",
    "EGFR",
    "CFTR",
    "BRCA1",
    "IL4",
    "IL2RA",
    "CD28",
    "JAK1",
    "STAT3",
    "HSPG2",
)


def clean(figure, measure):
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []
    assert list(overfull(figure, measure)) == []
    names = [mark.name for mark in figure.marks]
    assert len(set(names)) == len(names)


def bars(figure, beginning):
    found = [mark for mark in marks_named(figure, beginning) if mark.target.startswith("feature:")]
    return [next(shape for shape in mark.shapes if isinstance(shape, Rect)) for mark in found]


@pytest.mark.parametrize("symbol", SYMBOLS)
@pytest.mark.parametrize(("width", "style"), [(252, FILE), (519, FILE), (420, SCREEN), (950, SCREEN), (1600, SCREEN)])
def test_real_proteins_fit_their_sheet(protein, measure, symbol, width, style):
    clean(domain_figure(protein(symbol), width, style, measure, source="UniProt 2026_01 · Starter atlas"), measure)


def test_il7r_has_what_lies_on_it_at_its_place(protein, measure):
    figure = domain_figure(protein("IL7R"), 918.0, SCREEN, measure)
    residue = 918.0 / 459
    (domain,) = bars(figure, "domain-")
    assert domain.x == pytest.approx(130 * residue, abs=1)
    assert domain.x + domain.width == pytest.approx(231 * residue, abs=1)
    assert len(bars(figure, "transmembrane")) == len(bars(figure, "signal-peptide")) == 1
    assert len(bars(figure, "motif")) == 2
    assert len(marks_named(figure, "glycosylation")) == 6
    assert len(marks_named(figure, "disulfide")) == 3
    assert "Fibronectin type-III" in texts(figure)
    assert "WSXWS 217–221, Box 1 272–280" in texts(figure)
    assert {"1", "100", "459"} <= set(texts(figure))
    assert "Fibronectin type-III 131–231" in figure.description


def test_hints_say_what_where_and_how_it_is_known(protein, measure):
    figure = domain_figure(protein("IL7R"), 918.0, SCREEN, measure)
    hints = [mark.hint for mark in figure.marks if mark.target]
    assert ("Fibronectin type-III", "Domain · residues 131–231 · 101 aa") in [hint[:2] for hint in hints]
    assert any(hint[1] == "Cysteine 42 – Cysteine 57" and "PMID:19141282" in hint[2] for hint in hints)
    assert all(1 <= len(hint) <= 4 for hint in hints)


@pytest.mark.parametrize("width", [252.0, 519.0])
def test_letters_under_the_bars_lead_to_the_legend(protein, measure, width):
    figure = domain_figure(protein("HSPG2"), width, FILE, measure)
    legend = " ".join(shape.text for shape in marks_named(figure, "legend")[0].shapes if isinstance(shape, Text))
    legend = legend.replace("\u00a0", " ")
    names = dict(re.findall(r"([A-Z]) = ([^,(]+) \(\d+\)", legend)) | {"A": "SEA"}
    assert names == {
        "A": "SEA",
        "B": "LDL-receptor class A",
        "C": "Ig-like C2-type",
        "D": "Laminin EGF-like",
        "E": "Laminin IV type A",
        "F": "Laminin G-like",
        "G": "EGF-like",
    }
    assert figure.left_out == ()
    covered: dict[str, list[tuple[float, float]]] = {letter: [] for letter in names}
    for mark in marks_named(figure, "letter-"):
        reach, _foot, text = mark.shapes
        covered[text.text].append((reach.x1, reach.x2))
    scale = width / 4391
    for feature in protein("HSPG2").features:
        if feature.type == "DOMAIN":
            middle = (feature.start + feature.end) / 2 * scale
            family = re.sub(r" \d+$", "", feature.description.split(";")[0])
            here = [
                letter for letter, runs in covered.items() if any(low - 1 <= middle <= high + 1 for low, high in runs)
            ]
            assert family in [names[letter] for letter in here], feature


def test_letters_that_find_no_room_are_not_drawn_and_their_names_are_missed(protein, measure):
    figure = domain_figure(protein("HSPG2"), 70.0, FILE, measure)
    assert not marks_named(figure, "letter-")
    assert not any(" =" in text or "\u00a0=" in text for text in texts(figure))
    assert "Laminin EGF-like 3" in figure.left_out


def test_the_window_needs_no_letters(protein, measure):
    assert not marks_named(domain_figure(protein("HSPG2"), 950.0, SCREEN, measure), "letter-")


def test_sugars_on_nitrogen_and_on_oxygen_have_signs_of_their_own(protein, measure):
    figure = domain_figure(protein("NOTCH1"), 950.0, FILE, measure)
    looks: dict[str, set[bool]] = {}
    for mark in marks_named(figure, "glycosylation"):
        atom = "O" if "O-linked" in mark.hint[0] or mark.hint[0].startswith("O-") else "N"
        looks.setdefault(atom, set()).add(mark.shapes[1].paint.fill is None)
    assert looks == {"N": {False}, "O": {True}}
    keys = [shape for shape in marks_named(figure, "legend")[0].shapes if isinstance(shape, Polygon) and shape.closed]
    assert {len(key.points) for key in keys} == {6}
    assert {key.paint.fill is None for key in keys} == {True, False}


def test_a_bond_at_the_end_of_the_protein_is_drawn_whole(protein, measure):
    figure = domain_figure(protein("HSPG2"), 252.0, FILE, measure)
    for mark in marks_named(figure, "disulfide"):
        bond = mark.shapes[0]
        half = bond.paint.width / 2
        places = [x for x, _y in bond.points]
        assert half <= min(places) + 1e-9 and max(places) <= 252.0 - half + 1e-9


def test_sugars_that_are_close_stand_apart(protein, measure):
    figure = domain_figure(protein("IL7R"), 420.0, SCREEN, measure)
    places = sorted(mark.shapes[1].points[0][0] for mark in marks_named(figure, "glycosylation"))
    assert min(b - a for a, b in itertools.pairwise(places)) >= 8


def test_insulin_shows_its_chains_and_the_bonds_between_them(protein, measure):
    figure = domain_figure(protein("INS"), 950.0, SCREEN, measure)
    assert {"Insulin B chain", "C peptide", "Insulin A chain"} <= set(texts(figure))
    spans = sorted(mark.shapes[0].points for mark in marks_named(figure, "disulfide"))
    assert len(spans) == 3
    depths = {points[1][1] for points in spans}
    assert len(depths) == 3, "bonds that cross lie at different depths"


def test_names_of_many_repeats_are_said_once(protein, measure):
    figure = domain_figure(protein("NOTCH1"), 950.0, SCREEN, measure)
    assert sum("EGF-like" in text for text in texts(figure)) == 1
    assert any("EGF-like (36)" in text for text in texts(figure))


def test_furniture_is_for_files(protein, measure):
    drawn = domain_figure(protein("IL21"), 519.0, FILE, measure, source="UniProt 2026_01")
    assert "IL21, isoform 1 (Q9HBE4-1), 162 residues" in texts(drawn)
    assert "UniProt 2026_01" in texts(drawn)
    shown = domain_figure(protein("IL21"), 519.0, SCREEN, measure, source="UniProt 2026_01")
    assert "UniProt 2026_01" not in texts(shown)
    assert not marks_named(shown, "title")


def test_an_isoform_has_its_own_length_and_says_what_it_lacks(protein, measure):
    figure = domain_figure(protein("IL7R"), 950.0, SCREEN, measure, isoform="P16871-4")
    clean(figure, measure)
    assert "252" in texts(figure)
    assert "459" not in texts(figure)
    assert not marks_named(figure, "transmembrane")
    assert any("differs in isoform 2" in text for text in texts(figure))


def test_an_isoform_without_sequence_is_said_not_drawn(protein, measure):
    figure = domain_figure(protein("INS"), 950.0, SCREEN, measure, isoform="F8WCM5-1")
    assert texts(figure) == ["The source gives no sequence for isoform 2."]


def test_an_unknown_isoform_is_not_found(protein, measure):
    with pytest.raises(NotFound, match="P16871-2"):
        domain_figure(protein("IL7R"), 950.0, SCREEN, measure, isoform="P16871-9")


@pytest.mark.parametrize("part", [Residues(45, 96), Residues(20, 20), Residues(100, 162), Residues(1, 9999)])
def test_a_part_shows_its_own_numbers_and_nothing_beside_it(protein, measure, part):
    figure = domain_figure(protein("IL21"), 500.0, SCREEN, measure, residues=part)
    clean(figure, measure)
    assert str(part.start) in texts(figure)
    assert str(min(part.end, 162)) in texts(figure)


def test_a_protein_without_features_is_a_line_and_a_sentence(measure):
    figure = domain_figure(made(), 400.0, SCREEN, measure)
    clean(figure, measure)
    assert marks_named(figure, "chain")
    assert any("describes no domain" in text for text in texts(figure))


def test_a_giant_fits_too(measure):
    giant = made(sequence="MADQ" * 8588)
    row = Feature("UniProtKB:P00001", "P00001", 1, "DOMAIN", 1, 90, "", "", "Ig-like C2-type 1", "", (), "uniprot")
    features = tuple(
        replace(row, ordinal=i, start=1 + i * 114, end=90 + i * 114, description=f"Ig-like C2-type {i}")
        for i in range(300)
    )
    figure = domain_figure(replace(giant, features=features), 950.0, SCREEN, measure)
    clean(figure, measure)
    assert "34,352" in texts(figure)
    assert "Ig-like C2-type (300)" in texts(figure)


def test_overlapping_domains_stand_in_lanes(measure):
    row = Feature("UniProtKB:P00001", "P00001", 1, "DOMAIN", 1, 40, "", "", "First", "", (), "uniprot")
    figure = domain_figure(
        made(row, replace(row, ordinal=2, start=30, end=70, description="Second")), 400, SCREEN, measure
    )
    first, second = bars(figure, "domain-first") + bars(figure, "domain-second")
    assert first.y != second.y
    clean(figure, measure)


def test_features_without_a_place_are_left_out(measure):
    row = Feature("UniProtKB:P00001", "P00001", 1, "DOMAIN", None, None, "?", "?", "Nowhere", "", (), "uniprot")
    assert not bars(domain_figure(made(row), 400.0, SCREEN, measure), "domain")
