"""`atlasview export sequence`: files that others read, and refusals that leave the old file."""

from io import StringIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from Bio import SeqIO

from atlasview.records.sequence import crc64

GOLDEN = Path(__file__).parent.parent / "golden"


def records(text: str):
    return list(SeqIO.parse(StringIO(text), "fasta"))


def test_il21_under_a_correct_header(atlasview):
    answer = atlasview("export", "sequence", "IL21")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines()[0] == (
        ">sp|Q9HBE4|IL21_HUMAN Interleukin-21 OS=Homo sapiens OX=9606 GN=IL21 PE=1 SV=3"
    )
    (record,) = records(answer.out)
    assert len(record) == 162
    assert crc64(str(record.seq)) == "54EFD4EED3AB97FE"


def test_of_several_genes_one_without_a_protein_is_left_out_and_said(atlasview):
    answer = atlasview("export", "sequence", "IL21", "JAK3", "IL7R")
    assert (answer.status, [record.id for record in records(answer.out)]) == (
        0,
        ["sp|Q9HBE4|IL21_HUMAN", "sp|P16871|IL7RA_HUMAN"],
    )
    assert answer.err == "atlasview: JAK3 is left out: this atlas knows no protein of JAK3\n"


def test_several_genes_of_which_none_has_a_protein_are_refused(atlasview):
    answer = atlasview("export", "sequence", "JAK3", "CL:0002038")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("atlasview: this atlas knows no protein of JAK3, ")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["IL21"], "il21.fasta"),
        (["IL21", "--isoform", "all"], "il21-all.fasta"),
        (["IL21 45-96"], "il21-45-96.fasta"),
        (["P16871-2"], "il7r-isoform-3.fasta"),
        (["IL21", "IL7R", "--range", "1-70"], "two-places.fasta"),
    ],
)
def test_files_are_those_that_were_checked(atlasview, words, name):
    assert atlasview("export", "sequence", *words).out == (GOLDEN / name).read_text(encoding="utf-8")


def test_an_isoform_is_asked_for_by_id_or_by_place(atlasview):
    by_option = atlasview("export", "sequence", "IL21", "--isoform", "Q9HBE4-2").out
    assert by_option.startswith(">sp|Q9HBE4-2|IL21_HUMAN Isoform 2 of Interleukin-21 OS=Homo sapiens OX=9606 GN=IL21\n")
    assert atlasview("export", "sequence", "Q9HBE4-2").out == by_option
    assert atlasview("export", "sequence", "q9hbe4", "--isoform", "2").out == by_option


@pytest.mark.parametrize("residues", ["45-96", "96-45"])
def test_a_place_with_residues_and_a_range_are_the_same_whichever_end_is_named_first(atlasview, residues):
    written = atlasview("export", "sequence", "IL21", "--range", residues).out
    assert "IL21_HUMAN/45-96 " in written
    assert atlasview("export", "sequence", f"IL21 {residues}").out == written


def test_what_is_asked_twice_is_written_once(atlasview):
    assert atlasview("export", "sequence", "IL21", "il21", "Q9HBE4").out == atlasview("export", "sequence", "IL21").out


def test_a_file_is_written_and_reported(atlasview, tmp_path):
    target = tmp_path / "two.fasta"
    target.write_text("old")
    answer = atlasview("export", "sequence", "IL21", "IL7R", "-o", target)
    assert (answer.status, answer.out) == (0, "")
    assert answer.err == f"atlasview: wrote 2 sequences (FASTA) to {target}\n"
    assert [record.id for record in records(target.read_text())] == ["sp|Q9HBE4|IL21_HUMAN", "sp|P16871|IL7RA_HUMAN"]
    assert b"\r" not in target.read_bytes()
    assert atlasview("export", "sequence", "IL21", "-o", "-").out.startswith(">sp|Q9HBE4|")


@pytest.mark.parametrize(
    ("name", "form", "called"),
    [
        ("a.gp", "genpept", "GenPept"),
        ("a.gb", "genpept", "GenPept"),
        ("a.gff3", "gff3", "GFF3 of the features"),
        ("a.gff", "gff3", "GFF3 of the features"),
    ],
)
def test_the_name_of_the_file_says_the_format(atlasview, tmp_path, name, form, called):
    target = tmp_path / name
    answer = atlasview("export", "sequence", "IL21", "IL7R", "-o", target)
    assert answer.err == f"atlasview: wrote 2 sequences ({called}) to {target}\n"
    assert target.read_text(encoding="utf-8") == atlasview("export", "sequence", "IL21", "IL7R", "--format", form).out


def test_genpept_of_several_genes_and_isoforms(atlasview):
    answer = atlasview("export", "sequence", "IL21", "IL7R", "--isoform", "all", "--format", "genpept")
    read = list(SeqIO.parse(StringIO(answer.out), "genbank"))
    assert [record.id for record in read][:3] == ["Q9HBE4.3", "Q9HBE4-2", "P16871.3"]
    assert [crc64(str(record.seq)) for record in read][:1] == ["54EFD4EED3AB97FE"]


def test_gff3_of_several_genes_is_one_file(atlasview):
    text = atlasview("export", "sequence", "IL21", "IL7R", "IL21 45-96", "--format", "gff3").out
    assert text.count("##gff-version 3") == 1
    assert text.count("##sequence-region Q9HBE4 1 162") == text.count("##sequence-region P16871 1 459") == 1
    assert text.count("\tID=Q9HBE4:1;") == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["JAK3"], "this atlas knows no protein of JAK3"),
        (["CL:0002038"], "a cell type has no protein"),
        (["IL21", "--range", "150-200"], "residues 150-200 lie past the end, Q9HBE4 has 162 residues"),
        (["IL21", "--isoform", "Q9HBE4-7"], "no isoform 'Q9HBE4-7', Q9HBE4, it has Q9HBE4-1, Q9HBE4-2"),
        (["IL21", "zzzz"], "zzzz"),
    ],
)
def test_what_is_not_there_is_refused_and_nothing_is_written(atlasview, tmp_path, words, told):
    target = tmp_path / "old.fasta"
    target.write_text("old")
    answer = atlasview("export", "sequence", *words, "-o", target)
    assert answer.status == 1
    assert answer.err.startswith("atlasview: ")
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert target.read_text() == "old"


@pytest.mark.parametrize("words", [["--range", "5-0"], ["--range", "0-5"], ["--range", "x"], ["--format", "embl"]])
def test_wrong_usage_is_status_2(atlasview, words):
    answer = atlasview("export", "sequence", "IL21", *words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert "see atlasview export sequence --help" in answer.err


def test_a_feature_of_another_source_than_the_entry_names_its_own(atlasview):
    card = "Atlas of Genetics and Cytogenetics in Oncology and Haematology, IL7R"
    lines = atlasview("export", "sequence", "IL7R", "--format", "gff3").out.splitlines()
    rows = [unquote(line).split("\t") for line in lines if not line.startswith("#")]
    assert {row[3] for row in rows if row[1] == card} == {"401", "449"}
    assert {row[1] for row in rows} == {card, "UniProtKB/Swiss-Prot"}
    assert any(line.startswith(f"# features also of {card}") for line in lines)
    whole = " ".join(atlasview("export", "sequence", "IL7R", "--format", "genpept").out.split())
    assert f"Features also from {card}" in whole
    assert whole.count(f'/note="source: {card}"') == 2
    other = atlasview("export", "sequence", "IL21", "--format", "gff3").out
    assert "features also of" not in other
