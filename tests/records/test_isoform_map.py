"""Isoforms against the canonical sequence: the same residue is the same letter, and what differs is counted."""

from dataclasses import replace

import pytest

from atlasview.figures.isoforms import alignment_blocks
from atlasview.records.isoform_map import isoform_map, named_isoform, same_residue
from tests.export.proteins import detail as made

SYMBOLS = ("IL7R", "FGFR2", "PTEN", "MUC1", "PPP3CB", "TP53", "APP", "STAT3", "EGFR", "CASP9")


def pair_letters(detail, isoform):
    """Canonical residue -> residue of the isoform by a walk through the two rows of the alignment, gap by gap."""
    found: dict[int, int] = {}
    at = on = 0
    for before, after in alignment_blocks(detail, detail.isoforms[0], isoform):
        if len(before) == len(after) and before == after:
            found |= {at + step + 1: on + step + 1 for step in range(len(before))}
        at, on = at + len(before), on + len(after)
    return found


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_the_same_residue_is_the_same_letter_and_comes_back(protein, symbol):
    detail = protein(symbol)
    seen = 0
    for isoform in detail.isoforms[1:]:
        mapped = isoform_map(detail, isoform)
        if mapped is None:
            continue
        seen += 1
        there = {at: mapped.to_isoform(at) for at in range(1, detail.protein.length + 1)}
        same = {at: on for at, on in there.items() if on is not None}
        assert same
        assert all(detail.protein.sequence[at - 1] == isoform.sequence[on - 1] for at, on in same.items())
        assert [mapped.to_canonical(on) for on in same.values()] == list(same)
        new = [at for at in range(1, len(isoform.sequence) + 1) if mapped.to_canonical(at) is None]
        assert len(new) == len(isoform.sequence) - len(same)
        assert set(pair_letters(detail, isoform).items()) <= set(same.items())
    assert seen


def test_an_insertion_keeps_the_residue_that_it_is_written_over(protein):
    detail = protein("FGFR2")
    isoform = next(one for one in detail.isoforms if one.id == "P21802-16")
    mapped = isoform_map(detail, isoform)
    assert [isoform.sequence[at - 1] for at in (313, 314, 315, 316)] == list("KVTK")
    assert [mapped.to_canonical(at) for at in (312, 313, 314, 315, 316, 317)] == [312, 313, None, None, None, 314]
    assert [mapped.to_isoform(at) for at in (313, 314)] == [313, 317]


def test_a_deletion_and_a_replaced_stretch_have_no_counterpart(protein):
    detail = protein("IL21")
    isoform = next(one for one in detail.isoforms if one.id == "Q9HBE4-2")
    mapped = isoform_map(detail, isoform)
    (change,) = mapped.changes
    assert isoform.sequence[change.start - 1 : change.end] == "VSTLSFI"
    assert {mapped.to_canonical(at) for at in range(change.start, change.end + 1)} == {None}
    assert mapped.to_isoform(change.start) is None
    assert mapped.to_isoform(detail.protein.length) is None


def test_two_isoforms_meet_through_the_canonical_one(protein):
    detail = protein("FGFR2")
    by_id = {one.id: one for one in detail.isoforms}
    way = same_residue(detail, by_id["P21802-3"], by_id["P21802-16"])
    one, other = by_id["P21802-3"].sequence, by_id["P21802-16"].sequence
    found = {at: way(at) for at in range(1, len(one) + 1)}
    assert all(one[at - 1] == other[on - 1] for at, on in found.items() if on)
    assert found[45] == 45
    assert found[822] == 822
    assert same_residue(detail, None, by_id["P21802-1"])(45) == 45


def test_differences_that_do_not_lead_to_the_sequence_give_no_map(protein):
    detail = protein("IL7R")
    isoform = detail.isoforms[1]
    assert isoform_map(detail, replace(isoform, sequence=f"{isoform.sequence}M")) is None
    assert isoform_map(detail, replace(isoform, differences=("VSP_0",))) is None
    assert same_residue(detail, None, replace(isoform, differences=()))(45) is None


def test_names_of_isoforms(protein):
    detail = protein("IL7R")
    assert named_isoform(detail, "") == named_isoform(detail, "P16871") == (True, detail.isoforms[0])
    assert named_isoform(detail, "P16871-4")[1].id == "P16871-4"
    assert named_isoform(detail, "P16871-9") == (False, None)
    assert named_isoform(made(), "") == (True, made().isoforms[0] if made().isoforms else None)
