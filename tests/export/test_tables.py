"""Tables of pages as TSV, CSV and JSON, read back."""

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlasview.atlas.page import profile
from atlasview.atlas.reader import AtlasReader
from atlasview.export.document import document
from atlasview.export.tables import SUFFIXES, TABLES, offered, page_table, rows_text, table_text
from atlasview.export.tables.delimited import cell_text
from atlasview.export.tables.table import Cell, Table
from atlasview.records.expression import Expression
from atlasview.records.interaction import Interaction
from atlasview.records.place import Kind, Place
from atlasview.records.profile import GeneLink, GeneProfile
from atlasview.records.publication import stand_in
from atlasview.records.source import AtlasLabel
from atlasview.records.transcript import Exon, Transcript
from atlasview.records.trouble import NothingToExport
from tests.export.papers import odd_texts
from tests.export.profiles import gene, scored

SEPARATORS = {"tsv": "\t", "csv": ","}


def split(text: str) -> tuple[list[str], list[str]]:
    """Comment lines and the lines of the table."""
    lines = text.split("\n")
    assert lines.pop() == ""
    count = next(number for number, line in enumerate(lines) if not line.startswith("# "))
    return [line.removeprefix("# ") for line in lines[:count]], lines[count:]


def read(table: Table, form: str) -> list[dict[str, str]]:
    _comments, lines = split(table_text(table, form))
    return list(csv.DictReader(lines, delimiter=SEPARATORS[form], strict=True))


def meaning(text: str, cell: Cell):
    """A cell's text in the type of the cell that it was written from."""
    if cell is None or isinstance(cell, bool):
        return {"": None, "true": True, "false": False}[text]
    if isinstance(cell, int | float):
        return type(cell)(text)
    if isinstance(cell, tuple):
        return tuple(text.split("|")) if text else ()
    return text.removeprefix("'") if cell.startswith("+") else text


@pytest.fixture(scope="module")
def tables(genes) -> list[Table]:
    """Every table of every gene."""
    made = [page_table(page, what) for page in genes.values() for what in offered(page)]
    assert {table.what for table in made} >= {
        "significance",
        "features",
        "variants",
        "terms",
        "citations",
        "transcripts",
    }
    return made


@pytest.mark.parametrize("form", SEPARATORS)
def test_every_cell_of_every_gene_is_read_back(tables, form):
    for table in tables:
        rows = read(table, form)
        assert len(rows) == len(table.rows)
        for got, row in zip(rows, table.rows, strict=True):
            values = [meaning(text, cell) for text, cell in zip(got.values(), row, strict=True)]
            assert values == [cell.strip() if isinstance(cell, str) else cell for cell in row]


def test_every_cell_of_every_gene_is_read_back_from_json(tables):
    for table in tables:
        document = json.loads(table_text(table, "json"))
        assert document["meta"]["row_count"] == len(document["rows"]) == len(table.rows)
        names = [column["name"] for column in document["meta"]["columns"]]
        for got, row in zip(document["rows"], table.rows, strict=True):
            assert list(got) == names
            assert list(got.values()) == [
                list(cell) if isinstance(cell, tuple) else cell or _none(cell) for cell in row
            ]


def _none(cell: Cell):
    return None if cell == "" and isinstance(cell, str) else cell


def test_the_significance_of_il21_is_as_published(genes):
    (row,) = read(page_table(genes["IL21"], "significance"), "tsv")
    assert (row["gene"], row["symbol"]) == ("HGNC:6005", "IL21")
    assert (row["cell_type"], row["label"]) == ("CL:0002038", "T follicular helper cell")
    assert (row["csi"], row["rcsi"], row["prs"]) == ("11.3", "8.46", "100.0")
    assert (row["delta"], row["donors"]) == ("", "")


@pytest.mark.parametrize("form", SEPARATORS)
def test_the_first_lines_say_what_the_table_is(genes, form):
    page = genes["IL21"]
    comments, lines = split(table_text(page_table(page, "significance"), form))
    text = "\n".join(comments)
    for said in ("subject: gene IL21 (HGNC:6005)", "version: 2026.11", f"seal: sha256 {page.atlas.sha256}"):
        assert said in text
    assert "context: Overall (overall)" in text
    assert "licence: not stated" in text
    assert "Cliff's delta" in text
    names = lines[0].split(SEPARATORS[form])
    assert [line.split()[1].rstrip(":") for line in comments if line.startswith("column ")] == names


def test_json_says_the_same_beside_its_rows(genes):
    meta = json.loads(table_text(page_table(genes["IL21"], "significance"), "json"))["meta"]
    assert meta["atlas"]["sha256"] == genes["IL21"].atlas.sha256
    assert meta["subject"] == {"kind": "gene", "id": "HGNC:6005", "label": "IL21"}
    assert meta["contexts"] == ["Overall (overall), data set Genular"]
    assert meta["sources"][0]["licence"] == "not stated"


@pytest.mark.parametrize("what", TABLES)
def test_every_column_says_what_it_means(what):
    names = [column.name for column in TABLES[what].columns]
    assert len(set(names)) == len(names)
    assert all(column.meaning and "\n" not in column.meaning for column in TABLES[what].columns)
    assert not {"gene", "symbol"} & set(names)


def test_a_comment_of_csv_is_one_cell():
    label = AtlasLabel('Evil, "=1+1"', "1,=2", "")
    text = table_text(page_table(gene(scores=(scored("1", csi=1.0),), atlas=label), "significance"), "csv")
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert len(comments) > 10
    assert all(len(next(csv.reader([line]))) == 1 for line in comments)


def test_zero_is_not_empty_and_unmeasured_is_not_zero():
    samples = (
        Expression("HGNC:1", "lung", "", "", 0.0, "", "", "nTPM", "tissue", "HPA", "scores"),
        Expression("HGNC:1", "liver", "", "", None, "", "", "nTPM", "tissue", "HPA", "scores"),
        Expression("HGNC:1", "gut", "", "", 1e-17, "", "", "nTPM", "tissue", "HPA", "scores"),
    )
    table = page_table(gene(expression=samples), "expression")
    assert [row["value"] for row in read(table, "csv")] == ["0.0", "", "1e-17"]
    assert [row["value"] for row in json.loads(table_text(table, "json"))["rows"]] == [0.0, None, 1e-17]


def test_strands_flags_and_exons_of_a_transcript():
    transcript = Transcript(
        "HGNC:1", "ENST1", "GRCh38", "protein coding", True, False, False, "4", "-", (Exon(90, 99), Exon(10, 20)), 2,
        21, None, None, None, "", "", "", "scores",
    )  # fmt: skip
    (row,) = read(page_table(gene(transcripts=(transcript,)), "transcripts"), "tsv")
    assert (row["strand"], row["mane_select"], row["canonical"]) == ("-", "true", "false")
    assert (row["exons"], row["cds_start"], row["length"]) == ("90-99|10-20", "", "21")


def test_channels_of_an_interaction_keep_their_values():
    pair = (Interaction("HGNC:1", "HGNC:2", 0.999, (("experiments", 0.25), ("text mining", 0.9)), "scores"),
            GeneLink("HGNC:2", "TEST2", "test gene 2"))  # fmt: skip
    (row,) = read(page_table(gene(interactions=(pair,)), "interactions"), "tsv")
    assert (row["partner"], row["partner_symbol"]) == ("HGNC:2", "TEST2")
    assert row["channels"] == "experiments=0.25|text mining=0.9"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
        ("+1237 A/G", "'+1237 A/G"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(1)", "'@SUM(1)"),
        ("＝1+1", "'＝1+1"),
        ("\t=1+1", "'=1+1"),
        ("-5", "-5"),
        ("+.5e-10", "+.5e-10"),
        ("-", "-"),
        ("3-5", "3-5"),
        ("", ""),
    ],
)
def test_a_text_cannot_become_a_formula_and_numbers_stay_numbers(text, written):
    assert cell_text(text) == written
    assert cell_text((text,)) == written


@pytest.mark.parametrize(("cell", "written"), [(None, ""), (-5, "-5"), (0, "0"), (-0.1, "-0.1"), (1e300, "1e+300")])
def test_numbers_have_a_decimal_point_and_all_their_digits(cell, written):
    assert cell_text(cell) == written


@given(st.lists(st.tuples(odd_texts, odd_texts, st.floats(allow_nan=False, allow_infinity=False)), min_size=1))
def test_odd_texts_keep_to_their_cells(rows):
    for separator in SEPARATORS.values():
        text = rows_text(rows, separator)
        back = list(csv.reader(StringIO(text), delimiter=separator, strict=True))
        assert [len(row) for row in back] == [3] * len(rows)
        assert text.count("\n") == len(text.splitlines()) == len(rows)
        assert [float(row[2]) for row in back] == [row[2] for row in rows]
        assert not any(len(cell) > 1 and cell[0] in "=@" for row in back for cell in row)


def test_a_table_is_filled_with_the_rows_that_are_wanted(genes):
    table = page_table(genes["TP53"], "variants")
    assert len(table.rows) > 100
    assert len(read(replace(table, rows=table.rows[:3]), "tsv")) == 3


def test_the_page_of_a_cell_type_has_its_genes_with_scores(atlas_path: Path):
    with AtlasReader(atlas_path) as reader:
        page = profile(reader, Place(Kind.CELL_TYPE, "CL:0002038"))
    assert set(offered(page)) >= {"significance", "genes"}
    rows = read(page_table(page, "significance"), "tsv")
    assert {row["label"] for row in rows} == {"T follicular helper cell"}
    assert ("HGNC:6005", "IL21", "11.3") in [(row["gene"], row["symbol"], row["csi"]) for row in rows]


def test_the_page_of_a_protein_has_its_features_under_its_genes(atlas_path: Path):
    with AtlasReader(atlas_path) as reader:
        page = profile(reader, Place(Kind.PROTEIN, "UniProtKB:Q9HBE4"))
    rows = read(page_table(page, "features"), "csv")
    assert {(row["gene"], row["symbol"], row["accession"]) for row in rows} == {("HGNC:6005", "IL21", "Q9HBE4")}
    assert next(row for row in rows if row["type"] == "SIGNAL")["ontology_term"] == "SO:0000418"


@pytest.mark.parametrize(
    ("page", "what", "said"),
    [
        (gene(), "variants", "this atlas has no variants of TEST1"),
        (gene(), "genes", "the page of a gene has no table of genes"),
    ],
)
def test_a_table_without_rows_is_refused(page: GeneProfile, what, said):
    with pytest.raises(NothingToExport, match=said) as refusal:
        page_table(page, what)
    assert refusal.value.remedy == "this page has identifiers"


def test_the_same_page_gives_the_same_text(genes):
    for form in SUFFIXES:
        assert table_text(page_table(genes["IL7R"], "terms"), form) == table_text(
            page_table(genes["IL7R"], "terms"), form
        )


def test_a_paper_without_a_title_has_an_empty_cell_and_null(genes):
    page = genes["IL21"]
    first = page.citations[0]
    called = replace(first.publication, title=stand_in(first.publication))
    listed = replace(page, citations=(replace(first, publication=called),))
    (row,) = read(page_table(listed, "citations"), "tsv")
    assert (row["id"], row["title"]) == (called.id, "")
    assert json.loads(table_text(page_table(listed, "citations"), "json"))["rows"][0]["title"] is None
    assert document(listed)["citations"][0]["title"] is None


def test_an_identifier_is_no_name_of_a_disease(genes: dict[str, GeneProfile]) -> None:
    page = genes["IL7R"]
    nameless = [replace(one, disease=replace(one.disease, name=one.disease.id)) for one in page.diseases]
    page = replace(page, diseases=tuple(nameless), disease_names={})
    for kind in ("diseases", "variants"):
        rows = read(page_table(page, kind), "tsv")
        assert any(row["disease"] for row in rows)
        assert {row["disease_name"] for row in rows} == {""}
