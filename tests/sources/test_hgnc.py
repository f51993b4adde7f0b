"""HGNC's complete set: what is taken, from tables of any year and from JSON, and what is left out."""

import csv
import gzip
import html
import io
import json
from pathlib import Path

import pytest

from atlasview.records.gene import Gene, GeneName, Location
from atlasview.records.reference import CrossReference
from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import Outcomes, outcomes, told, written

IL7R = {
    "hgnc_id": "HGNC:6024",
    "symbol": "IL7R",
    "name": "interleukin 7 receptor",
    "locus_type": "gene with protein product",
    "status": "Approved",
    "location": "5p13.2",
    "alias_symbol": ["CD127", "IL7RA"],
    "alias_name": ["soluble IL-7 &#945; receptor"],
    "gene_group": ["CD molecules", "Interleukin receptors"],
    "gene_group_id": [471, 602],
    "date_modified": "2023-02-13",
    "entrez_id": "3575",
    "ensembl_gene_id": "ENSG00000168685",
    "mgd_id": ["MGI:96562"],
    "iuphar": "objectId:1698",
    "orphanet": 159734,
    "agr": "HGNC:6024",
    "lsdb": ["LRG_74|http://example.org/LRG_74.xml"],
    "mane_select": ["ENST00000303115.8", "NM_002185.5"],
}


def table(*entries: dict[str, object], renamed: dict[str, str] | None = None, quoted: bool = False) -> str:
    names = list(entries[0])
    lines = ["\t".join((renamed or {}).get(name, name) for name in names)]
    for entry in entries:
        cells = ["|".join(map(str, v)) if isinstance(v, list) else str(v) for v in map(entry.get, names)]
        lines.append("\t".join(f'"{cell}"' if quoted and "|" in cell else cell for cell in cells))
    return "\n".join(lines) + "\n"


def references(found: Outcomes) -> set[tuple[str, str, str]]:
    return {(one.database, one.id, one.label) for one in found.of(CrossReference)}


@pytest.fixture
def il7r(tmp_path: Path) -> Outcomes:
    return outcomes(written(tmp_path, table(IL7R, quoted=True)))


def test_a_row_gives_the_gene_its_names_and_its_identifiers(il7r: Outcomes) -> None:
    (row,) = il7r.taken
    assert (row.line, row.key, row.version) == (2, "HGNC:6024", ("2023-02-13",))
    location = Location("5p13.2", "5")
    assert il7r.of(Gene) == [
        Gene("HGNC:6024", "IL7R", "interleukin 7 receptor", "gene with protein product", location, 9606, "here")
    ]
    assert [(name.kind, name.text) for name in il7r.of(GeneName)] == [
        ("alias", "CD127"),
        ("alias", "IL7RA"),
        ("name", "soluble IL-7 α receptor"),
    ]
    assert references(il7r) == {
        ("NCBIGene", "3575", ""),
        ("ENSEMBL", "ENSG00000168685", ""),
        ("MGI", "96562", ""),
        ("IUPHAR", "1698", ""),
        ("Orphanet", "159734", "gene"),
        ("AGR", "HGNC:6024", ""),
        ("LRG", "LRG_74", ""),
        ("MANE Select", "ENST00000303115.8", ""),
        ("MANE Select", "NM_002185.5", ""),
        ("HGNC gene group", "471", "CD molecules"),
        ("HGNC gene group", "602", "Interleukin receptors"),
    }
    assert il7r.file.date == "2023-02-13"


def test_json_gives_the_same_as_the_table(tmp_path: Path, il7r: Outcomes) -> None:
    document = {"responseHeader": {"status": 0}, "response": {"numFound": 1, "docs": [IL7R]}}
    for number, indent in enumerate((None, 2)):
        found = outcomes(written(tmp_path, json.dumps(document, indent=indent), f"{number}.json"))
        assert found.format == "hgnc-json"
        assert found.records == il7r.records


def test_the_columns_of_2018_are_read(tmp_path: Path, il7r: Outcomes) -> None:
    entry = {key: value for key, value in IL7R.items() if key != "mane_select"}
    renamed = {"gene_group": "gene_family", "gene_group_id": "gene_family_id"}
    found = outcomes(written(tmp_path, table(entry, renamed=renamed)))
    assert references(found) == {one for one in references(il7r) if one[0] != "MANE Select"}


def test_withdrawn_entries_and_other_organisms_are_left_out(tmp_path: Path) -> None:
    path = written(tmp_path, table(IL7R, IL7R | {"hgnc_id": "HGNC:1", "status": "Entry Withdrawn"}))
    assert [(one.line, one.reason) for one in outcomes(path).filtered] == [(3, "withdrawn")]
    mouse = outcomes(path, taxon=10090)
    assert not mouse.taken
    assert {one.reason for one in mouse.filtered} == {"another organism"}


def test_rows_that_cannot_be_right_are_rejected_with_their_line(tmp_path: Path) -> None:
    text = table(IL7R, IL7R | {"hgnc_id": "6024"}, IL7R | {"symbol": ""}) + "HGNC:7\tA2M\n\n"
    found = outcomes(written(tmp_path, text))
    assert [(one.line, one.reason) for one in found.rejected] == [
        (3, "no HGNC identifier"),
        (4, "no symbol"),
        (5, "fewer cells than the file has columns"),
    ]
    assert len(found.taken) == 1


def test_gene_groups_that_do_not_pair_have_no_label(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, table(IL7R | {"gene_group": ["CD molecules"]})))
    groups = [one for one in found.of(CrossReference) if one.database == "HGNC gene group"]
    assert [(one.id, one.label) for one in groups] == [("471", ""), ("602", "")]


@pytest.mark.parametrize(
    ("band", "chromosome"),
    [
        ("Xq28 and Yq12", "X and Y"),
        ("10q23.3 or 10q24.2", "10"),
        ("mitochondria", "MT"),
        ("12p13 not on reference assembly", "12"),
        ("reserved", ""),
    ],
)
def test_the_chromosome_follows_from_the_band(tmp_path: Path, band: str, chromosome: str) -> None:
    (gene,) = outcomes(written(tmp_path, table(IL7R | {"location": band}))).of(Gene)
    assert (gene.location.band, gene.location.chromosome) == (band, chromosome)


def test_a_missing_column_is_named_with_what_stands_there(tmp_path: Path) -> None:
    path = written(tmp_path, "hgnc_id\tsymbol\tlocus_type\tfull_name\nHGNC:5\tA1BG\tx\ty\n")
    with pytest.raises(InputRefused) as trouble:
        outcomes(path)
    assert trouble.value.what == "there is no column 'name'"
    assert trouble.value.where.endswith("line 1")
    assert "full_name" in trouble.value.remedy


@pytest.mark.parametrize("end", ["", '{"hgnc_id": "HGNC:5", "symbol"'])
def test_json_that_breaks_off_is_refused_with_its_line(tmp_path: Path, end: str) -> None:
    path = written(tmp_path, f'{{"response": {{"docs": [\n{json.dumps(IL7R)},\n{end}')
    with pytest.raises(InputRefused, match="breaks off") as trouble:
        outcomes(path)
    assert trouble.value.where.endswith("line 3")


@pytest.mark.shared
def test_the_whole_set_agrees_with_the_csv_module(shared: Path) -> None:
    path = shared / "data/genes/hgnc_complete_set.txt.gz"
    found = outcomes(path)
    assert (found.read, len(found.taken)) == (43_882, 43_882)
    assert found.file.date == "2024-10-18"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as text:
        rows = [{k: html.unescape(v) for k, v in row.items()} for row in csv.DictReader(text, delimiter="\t")]
    assert [(g.id, g.symbol, g.name, g.locus_type, g.location.band) for g in found.of(Gene)] == [
        tuple(row[name] for name in ("hgnc_id", "symbol", "name", "locus_type", "location")) for row in rows
    ]
    for column, kind in {"prev_symbol": "previous symbol", "alias_symbol": "alias"}.items():
        expected = [(row["hgnc_id"], text) for row in rows for text in row[column].split("|") if text not in ("", "-")]
        assert [(one.gene, one.text) for one in found.of(GeneName) if one.kind == kind] == expected
    for column, database in {"entrez_id": "NCBIGene", "omim_id": "OMIM", "mane_select": "MANE Select"}.items():
        expected = [(row["hgnc_id"], value) for row in rows for value in row[column].split("|") if value]
        given = [(one.subject, one.id) for one in found.of(CrossReference) if one.database == database]
        assert given == expected


@pytest.mark.shared
def test_known_genes_of_the_whole_set(shared: Path) -> None:
    found = outcomes(shared / "data/genes/hgnc_complete_set.txt.gz")
    facts = {row.key: row.records for row in found.taken}
    assert CrossReference("HGNC:6024", "NCBIGene", "3575", "", "here") in facts["HGNC:6024"]
    assert CrossReference("HGNC:6024", "ENSEMBL", "ENSG00000168685", "", "here") in facts["HGNC:6024"]
    assert CrossReference("HGNC:6024", "LRG", "LRG_74", "", "here") in facts["HGNC:6024"]
    assert GeneName("HGNC:6024", "alias", "CD127", "here") in facts["HGNC:6024"]
    assert GeneName("HGNC:7132", "previous symbol", "MLL", "here") in facts["HGNC:7132"]


@pytest.mark.shared
def test_the_starter_holds_what_is_read(shared: Path) -> None:
    """The script that gathered the starter reads the same file by other means: the same facts of its genes."""
    facts = set(outcomes(shared / "data/genes/hgnc_complete_set.txt.gz").records)
    folder = Path(__file__).parents[2] / "db/starter"
    for noun, file in ((GeneName, "gene_names.tsv"), (CrossReference, "cross_references.tsv")):
        rows = csv.DictReader(io.StringIO((folder / file).read_text()), delimiter="\t", quoting=csv.QUOTE_NONE)
        starter = [row for row in rows if row.pop("licence") and row["source"] == "hgnc"]
        assert starter
        assert [row for row in starter if noun(**(row | {"source": "here"})) not in facts] == []


def test_other_tables_with_symbols_are_not_taken_for_hgncs(tmp_path: Path) -> None:
    assert told(written(tmp_path, "symbol\tname\nIL7R\tx\n")) == "no format that AtlasView reads"


def test_a_table_that_is_nearly_hgncs_says_what_it_lacks(tmp_path: Path) -> None:
    names = "hgnc_id symbol name locus_group locus_type status location entrez_id ensembl_gene_id omim_id".split()
    assert told(written(tmp_path, "\t".join(names) + "\n")) == "hgnc"
    renamed = "\t".join(names).replace("symbol", "Symbol of the gene")
    assert told(written(tmp_path, renamed + "\n")) == "nearly HGNC complete set, but without the column symbol"
    some = "\t".join(names[3:4] + names[5:])
    lack = "nearly HGNC complete set, but without the columns hgnc_id, symbol, locus_type"
    assert told(written(tmp_path, some + "\n")) == lack
    custom = "HGNC ID\tApproved symbol\tApproved name\tStatus\nHGNC:5\tA1BG\talpha-1-B glycoprotein\tApproved\n"
    assert "take the complete set" in told(written(tmp_path, custom))
