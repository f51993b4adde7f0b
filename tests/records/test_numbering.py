"""Numbers of residues in mature chains, against the sequences of the chains themselves."""

from dataclasses import replace

import pytest

from atlasview.records.numbering import chains_of, chosen_chain, numbering_of
from atlasview.records.place import Residues
from atlasview.records.trouble import NotFound

B_CHAIN = "FVNQHLCGSHLVEALYLVCGERGFFYTPKT"
A_CHAIN = "GIVEQCCTSICSLYQLENYCN"


def chain(detail, name):
    return chosen_chain(chains_of(detail), name, "here")


def test_the_two_chains_of_insulin_are_counted_each_from_one(protein):
    detail = protein("INS")
    first, second = chains_of(detail)
    sequence = detail.protein.sequence
    for found, letters in ((first, B_CHAIN), (second, A_CHAIN)):
        assert sequence[found.start - 1 : found.end] == letters
        for number, letter in enumerate(letters, 1):
            position = found.position(number) or 0
            assert sequence[position - 1] == letter
            assert found.number(position) == number
        assert found.position(0) is found.position(len(letters) + 1) is None
        assert found.number(found.start - 1) is found.number(found.end + 1) is None
    assert (first.name, first.number(31), second.number(95)) == ("Insulin B chain", 7, 6)
    assert first.within(Residues(7, 19)) == Residues(31, 43)
    assert first.within(Residues(7, 31)) is None


def test_the_other_numbers_are_said_only_where_they_differ(protein):
    detail = protein("INS")
    numbering = numbering_of(detail, None, chains_of(detail)[0].key)
    assert numbering.also(31) == "7 of Insulin B chain"
    assert numbering.also(95) == "not in Insulin B chain"
    assert (numbering.flag(31), numbering.flag(95)) == ("31 · chain 7", "95")
    assert numbering_of(detail, None).also(31) == ""
    assert numbering_of(detail, None, "no such chain").also(31) == ""


def test_an_isoform_says_the_residue_of_the_canonical_sequence(protein):
    detail = protein("FGFR2")
    isoform = next(one for one in detail.isoforms if one.id == "P21802-16")
    numbering = numbering_of(detail, isoform)
    assert numbering.also(45) == ""
    assert numbering.also(314) == "not in the canonical sequence"
    assert numbering.also(317) == "canonical 314"
    assert numbering.flag(317) == "317 · canonical 314"
    both = numbering_of(detail, isoform, chains_of(detail)[0].key)
    assert both.also(317) == "296 of Fibroblast growth factor receptor 2, canonical 314"


@pytest.mark.parametrize("symbol", ["IL7R", "FGFR2", "INS", "APP", "IL15", "IL23R"])
def test_a_chain_of_an_isoform_begins_with_the_same_residue(protein, symbol):
    detail = protein(symbol)
    for isoform in detail.isoforms:
        for each in chains_of(detail, isoform):
            (own,) = [one for one in chains_of(detail) if one.key == each.key]
            assert isoform.canonical or isoform.sequence[each.start - 1] == detail.protein.sequence[own.start - 1]
            assert each.end <= len(isoform.sequence or detail.protein.sequence)


def test_a_signal_peptide_without_a_stated_chain_is_cut_off(protein):
    detail = protein("INS")
    bare = replace(detail, features=tuple(each for each in detail.features if each.type not in ("CHAIN", "PEPTIDE")))
    (found,) = chains_of(bare)
    assert (found.name, found.start, found.end) == ("mature chain", 25, 110)
    assert found.number(25) == 1
    unsure = tuple(replace(each, end_sign="?") if each.type == "SIGNAL" else each for each in bare.features)
    assert chains_of(replace(bare, features=unsure)) == ()


def test_a_chain_from_the_first_residue_is_no_numbering_of_its_own(protein):
    assert chains_of(protein("TP53")) == ()


@pytest.mark.parametrize("name", ["Insulin B chain", "insulin  b CHAIN", "B chain", "PRO_0000015819", "b"])
def test_a_chain_is_named_in_many_ways(protein, name):
    assert chain(protein("INS"), name).start == 25


def test_names_that_fit_none_or_several_are_refused_with_the_known_ones(protein):
    with pytest.raises(NotFound, match=r"here has several mature chains.*Insulin B chain \(25–54, PRO_0000015819\)"):
        chain(protein("INS"), "mature")
    with pytest.raises(NotFound, match=r"here has no mature chain gamma.*Insulin A chain"):
        chain(protein("INS"), "gamma")
    with pytest.raises(NotFound, match="no mature chain that is counted apart"):
        chain(protein("TP53"), "mature")
    assert chain(protein("INS"), "") is chain(protein("INS"), "UniProt") is None
    assert chain(protein("IL7R"), "Mature").start == 21
