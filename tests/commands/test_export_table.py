"""`atlasview export table`: the tables of pages as files."""

import csv
import json

import pytest

from atlasview.export.tables import TABLES
from atlasview.records.coding import CodingMap


def rows(text: str, separator: str) -> list[dict[str, str]]:
    return list(csv.DictReader([line for line in text.splitlines() if not line.startswith("# ")], delimiter=separator))


def test_a_table_is_tsv_where_nothing_else_is_asked(atlasview):
    answer = atlasview("export", "table", "IL21", "--what", "significance")
    assert (answer.status, answer.err) == (0, "")
    (row,) = rows(answer.out, "\t")
    assert (row["symbol"], row["cell_type"], row["csi"]) == ("IL21", "CL:0002038", "11.3")


def test_the_name_of_the_file_says_the_format(atlasview, tmp_path):
    words = ["export", "table", "IL7R", "--what", "variants", "-o"]
    told = atlasview(*words, tmp_path / "a.csv").err
    atlasview(*words, tmp_path / "a.json")
    comma = rows((tmp_path / "a.csv").read_text(encoding="utf-8"), ",")
    document = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert f"wrote {len(comma)} rows of variants to" in told
    assert [row["hgvs_p"] or None for row in comma] == [row["hgvs_p"] for row in document["rows"]]


@pytest.mark.parametrize("what", ["variants", "citations", "transcripts", "interactions"])
def test_a_table_has_the_rows_of_the_document(atlasview, what):
    table = json.loads(atlasview("export", "table", "IL7R", "--what", what, "--format", "json").out)
    assert len(table["rows"]) == len(atlasview("show", "IL7R", "--json").document[what]) > 0


def test_a_cell_type_has_a_table_of_its_genes(atlasview):
    table = rows(atlasview("export", "table", "CL:0002038", "--what", "significance", "--format", "csv").out, ",")
    assert "IL21" in {row["symbol"] for row in table}


def test_features_of_an_isoform_stand_in_its_numbers_beside_those_of_the_source(atlasview, gene):
    answer = atlasview("export", "table", "FGFR2", "--what", "features", "--isoform", "P21802-16")
    (detail,) = (one for one in gene("FGFR2").proteins if one.protein.accession == "P21802")
    sequence = next(one.sequence for one in detail.isoforms if one.id == "P21802-16")
    found = rows(answer.out, "\t")
    assert {row["on_isoform"] for row in found} == {"P21802-16"}
    moved = [row for row in found if row["start"] != row["on_isoform_start"] and row["type"] != "VAR_SEQ"]
    assert moved
    for row in moved:
        was = detail.protein.sequence[int(row["start"]) - 1 : int(row["end"])]
        assert sequence[int(row["on_isoform_start"]) - 1 : int(row["on_isoform_end"])] == was
    assert "# positions: counted from 1 on the whole sequence that the row names, as UniProt counts" in answer.out
    assert "not shown" in answer.err


def test_a_range_keeps_what_touches_it_and_a_bond_by_its_ends(atlasview):
    found = rows(atlasview("export", "table", "INS", "--what", "features", "--range", "60-95").out, "\t")
    spans = {(row["type"], int(row["start"]), int(row["end"])) for row in found}
    assert ("DISULFID", 43, 109) not in spans
    assert ("DISULFID", 31, 96) not in spans
    assert ("DISULFID", 95, 100) in spans
    assert ("PROPEP", 57, 87) in spans
    whole = rows(atlasview("export", "table", "INS", "--what", "features").out, "\t")
    assert len(found) < len(whole)
    assert "on_isoform" not in whole[0]


@pytest.mark.parametrize("words", [("INS:31-32",), ("INS", "--range", "31-32")])
def test_numbers_of_a_chain_stand_in_columns_of_their_own(atlasview, words):
    answer = atlasview("export", "table", *words, "--what", "variants", "--numbering", "B chain", "--format", "json")
    document = json.loads(answer.out)
    found = document["rows"]
    assert {(row["position"], row["on_isoform_position"], row["chain_position"]) for row in found} == {(32, 32, 8)}
    assert {row["chain"] for row in found} == {"Insulin B chain"}
    assert "columns chain from 1 in Insulin B chain, residues 25-54" in document["meta"]["positions"]
    assert f"{len(found)} of 27 variants shown" in document["meta"]["notes"][0]
    assert document["meta"]["notes"][0] in answer.err


@pytest.mark.parametrize("place", ["P16871-2", "IL7R"])
def test_variants_of_an_isoform_keep_the_words_of_the_source(atlasview, place):
    isoform = () if place == "P16871-2" else ("--isoform", "P16871-2")
    found = rows(atlasview("export", "table", place, *isoform, "--what", "variants", "--format", "csv").out, ",")
    assert {row["symbol"] for row in found} == {"IL7R"}
    assert {row["hgvs_p"]: row["on_isoform_position"] for row in found}["p.Thr244Ile"] == "244"
    assert all(int(row["on_isoform_position"]) <= 298 for row in found)


def test_transcripts_say_which_bases_code_for_residues(atlasview, gene):
    answer = atlasview("export", "table", "JAK1", "--what", "transcripts", "--range", "45-96", "--isoform", "P23458-1")
    found = rows(answer.out, "\t")
    by_id = {one.id: one for one in gene("JAK1").transcripts}
    assert len(found) == len(by_id)
    for row in found:
        bases = [base for residue in range(45, 97) for base in CodingMap(by_id[row["transcript"]]).codon(residue)]
        ranges = [tuple(map(int, part.split("-"))) for part in row["coded_by"].split("|")]
        assert [base for low, high in ranges for base in range(high, low - 1, -1)] == bases  # on the reverse strand
    assert "# positions: residues 45-96 were asked for" in answer.out


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["IL7R", "--what", "features", "--isoform", "P16871-9"], 1, "no isoform 'P16871-9'"),
        (["IL7R", "--what", "variants", "--range", "450-460"], 1, "P16871 has 459 residues"),
        (["IL7R", "--what", "variants", "--range", "1-9"], 1, "no variants of IL7R are left"),
        (["IL7R", "--what", "transcripts", "--range", "45"], 1, "not known to code for residue 45 of P16871-1"),
        (["IL7R", "--what", "transcripts", "--isoform", "P16871-4"], 1, "not known to make P16871-4"),
        (["INS", "--what", "features", "--numbering", "mature"], 1, "P01308 has several mature chains"),
        (["IL7R", "--what", "terms", "--range", "45"], 2, "--range: it is not an option of --what terms"),
        (["JAK1", "--what", "transcripts", "--numbering", "mature"], 2, "--numbering: it is not an option"),
        (["IL7R", "--what", "features", "--range", "5-0"], 2, "'5-0' is not a range"),
        (["IL7R:A185C", "--what", "features"], 1, "residue 185 of P16871 is S, not A"),
        (["IFNL4", "--what", "expression"], 1, "this atlas has no expression of IFNL4"),
        (["CL:0002038", "--what", "variants"], 1, "the page of a cell type has no table of variants"),
        (["zzzzqq", "--what", "variants"], 1, "zzzzqq"),
        (["IL21"], 2, "--what"),
        (["IL21", "--what", "nonsense"], 2, f"is not one of {', '.join(TABLES)}"),
        (["IL21", "--what", "terms", "--format", "xlsx"], 2, "'xlsx' is not one of tsv, csv, json"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line_and_the_old_file_stays(atlasview, tmp_path, words, status, told):
    target = tmp_path / "old.tsv"
    target.write_text("old")
    answer = atlasview("export", "table", *words, "-o", target)
    assert (answer.status, answer.out) == (status, "")
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert target.read_text() == "old"


@pytest.mark.parametrize(
    ("words", "name", "endings"),
    [
        (("table", "IL21", "--what", "terms"), "a.xlsx", ".tsv, .csv, .json"),
        (("citations", "IL21"), "a.docx", ".ris, .bib, .json, .nbib, .txt"),
        (("sequence", "IL21"), "a.PDF", ".fasta, .gp, .gff3"),
    ],
)
def test_the_name_of_a_format_that_is_not_written_is_refused(atlasview, tmp_path, words, name, endings):
    answer = atlasview("export", *words, "-o", tmp_path / name)
    assert answer.status == 1
    assert answer.err == (
        f"atlasview: it is not written in that format, {tmp_path / name}, "
        f"give the file a name that ends in {endings}, or say --format\n"
    )
    assert not list(tmp_path.iterdir())
