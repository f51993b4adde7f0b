"""Ensembl's tables of identifiers."""

from pathlib import Path

import pytest

from atlasview.records.reference import CrossReference
from atlasview.sources.ensembl_xrefs import is_human
from tests.sources.outcomes import outcomes, rows_of, written

HEADER = (
    "gene_stable_id\ttranscript_stable_id\tprotein_stable_id\txref\tdb_name\tinfo_type\tsource_identity\t"
    "xref_identity\tlinkage_type\n"
)
REST = "DEPENDENT\t-\t-\t-\n"
GENE = "ENSEMBL:ENSG00000168685"


def row(gene: str, transcript: str, protein: str, other: str, database: str = "EntrezGene") -> str:
    return f"{gene}\t{transcript}\t{protein}\t{other}\t{database}\t{REST}"


def test_transcripts_and_proteins_lead_to_their_gene(tmp_path: Path) -> None:
    gene = "ENSG00000168685"
    rows = [
        row(gene, "ENST00000303115", "ENSP00000306157", "3575"),
        row(gene, "ENST00000511031", "-", "3575"),
        row(gene, "ENST00000511031", "-", "3575"),
        row(gene, "ENST00000511031", "-", "IL7R-204", "EntrezGene_trans_name"),
        row(gene, "ENST00000303115", "ENSP00000306157", "P16871", "Uniprot/SWISSPROT"),
    ]
    found = outcomes(written(tmp_path, HEADER + "".join(rows)))
    assert found.records == [
        CrossReference(GENE, "ENSEMBL", "ENST00000303115", "transcript", "here"),
        CrossReference(GENE, "ENSEMBL", "ENSP00000306157", "protein", "here"),
        CrossReference(GENE, "NCBIGene", "3575", "", "here"),
        CrossReference(GENE, "ENSEMBL", "ENST00000511031", "transcript", "here"),
        CrossReference(GENE, "UniProtKB", "P16871", "", "here"),
    ]
    assert [(one.line, one.reason) for one in found.filtered] == [
        (4, "says nothing that rows above it do not say"),
        (5, "says nothing that rows above it do not say"),
    ]


def test_an_isoform_is_tied_to_the_protein_that_it_is(tmp_path: Path) -> None:
    one = row("ENSG00000168685", "ENST00000506850", "ENSP00000421207", "P16871-3", "Uniprot_isoform")
    found = outcomes(written(tmp_path, HEADER + one + "\n"))
    assert found.records[2:] == [
        CrossReference(GENE, "UniProtKB", "P16871", "", "here"),
        CrossReference("UniProtKB:P16871", "ENSEMBL", "ENSP00000421207", "isoform P16871-3", "here"),
    ]


def test_other_organisms_and_databases(tmp_path: Path) -> None:
    rows = [
        row("ENSMUSG00000003882", "ENSMUST1", "-", "16197"),
        row("ENSG00000168685", "ENST1", "-", "x", "PDB"),
        row("IL7R", "ENST1", "-", "1"),
    ]
    found = outcomes(written(tmp_path, HEADER + "".join(rows)))
    assert [(one.line, one.reason) for one in found.filtered] == [(2, "another organism")]
    assert [(one.line, one.reason, one.detail) for one in found.rejected] == [
        (3, "a database that is not known", "PDB"),
        (4, "no Ensembl identifier of a gene", "IL7R"),
    ]


@pytest.mark.parametrize(
    ("stable_id", "human"), [("ENSG00000168685", True), ("ENSMUSG00000003882", False), ("ENSGALG00000001", False)]
)
def test_a_human_identifier_has_no_letters_of_a_species(stable_id: str, human: bool) -> None:
    assert is_human(stable_id) is human


@pytest.mark.shared
def test_the_whole_file(shared: Path) -> None:
    path = shared / "data/genes/Homo_sapiens.GRCh38.101.entrez.tsv.gz"
    found = outcomes(path)
    assert (found.read, len(found.rejected)) == (203_246, 0)
    rows = rows_of(path)[1:]
    expected = {(f"ENSEMBL:{gene}", "NCBIGene", xref) for gene, _t, _p, xref, name, *_ in rows if name == "EntrezGene"}
    for place in (1, 2):
        expected |= {(f"ENSEMBL:{row[0]}", "ENSEMBL", row[place]) for row in rows if row[place] != "-"}
    assert {(one.subject, one.database, one.id) for one in found.records} == expected
    assert CrossReference(GENE, "ENSEMBL", "ENST00000303115", "transcript", "here") in set(found.records)
