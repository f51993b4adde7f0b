"""FASTA as UniProt writes it, and what is refused instead of guessed."""

from io import StringIO

import pytest
from Bio import SeqIO

from atlasview.export.fasta import fasta_text
from atlasview.records.place import Residues
from atlasview.records.trouble import NotFound, NothingToExport, Trouble
from tests.export.proteins import SEQUENCE, SHORT, detail, feature, isoform

ISOFORMS = (
    isoform(1, "1", SEQUENCE),
    isoform(2, "Short", SHORT, synonyms=("H14",)),
    isoform(3, "3", None, note="Not described in sequence."),
)


def read(text: str):
    return list(SeqIO.parse(StringIO(text), "fasta"))


def test_a_reviewed_protein_has_the_header_of_uniprot_and_lines_of_sixty():
    lines = fasta_text(detail()).split("\n")
    assert lines[0] == ">sp|P00001|TEST_HUMAN Test protein OS=Homo sapiens OX=9606 GN=TEST1 PE=1 SV=2"
    assert [len(line) for line in lines[1:]] == [60, 10, 0]


def test_biopython_reads_back_what_was_written():
    (record,) = read(fasta_text(detail()))
    assert record.id == "sp|P00001|TEST_HUMAN"
    assert str(record.seq) == SEQUENCE


def test_an_unreviewed_protein_is_marked_tr():
    assert fasta_text(detail(reviewed=False)).startswith(">tr|P00001|TEST_HUMAN ")


def test_a_protein_without_accession_gets_none_invented():
    text = fasta_text(detail(accession="", entry_name="", gene_symbol="MY GENE|1"))
    assert text.startswith(">lcl|MY_GENE_1 Test protein OS=Homo sapiens OX=9606 ")


def test_what_is_not_known_is_left_out_of_the_header():
    header = fasta_text(detail(gene_symbol="", existence=0, version=0)).splitlines()[0]
    assert header == ">sp|P00001|TEST_HUMAN Test protein OS=Homo sapiens OX=9606"


@pytest.mark.parametrize(("kind", "mark"), [("NON_TER", "(Fragment)"), ("NON_CONS", "(Fragments)")])
def test_a_fragment_is_named_as_uniprot_does(kind, mark):
    assert f"Test protein {mark} OS=" in fasta_text(detail(feature(kind)))


@pytest.mark.parametrize("asked", ["P00001-2", "p00001-2", "2", "Short", "h14"])
def test_an_isoform_is_found_by_id_number_or_name(asked):
    text = fasta_text(detail(isoforms=ISOFORMS), asked)
    assert (
        text.splitlines()[0] == ">sp|P00001-2|TEST_HUMAN Isoform Short of Test protein OS=Homo sapiens OX=9606 GN=TEST1"
    )
    assert str(read(text)[0].seq) == SHORT


@pytest.mark.parametrize("asked", ["", "P00001", "P00001-1", "1"])
def test_the_canonical_isoform_has_the_header_of_the_entry(asked):
    assert fasta_text(detail(isoforms=ISOFORMS), asked) == fasta_text(detail())


def test_all_isoforms_are_those_whose_sequence_is_known():
    assert [record.id for record in read(fasta_text(detail(isoforms=ISOFORMS), "all"))] == [
        "sp|P00001|TEST_HUMAN",
        "sp|P00001-2|TEST_HUMAN",
    ]


def test_all_of_a_protein_without_isoforms_is_its_sequence():
    assert fasta_text(detail(), "all") == fasta_text(detail())


def test_an_isoform_without_sequence_is_refused():
    with pytest.raises(NothingToExport, match="P00001-3"):
        fasta_text(detail(isoforms=ISOFORMS), "3")


def test_an_unknown_isoform_is_refused_with_those_there_are():
    with pytest.raises(NotFound) as refusal:
        fasta_text(detail(isoforms=ISOFORMS), "9")
    assert "P00001-2" in refusal.value.remedy


def test_a_range_stands_behind_the_entry_name_and_is_closed():
    text = fasta_text(detail(), residues=Residues(2, 5))
    assert text.startswith(">sp|P00001|TEST_HUMAN/2-5 Test protein ")
    assert text.endswith("\nKTAY\n")


def test_one_residue_is_a_range_as_well():
    text = fasta_text(detail(), residues=Residues(70, 70))
    assert text.splitlines()[0].startswith(">sp|P00001|TEST_HUMAN/70-70 ")
    assert text.splitlines()[1] == SEQUENCE[-1]


def test_a_range_counts_on_the_isoform():
    with pytest.raises(Trouble, match="P00001-2 has 30 residues"):
        fasta_text(detail(isoforms=ISOFORMS), "2", Residues(20, 31))


def test_a_range_past_the_end_is_refused():
    with pytest.raises(Trouble) as refusal:
        fasta_text(detail(), residues=Residues(60, 71))
    assert str(refusal.value) == (
        "residues 60-71 lie past the end, P00001 has 70 residues, ask for a range within 1-70"
    )
