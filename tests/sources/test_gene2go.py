"""NCBI's gene2go, with the header of today and that of before 2016."""

from pathlib import Path

import pytest

from atlasview.records.term import GeneTerm, Term
from tests.sources.outcomes import outcomes, written

NAMES = "tax_id GeneID GO_ID Evidence Qualifier GO_term PubMed Category"
NEW = "#" + NAMES.replace(" ", "\t")
OLD = f"#Format: {NAMES} (tab is used as a separator, pound sign - start of a comment)"
ROWS = (
    "9606\t3575\tGO:0004917\tIDA\tNOT enables\tinterleukin-7 receptor activity\t1|2\tFunction\n"
    "9606\t3575\tGO:0005886\tIEA\t-\tplasma membrane\t-\tComponent\n"
    "10090\t16197\tGO:0005886\tIEA\t-\tplasma membrane\t-\tComponent\n"
    "9606\tx\tGO:0005886\tIEA\t-\tplasma membrane\t-\tComponent\n"
)


@pytest.mark.parametrize("header", [NEW, OLD])
def test_each_paper_of_a_row_is_a_reference_of_its_own(tmp_path: Path, header: str) -> None:
    found = outcomes(written(tmp_path, f"{header}\n{ROWS}"))
    assert found.format == "gene2go"
    assert found.of(GeneTerm) == [
        GeneTerm("NCBIGene:3575", "GO:0004917", "NOT|enables", "IDA", "PMID:1", "", "here"),
        GeneTerm("NCBIGene:3575", "GO:0004917", "NOT|enables", "IDA", "PMID:2", "", "here"),
        GeneTerm("NCBIGene:3575", "GO:0005886", "", "IEA", "", "", "here"),
    ]
    assert [(one.id, one.name, one.category) for one in found.of(Term)] == [
        ("GO:0004917", "interleukin-7 receptor activity", "molecular_function"),
        ("GO:0005886", "plasma membrane", "cellular_component"),
    ]
    assert [(one.line, one.reason) for one in found.filtered] == [(4, "another organism")]
    assert [(one.line, one.reason) for one in found.rejected] == [(5, "no gene or no GO term")]
