"""QuickGO's tables with all columns and with some, in other order."""

import csv
import gzip
from pathlib import Path

import pytest

from atlasview.records.term import GeneTerm, Term
from atlasview.records.trouble import InputRefused
from atlasview.sources.gene_product import evidence_code
from atlasview.sources.opened import SourceFile
from atlasview.sources.quickgo import FORMATS
from tests.sources.outcomes import outcomes, written

HEADER = (
    "GENE PRODUCT DB\tGENE PRODUCT ID\tSYMBOL\tQUALIFIER\tGO TERM\tGO NAME\tGO ASPECT\tECO ID\tGO EVIDENCE CODE\t"
    "REFERENCE\tWITH/FROM\tTAXON ID\tTAXON NAME\tASSIGNED BY\tGENE NAME\tDATE"
)
ROW = (
    "UniProtKB\tP16871-2\tIL7R\tNOT|enables\tGO:0004917\tinterleukin-7 receptor activity\tmolecular_function\t"
    "ECO:0000318\tIBA\tGO_REF:0000033\tPANTHER:PTN1\t9606\tHomo sapiens\tGO_Central\tInterleukin-7 receptor\t20250325"
)
LINK = GeneTerm("UniProtKB:P16871", "GO:0004917", "NOT|enables", "IBA", "GO_REF:0000033", "GO_Central", "here")
TERM = Term("GO:0004917", "interleukin-7 receptor activity", "molecular_function", "", False, "", "here")


def test_the_term_is_named_once(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, f"{HEADER}\n{ROW}\n{ROW.replace('P16871-2', 'P31785')}\n"))
    assert found.taken[0].records == [LINK, TERM]
    assert [type(record) for record in found.taken[1].records] == [GeneTerm]
    assert {one.key for one in found.taken} == {""}


def test_some_columns_in_another_order_are_enough(tmp_path: Path) -> None:
    cells = dict(zip(HEADER.split("\t"), ROW.split("\t"), strict=True))
    names = ["GO TERM", "ECO ID", "GENE PRODUCT ID", "GENE PRODUCT DB", "QUALIFIER"]
    found = outcomes(written(tmp_path, "\t".join(names) + "\n" + "\t".join(cells[name] for name in names) + "\n"))
    assert found.records == [GeneTerm("UniProtKB:P16871", "GO:0004917", "NOT|enables", "IBA", "", "", "here")]
    assert found.file.remarks == ["the file does not say of which organism its gene products are: all were read"]


def test_an_eco_term_without_go_code_stays(tmp_path: Path) -> None:
    text = "GENE PRODUCT DB\tGENE PRODUCT ID\tGO TERM\tECO ID\nUniProtKB\tP16871\tGO:0004917\tECO:9999999\n"
    assert outcomes(written(tmp_path, text)).records[0].evidence == "ECO:9999999"


def test_rows_that_are_not_wanted_or_not_right(tmp_path: Path) -> None:
    rows = [
        ROW.replace("9606", "10090"),
        ROW.replace("UniProtKB", "ComplexPortal"),
        ROW.replace("GO:0004917", "x"),
        ROW.replace("P16871-2", ""),
    ]
    found = outcomes(written(tmp_path, "\n".join([HEADER, *rows])))
    assert [(one.line, one.reason) for one in found.filtered] == [
        (2, "another organism"),
        (3, "annotates a complex, not a gene"),
    ]
    assert [(one.line, one.reason) for one in found.rejected] == [
        (4, "no gene product or no GO term"),
        (5, "no gene product or no GO term"),
    ]


def test_a_renamed_column_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, f"{HEADER}\n{ROW}\n".replace("GO TERM", "TERM"))
    with SourceFile(path) as file, pytest.raises(InputRefused, match="there is no column 'GO TERM'"):
        list(FORMATS[0].read(file))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("quickgo_human_extract.tsv.gz", 31_601),
        ("human-dbTF-annotations-quickgo.tsv.gz", 5_019),
        ("P16871-quickgo.tsv", 70),
        ("Q9HBE4-quickgo.tsv", 49),
    ],
)
def test_real_files_agree_with_the_csv_module(shared: Path, name: str, rows: int) -> None:
    path = shared / "data/go" / name
    found = outcomes(path)
    assert (found.read, len(found.taken)) == (rows, rows)
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode()
    entries = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [(one.term, one.qualifier, one.reference) for one in found.of(GeneTerm)] == [
        (entry["GO TERM"], entry["QUALIFIER"], entry["REFERENCE"]) for entry in entries
    ]
    names: dict[str, str] = {}
    for entry in entries:
        if entry["GO NAME"]:
            names.setdefault(entry["GO TERM"], entry["GO NAME"])
    assert {one.id: one.name for one in found.of(Term)} == names
    assert all(len(one.evidence) <= 3 for one in found.of(GeneTerm))
    if "GO EVIDENCE CODE" in entries[0]:
        assert [one.evidence for one in found.of(GeneTerm)] == [entry["GO EVIDENCE CODE"] for entry in entries]


@pytest.mark.shared
def test_eco_terms_stand_for_the_codes_that_quickgo_prints_beside_them(shared: Path) -> None:
    with gzip.open(shared / "data/go/quickgo_human_extract.tsv.gz", "rt") as text:
        pairs = {(row["ECO ID"], row["GO EVIDENCE CODE"]) for row in csv.DictReader(text, delimiter="\t")}
    assert {(eco, evidence_code(eco)) for eco, _code in pairs} == pairs
