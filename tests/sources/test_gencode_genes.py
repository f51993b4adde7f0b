"""GENCODE's genes as CELLxGENE lists them."""

import csv
import gzip
from pathlib import Path

import pytest

from atlasview.records.gene import GeneName
from atlasview.records.reference import CrossReference
from tests.sources.outcomes import outcomes, written

GENE = "ENSEMBL:ENSG00000168685"


@pytest.mark.parametrize("biotype", [",protein_coding", ""])
def test_a_row_gives_version_biotype_and_symbol(tmp_path: Path, biotype: str) -> None:
    found = outcomes(written(tmp_path, f"ENSG00000168685,IL7R,17,2456{biotype}\n"))
    (row,) = found.taken
    assert (row.key, row.version) == ("GENCODE:ENSG00000168685", (17,))
    assert row.records == [
        CrossReference(GENE, "GENCODE", "ENSG00000168685.17", "protein coding" if biotype else "", "here"),
        GeneName(GENE, "alias", "IL7R", "here"),
    ]


def test_rows_that_are_not_wanted_or_not_right(tmp_path: Path) -> None:
    text = "ENSG00000168685,IL7R,17,2456\nENSMUSG00000003882,Il7r,1,2\nENSG00000002586_PAR_Y,CD99,1,2\nx,y\n"
    found = outcomes(written(tmp_path, text))
    assert [(one.line, one.reason) for one in found.filtered] == [
        (2, "another organism"),
        (3, "the copy on chromosome Y of a gene in a pseudoautosomal region"),
    ]
    assert [one.line for one in found.rejected] == [4]


@pytest.mark.shared
def test_the_whole_file_agrees_with_the_csv_module(shared: Path) -> None:
    path = shared / "data/genes/genes_homo_sapiens.csv.gz"
    found = outcomes(path)
    assert (found.read, len(found.taken)) == (78_894, 78_894)
    with gzip.open(path, "rt") as text:
        rows = list(csv.reader(text))
    assert [(one.id, one.label) for one in found.of(CrossReference)] == [
        (f"{gene}.{version}", biotype.replace("_", " ")) for gene, _symbol, version, _length, biotype in rows
    ]
    named = [(f"ENSEMBL:{gene}", symbol) for gene, symbol, *_ in rows if symbol != gene]
    assert [(one.gene, one.text) for one in found.of(GeneName)] == named
