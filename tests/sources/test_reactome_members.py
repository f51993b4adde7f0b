"""Genes of Reactome's pathways by identifiers of several databases; small molecules are told and refused."""

from pathlib import Path

import pytest

from atlasview.records.term import GeneTerm, Term
from atlasview.records.trouble import InputRefused
from atlasview.sources.opened import SourceFile
from atlasview.sources.reactome_members import FORMATS
from tests.sources.outcomes import outcomes, written

ADDRESS = "https://reactome.org/PathwayBrowser/#/R-HSA-1266695"
PATHWAY = "Reactome:R-HSA-1266695"


def row(identifier: str, species: str = "Homo sapiens", code: str = "HSA", entity: str = "") -> str:
    return f"{identifier}\t{entity}R-{code}-1266695\t{ADDRESS}\tInterleukin-7 signaling\tTAS\t{species}\n"


@pytest.mark.parametrize(
    ("identifier", "gene"),
    [
        ("P16871", "UniProtKB:P16871"),
        ("P16871-2", "UniProtKB:P16871"),
        ("A0A024RBG1", "UniProtKB:A0A024RBG1"),
        ("3575", "NCBIGene:3575"),
        ("ENSG00000168685", "ENSEMBL:ENSG00000168685"),
        ("ENST00000303115.8", "ENSEMBL:ENST00000303115"),
        ("MI0000077", "miRBase:MI0000077"),
    ],
)
@pytest.mark.parametrize("entity", ["", "R-HSA-9\tIL7R [plasma membrane]\t"])
def test_a_row_ties_a_gene_to_a_pathway(tmp_path: Path, identifier: str, gene: str, entity: str) -> None:
    found = outcomes(written(tmp_path, row(identifier, entity=entity) * 2))
    assert found.format == "reactome-members"
    link = GeneTerm(gene, PATHWAY, "", "TAS", "", "Reactome", "here")
    assert found.taken[0].records == [link, Term(PATHWAY, "Interleukin-7 signaling", "pathway", "", False, "", "here")]
    assert found.taken[1].records == [link]


def test_rows_that_are_not_wanted_or_not_right(tmp_path: Path) -> None:
    rows = [row("P16871")] * 1000 + [row("P16872", "Mus musculus", "MMU"), row("?"), "P16871\tx\n"]
    found = outcomes(written(tmp_path, "".join(rows)))
    assert [(one.line, one.reason) for one in found.filtered] == [(1001, "another organism")]
    assert [(one.line, one.reason) for one in found.rejected] == [
        (1002, "an identifier of no database that tells a gene"),
        (1003, "no row of identifier, pathway, name, evidence and species"),
    ]


def test_numbers_of_several_species_are_small_molecules(tmp_path: Path) -> None:
    path = written(tmp_path, row("10033", "Bos taurus", "BTA") + row("10033"))
    with pytest.raises(InputRefused, match="small molecules"):
        outcomes(path)
    with SourceFile(path) as file, pytest.raises(InputRefused, match="small molecules") as trouble:
        list(FORMATS[0].read(file))
    assert trouble.value.where.endswith("line 2")
