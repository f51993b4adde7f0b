"""Which proteins and isoforms a file of sequences holds."""

from dataclasses import replace

import pytest

from atlasview.export.sequence import main_protein, sequence_file
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail
from atlasview.records.trouble import NotFound, NothingToExport
from tests.export.profiles import gene
from tests.export.proteins import SEQUENCE, SHORT, detail, isoform


def other(accession: str, **changes) -> ProteinDetail:
    """Another protein of the same gene, with an isoform of its own."""
    made = detail(accession=accession, id=f"UniProtKB:{accession}", **changes)
    names = (isoform(1, "1", SEQUENCE, id=f"{accession}-1"), isoform(2, "2", SHORT, id=f"{accession}-2"))
    return replace(made, isoforms=names)


FIRST, SECOND, UNREVIEWED = other("P00001"), other("P00002"), other("A0A001", reviewed=False)


def accessions(text: str) -> list[str]:
    return [line.split("|")[1] for line in text.splitlines() if line.startswith(">")]


def test_a_gene_of_two_reviewed_proteins_gives_both_and_names_what_it_leaves_out():
    file = sequence_file(gene(FIRST, SECOND, UNREVIEWED))
    assert accessions(file.text) == ["P00001", "P00002"]
    assert file.entries == 2
    assert file.left_out == ("A0A001 is left out: not reviewed, name it to have it",)


def test_a_gene_without_reviewed_protein_gives_what_there_is():
    file = sequence_file(gene(UNREVIEWED))
    assert accessions(file.text) == ["A0A001"]
    assert file.text.startswith(">tr|")


def test_a_range_is_of_the_first_protein_only():
    file = sequence_file(gene(FIRST, SECOND), residues=Residues(1, 9))
    assert accessions(file.text) == ["P00001"]
    assert file.left_out == ("P00002 is left out: a range is of one protein, name it to have it",)


@pytest.mark.parametrize(("asked", "found"), [("P00002-2", "P00002-2"), ("P00002", "P00002"), ("2", "P00001-2")])
def test_an_isoform_is_looked_for_in_every_protein_of_the_gene(asked, found):
    assert accessions(sequence_file(gene(FIRST, SECOND), asked).text) == [found]


def test_an_isoform_of_no_protein_of_the_gene_is_not_there():
    with pytest.raises(NotFound, match="P00009-1"):
        sequence_file(gene(FIRST, SECOND), "P00009-1")


def test_all_isoforms_of_all_proteins_and_those_that_are_not_known():
    silent = replace(FIRST, isoforms=(*FIRST.isoforms, isoform(3, "3", None)))
    file = sequence_file(gene(silent, SECOND), "all")
    assert accessions(file.text) == ["P00001", "P00001-2", "P00002", "P00002-2"]
    assert file.left_out == ("isoform P00001-3 is left out: its sequence is not known",)


def test_a_gene_without_protein_has_nothing_to_export():
    with pytest.raises(NothingToExport) as refusal:
        main_protein(gene())
    assert str(refusal.value) == (
        "this atlas knows no protein of TEST1, Test atlas 1, open an atlas that holds its UniProt entry"
    )
