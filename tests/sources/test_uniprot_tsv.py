"""Tables of UniProt's website: columns of today and of earlier years, with and without sequences."""

from pathlib import Path

import pytest

from atlasview.records.gene import Gene, GeneName
from atlasview.records.protein import Protein, ProteinName
from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm
from tests.sources.outcomes import outcomes, rows_of, told, written

IL2 = "MYRMQLLSCIALSLALVTNS"


def table(*rows: tuple[str, ...]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


def test_a_table_without_sequences_gives_names_and_identifiers(tmp_path):
    text = table(
        ("Entry", "Reviewed", "Entry Name", "Gene Names", "GeneID", "Gene Ontology IDs", "Keywords"),
        ("Q9HBE4", "reviewed", "IL21_HUMAN", "IL21 ZA11", "59067;", "GO:0005125; GO:0005576", "Cytokine;Secreted"),
        ("Q9ES17", "reviewed", "IL21_MOUSE", "Il21", "60505;", "", ""),
    )
    found = outcomes(written(tmp_path, text))
    assert found.format == "uniprot-tsv"
    assert not found.of(Protein)
    assert [one.text for one in found.of(GeneName)] == ["IL21", "ZA11"]
    assert {(one.database, one.id) for one in found.of(CrossReference)} == {
        ("UniProt entry name", "IL21_HUMAN"),
        ("NCBIGene", "59067"),
    }
    assert [one.term for one in found.of(GeneTerm)] == [
        "Keyword:Cytokine",
        "Keyword:Secreted",
        "GO:0005125",
        "GO:0005576",
    ]
    assert [one.reason for one in found.filtered] == ["another organism"]


REST = ("Organism", "Length", "Mass", "Sequence")


@pytest.mark.parametrize(
    "columns",
    [
        ("Entry", "Entry Name", "Protein names", "Gene Names", *REST, "HGNC"),
        ("Entry", "Entry name", "Protein names", "Gene names", *REST, "Cross-reference (HGNC)"),
    ],
)
def test_a_table_with_sequences_gives_proteins(tmp_path, columns):
    names = "Interleukin-2 (IL-2) (T-cell growth factor) (TCGF) (Aldesleukin) [Cleaved into: Small part (SP)]"
    row = ("P60568", "IL2_HUMAN", names, "IL2", "Homo sapiens (Human)", "20", "2,240", IL2, "HGNC:6001;")
    found = outcomes(written(tmp_path, table(columns, row)))
    (protein,) = found.of(Protein)
    assert (protein.name, protein.sequence, protein.mass, protein.organism) == (
        "Interleukin-2",
        IL2,
        2240,
        "Homo sapiens",
    )
    assert [(one.kind, one.text) for one in found.of(ProteinName)] == [
        ("recommended", "Interleukin-2"),
        ("alternative", "IL-2"),
        ("alternative", "T-cell growth factor"),
        ("alternative", "TCGF"),
        ("alternative", "Aldesleukin"),
        ("component recommended", "Small part"),
        ("component alternative", "SP"),
    ]
    assert [one.id for one in found.of(Gene)] == ["HGNC:6001"]
    wrong = (*row[:5], "21", *row[6:])
    (rejected,) = outcomes(written(tmp_path, table(columns, wrong))).rejected
    assert (rejected.line, rejected.reason) == (2, "the sequence contradicts its length")


def test_a_table_without_accessions_is_none(tmp_path):
    assert told(written(tmp_path, table(("Entry Name", "Gene Names"), ("IL21_HUMAN", "IL21")))) != "uniprot-tsv"
    found = outcomes(written(tmp_path, table(("Entry", "Gene Names"), ("IL21", "IL21"), ("Q9HBE4",))))
    assert [(one.line, one.reason) for one in found.rejected] == [(2, "no accession of UniProt")]


@pytest.mark.shared
def test_real_file(shared: Path):
    path = shared / "data" / "uniprot" / "uniprot_human_reviewed_gene_names.tsv.gz"
    found = outcomes(path)
    _header, *rows = rows_of(path)
    assert len(found.taken) == len(rows) == 20385
    assert len(found.of(GeneName)) == sum(len(set(row[3].replace(";", " ").split())) for row in rows)
    held = {one.subject: one.id for one in found.of(CrossReference)}
    assert all(held[f"UniProtKB:{row[0]}"] == row[2] for row in rows)
