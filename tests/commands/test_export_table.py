"""`atlasview export table`: the tables of pages as files."""

import csv
import json

import pytest

from atlasview.export.tables import TABLES


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


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
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
