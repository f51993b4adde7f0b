"""UniProt's mapping of identifiers in its two forms."""

from pathlib import Path

import pytest

from atlasview.records.gene import GeneName
from atlasview.records.protein import GeneProtein
from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm
from tests.sources.outcomes import outcomes, rows_of, told, written

ROWS = """Q9HBE4\tUniProtKB-ID\tIL21_HUMAN
Q9HBE4\tGene_Name\tIL21
Q9HBE4\tGeneID\t59067
Q9HBE4\tHGNC\tHGNC:6005
Q9HBE4\tNCBI_TaxID\t9606
Q9HBE4-2\tUniParc\tUPI000013C714
Q9HBE4\tMIM\t605384
Q9ES17\tUniProtKB-ID\tIL21_MOUSE
Q9ES17\tGene_Name\tIl21
"""


def test_rows(tmp_path):
    found = outcomes(written(tmp_path, ROWS))
    assert found.format == "uniprot-idmapping"
    assert found.read == 9
    assert sorted(one.reason for one in found.filtered) == [
        "another organism",
        "another organism",
        "no identifier of another database",
    ]
    assert found.of(GeneName) == [GeneName("UniProtKB:Q9HBE4", "alias", "IL21", "here")]
    assert found.of(GeneProtein) == [GeneProtein("HGNC:6005", "UniProtKB:Q9HBE4", "here")]
    held = {(one.database, one.id, one.label) for one in found.of(CrossReference)}
    assert held == {
        ("UniProt entry name", "IL21_HUMAN", ""),
        ("NCBIGene", "59067", ""),
        ("UniParc", "UPI000013C714", "isoform Q9HBE4-2"),
        ("OMIM", "605384", ""),
    }
    assert len(outcomes(written(tmp_path, ROWS), taxon=None).filtered) == 1


def test_rows_that_cannot_be_right(tmp_path):
    found = outcomes(written(tmp_path, ROWS + "Q9HBE4\tGI\n" + "IL21\tGI\t5\n" + "\n" + "Q9HBE4\tGI\t\n"))
    assert [(one.line, one.reason) for one in found.rejected] == [
        (10, "a row that is not accession, kind of identifier and identifier"),
        (11, "no accession of UniProt"),
        (13, "a row that is not accession, kind of identifier and identifier"),
    ]


SELECTED = "\t".join(
    "Q9HBE4|IL21_HUMAN|59067|NP_001193935.1; NP_068575.1|332205885|2OQP:A|GO:0005125; GO:0005576|UniRef100_Q9HBE4|"
    "UniRef90_Q9HBE4|UniRef50_Q9HBE4|UPI000013C714||9606|605384; 615767||11081504|AF254069|AAG29348.1|ENSG00000138684|"
    "ENST00000264497|ENSP00000264497|".split("|")
)


def test_selected(tmp_path):
    found = outcomes(written(tmp_path, f"{SELECTED}\n{SELECTED.replace('9606', '10090')}\nx{SELECTED}\nQ9HBE4\tx\n"))
    assert found.format == "uniprot-idmapping-selected"
    assert (len(found.taken), len(found.filtered)) == (1, 1)
    assert [one.reason for one in found.rejected] == [
        "no accession of UniProt",
        "fewer cells than the file has columns",
    ]
    assert [one.gene for one in found.of(GeneProtein)] == ["NCBIGene:59067"]
    assert [one.term for one in found.of(GeneTerm)] == ["GO:0005125", "GO:0005576"]
    held = [(one.database, one.id) for one in found.of(CrossReference)]
    assert ("RefSeq", "NP_068575.1") in held
    assert ("ENSEMBL", "ENST00000264497") in held
    assert not any(database == "PubMed" for database, _id in held)


def test_other_tables_are_not_taken_for_it(tmp_path):
    assert told(written(tmp_path, "IL21\tx\ty\n")) != "uniprot-idmapping"
    assert told(written(tmp_path, "Q9HBE4\tx\ty\tz\n")) != "uniprot-idmapping"


@pytest.mark.shared
def test_real_file(shared: Path):
    path = shared / "data" / "uniprot" / "HUMAN_9606_idmapping.dat.gz"
    found = outcomes(path)
    rows = rows_of(path)
    assert found.read == len(rows) == 22
    assert not found.rejected
    held = {one.id for one in found.of(CrossReference)} | {one.text for one in found.of(GeneName)}
    assert held == {row[2] for row in rows}
