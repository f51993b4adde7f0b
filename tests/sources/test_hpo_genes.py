"""HPO's genes_to_disease."""

from pathlib import Path

import pytest

from atlasview.records.disease import DiseaseAssociation
from atlasview.sources.hpo_genes import disease_id
from tests.sources.outcomes import outcomes, written
from tests.sources.test_tables_in_any_shape import TABLES


def test_genes_to_disease(tmp_path: Path) -> None:
    more = (
        "NCBIGene:1\tA\tODD\tOMIM:1\tx\nNCBIGene:1\tA\tUNKNOWN\tx:1\tx\n-\tIL21\tPOLYGENIC\tORPHA:2\tx\n"
        "-\t-\t\tOMIM:1\tx\n"
    )
    found = outcomes(written(tmp_path, TABLES["hpo-genes"] + more))
    assert found.records == [
        DiseaseAssociation("NCBIGene:3575", "OMIM:608971", "mendelian", "", (), "here"),
        DiseaseAssociation("symbol:IL21", "ORPHA:2", "polygenic", "", (), "here"),
    ]
    assert [(one.line, one.reason) for one in found.rejected] == [
        (3, "a kind of association that is not known"),
        (4, "no identifier of a disease"),
        (6, "no gene"),
    ]


@pytest.mark.parametrize(
    ("said", "identifier"),
    [("OMIM:608971", "OMIM:608971"), ("Orphanet:79318", "ORPHA:79318"), ("OMIM:x", ""), ("UMLS:1", ""), ("", "")],
)
def test_identifiers_of_diseases(said: str, identifier: str) -> None:
    assert disease_id(said) == identifier


@pytest.mark.shared
def test_the_real_table(shared: Path) -> None:
    found = outcomes(shared / "data/disease/genes_to_disease.txt.gz")
    assert (found.read, len(found.taken), len(found.records)) == (15_573, 15_573, 15_573)
