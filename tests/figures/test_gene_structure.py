"""Exons from 5' to 3': where they stand, what codes, which residues they hold, on both strands."""

from dataclasses import replace
from itertools import pairwise

import pytest

from atlasview.figures.gene_structure import EXON, SCALES, StructureScale, counts_of, structure_figure
from atlasview.figures.marks import Line, Rect
from atlasview.figures.palette import feature_ink
from atlasview.figures.style import FILE
from atlasview.records.coding import CodingMap
from atlasview.records.place import Residues
from atlasview.records.transcript import drawn_first
from tests.figures.looking import SCREEN, colliding, marks_named, outside, texts

SYMBOLS = ("JAK1", "PTEN", "IL23R", "IFIT3", "HSPG2", "MUC1", "CASP9", "EGR2")


@pytest.fixture
def first(gene):
    return lambda symbol: min(gene(symbol).transcripts, key=drawn_first)


def exons(figure):
    return {mark.target: mark for mark in figure.marks if mark.target.startswith(EXON)}


def widths(mark):
    return [(shape.x, shape.width) for shape in mark.shapes if isinstance(shape, Rect)]


@pytest.mark.parametrize("symbol", SYMBOLS)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(("width", "style"), [(252, FILE), (519, FILE), (420, SCREEN), (1600, SCREEN)])
def test_real_genes_fit_their_sheet(first, measure, symbol, scale, width, style):
    figure = structure_figure(first(symbol), symbol, width, style, measure, "UCSC knownGene", scale)
    assert outside(figure, measure) == []
    assert colliding(figure, measure) == []
    assert len(exons(figure)) == first(symbol).exon_count


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_every_exon_stands_after_the_one_before(first, measure, symbol):
    for scale in SCALES:
        boxes = [
            (min(x for x, _w in widths(mark)), max(x + w for x, w in widths(mark)))
            for mark in exons(structure_figure(first(symbol), symbol, 900, SCREEN, measure, scale=scale)).values()
        ]
        assert all(after[0] >= before[0] for before, after in pairwise(boxes))


def test_to_scale_a_base_is_as_wide_everywhere(first):
    transcript = first("PTEN")
    on = StructureScale(transcript, 1_000_000.0, "genome", 1.0)
    low, high = transcript.span
    room = 1_000_000.0 / (high - low + 1)
    for one in on.stretches:
        assert one.width == pytest.approx((one.last - one.first + 1) * room, rel=0.01)
    assert on.x(low) == pytest.approx(room / 2, rel=0.01)
    assert on.x(low - 1) is None


def test_on_the_reverse_strand_the_highest_base_stands_first(first, measure):
    transcript = first("JAK1")
    on = StructureScale(transcript, 1000.0, "introns", 1.0)
    low, high = transcript.span
    first_base, last_base = on.x(high), on.x(low)
    assert first_base is not None
    assert last_base is not None
    assert first_base < last_base
    assert "5′ 64,966,549" in texts(structure_figure(transcript, "JAK1", 900, SCREEN, measure))


def test_the_card_of_an_exon_says_its_number_length_and_residues(first, measure):
    transcript = first("JAK1")
    parts = CodingMap(transcript).parts()
    figure = structure_figure(transcript, "JAK1", 900, SCREEN, measure)
    shown = exons(figure)[f"{EXON}3"].hint
    low, high = parts[2].residues or (0, 0)
    assert shown[0] == "Exon 3 of 25"
    assert shown[1].startswith(f"{parts[2].exon.end - parts[2].exon.start + 1} bases")
    assert shown[2] == f"Residues {low}–{high}"
    assert exons(figure)[f"{EXON}1"].hint[2] == "Untranslated"


def test_the_codon_of_a_residue_is_marked_where_its_exon_stands(first, measure):
    transcript = first("PTEN")
    coding = CodingMap(transcript)
    (number,) = coding.exons_of(130)
    figure = structure_figure(transcript, "PTEN", 900, SCREEN, measure, residues=Residues(130, 130))
    (codon,) = marks_named(figure, "codon")
    (x, width) = widths(exons(figure)[f"{EXON}{number}"])[-1]
    assert all(isinstance(line, Line) and x <= line.x1 <= x + width for line in codon.shapes)


@pytest.mark.parametrize("symbol", ["JAK1", "PTEN"])
def test_residues_are_marked_where_their_codons_stand_and_the_words_name_the_isoform(first, measure, symbol):
    transcript = first(symbol)
    figure = structure_figure(transcript, symbol, 900, SCREEN, measure, residues=Residues(45, 96))
    (marked,) = marks_named(figure, "codon")
    scale = StructureScale(transcript, 900, "introns", SCREEN.unit)
    bases = [base for residue in range(45, 97) for base in CodingMap(transcript).codon(residue)]
    for base in bases:
        x = scale.x(base) or -1.0
        assert any(line.x1 - 0.01 <= x <= line.x2 + 0.01 for line in marked.shapes)
    (number,) = {len(CodingMap(transcript).stretches(range(45, 97)))}
    assert len(marked.shapes) == number > 1
    assert f"Marked: residues 45–96 of {transcript.isoform}." in " ".join(texts(figure))


def test_coding_and_untranslated_parts_look_different(first, measure):
    mark = exons(structure_figure(first("PTEN"), "PTEN", 900, SCREEN, measure))[f"{EXON}1"]
    light, dark = (shape.paint.fill for shape in mark.shapes)
    assert light == feature_ink("exon-untranslated").fill
    assert dark == feature_ink("exon-coding").fill


def test_counts_without_positions_are_words(gene, measure):
    (transcript,) = gene("IL7R").transcripts
    figure = structure_figure(transcript, "IL7R", 500, SCREEN, measure)
    assert counts_of(transcript) == "8 exons, 4,619 bases"
    assert exons(figure) == {}
    assert "no positions of exons" in " ".join(texts(figure))


def test_a_transcript_that_codes_for_nothing_is_drawn_light(first, measure):
    silent = replace(first("PTEN"), cds_start=None, cds_end=None, phase=None)
    figure = structure_figure(silent, "PTEN", 900, SCREEN, measure)
    fills = {shape.paint.fill for mark in exons(figure).values() for shape in mark.shapes}
    assert fills == {feature_ink("exon-untranslated").fill}
    assert "codes for no protein" in " ".join(texts(figure))
