"""Isoforms side by side: by the stated differences, against Biopython's aligner, in lines and as text."""

from itertools import pairwise

import pytest
from Bio.Align import PairwiseAligner, substitution_matrices

from atlasview.figures.alignment import AlignedPair, aligned, alignment_text, lines_of
from atlasview.records.trouble import NotFound
from tests.export.proteins import SEQUENCE, detail, isoform

SYMBOLS = ("IL7R", "TP53", "IL21", "FGFR2", "BRCA1", "STAT3")


def score(pair: AlignedPair) -> float:
    """Of a global alignment with BLOSUM62, 11 to open a gap and 1 for each residue of it."""
    matrix = substitution_matrices.load("BLOSUM62")
    total, before = 0.0, None
    for one, other in zip(pair.first, pair.second, strict=True):
        gap = "first" if one == "-" else "second" if other == "-" else None
        total += matrix[one, other] if gap is None else -1 if gap == before else -11
        before = gap
    return total


def isoforms(gene, symbol):
    found = gene(symbol).proteins[0]
    canonical = next(one for one in found.isoforms if one.canonical)
    return found, canonical, [one for one in found.isoforms if one.sequence and not one.canonical]


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_both_sequences_are_whole_in_an_alignment(gene, symbol):
    found, canonical, others = isoforms(gene, symbol)
    assert others
    for other in others:
        for first, second in ((canonical, other), (other, canonical), (others[0], other)):
            pair = aligned(found, first.id, second.id)
            assert pair.first.replace("-", "") == first.sequence
            assert pair.second.replace("-", "") == second.sequence
            assert ("-", "-") not in set(zip(pair.first, pair.second, strict=True))


def test_stated_differences_are_as_good_as_what_can_be_computed(gene):
    found, canonical, others = isoforms(gene, "TP53")
    aligner = PairwiseAligner()
    aligner.substitution_matrix = substitution_matrices.load("BLOSUM62")
    aligner.open_gap_score, aligner.extend_gap_score = -11, -1
    for other in others:
        pair = aligned(found, canonical.id, other.id)
        best = aligner.score(canonical.sequence, other.sequence)
        assert pair.stated
        assert best - 60 <= score(pair) <= best
    computed = aligned(found, others[0].id, others[1].id)
    assert not computed.stated
    assert score(computed) == aligner.score(others[0].sequence, others[1].sequence)


def test_lines_count_the_residues_of_both(gene):
    found, canonical, others = isoforms(gene, "IL7R")
    pair = aligned(found, canonical.id, others[0].id)
    lines = list(lines_of(pair))
    assert lines[0].first_start == lines[0].second_start == 1
    assert lines[-1].first_end == len(canonical.sequence)
    assert max(line.second_end for line in lines) == len(others[0].sequence)
    for before, after in pairwise(lines):
        assert after.first_start in (before.first_end + 1, 0)
    assert [line.differs for line in lines][:3] == [False, False, False]


def test_a_replaced_stretch_stands_against_what_is_there_instead():
    other = SEQUENCE[:10] + "WWW" + SEQUENCE[12:]
    made = detail(isoforms=(isoform(1, "1", SEQUENCE), isoform(2, "2", other)))
    pair = aligned(made, "P00001-1", "P00001-2")
    (line, *_others) = lines_of(pair, 30)
    assert line.differs
    text = alignment_text(pair)
    assert text.startswith("# P00001-1 and P00001-2: ")
    assert "computed, BLOSUM62" in text


def test_an_isoform_is_the_same_as_itself():
    made = detail(isoforms=(isoform(1, "1", SEQUENCE),))
    pair = aligned(made, "P00001-1", "P00001-1")
    assert pair.identical == pair.columns == len(SEQUENCE)
    assert not any(line.differs for line in lines_of(pair))


def test_what_cannot_be_aligned_is_said():
    long = "A" * 6_000
    made = detail(
        isoforms=(isoform(1, "1", SEQUENCE), isoform(2, "2", None), isoform(3, "3", long), isoform(4, "4", long + "C"))
    )
    for first, second, words in (
        ("P00001-1", "P00001-2", "no sequence of P00001-2"),
        ("P00001-1", "P00001-9", "no isoform P00001-9"),
        ("P00001-3", "P00001-4", "too long to be aligned"),
    ):
        with pytest.raises(NotFound, match=words):
            aligned(made, first, second)
