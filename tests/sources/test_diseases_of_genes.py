"""Diseases of genes and their signs: HPO, Orphadata, NCBI's mim2gene."""

from pathlib import Path

import pytest

from atlasview.records.disease import Disease, DiseaseAssociation, DiseasePhenotype
from atlasview.records.reference import CrossReference
from tests.sources.outcomes import outcomes, written
from tests.sources.samples import ORPHADATA
from tests.sources.test_tables_in_any_shape import TABLES


def test_genes_to_disease(tmp_path: Path) -> None:
    found = outcomes(
        written(tmp_path, TABLES["hpo-genes"] + "NCBIGene:1\tA\tODD\tOMIM:1\tx\nNCBIGene:1\tA\tUNKNOWN\tx:1\tx\n")
    )
    assert found.records == [DiseaseAssociation("NCBIGene:3575", "OMIM:608971", "mendelian", "", (), "here")]
    assert [one.reason for one in found.rejected] == [
        "a kind of association that is not known",
        "no identifier of a disease",
    ]


def test_signs_are_seen_or_not(tmp_path: Path) -> None:
    more = "ORPHA:1\tx\tNOT\tHP:0000001\tPMID:2\t\tHP:0040282\tFEMALE\tP\nORPHA:1\tx\t\tHP:0000007\tPMID:2\t\t\t\tI\n"
    found = outcomes(written(tmp_path, TABLES["hpoa"] + more))
    assert found.of(DiseasePhenotype) == [
        DiseasePhenotype("OMIM:608971", "HP:0002719", "7/12", False, "", "", "PMID:1", "here"),
        DiseasePhenotype("ORPHA:1", "HP:0000001", "frequent", True, "", "female", "PMID:2", "here"),
    ]
    assert [one.reason for one in found.filtered] == ["inheritance, onset or course, no sign"]
    assert found.file.release == "2024-01-16"


def test_orphadata(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, ORPHADATA.replace("Deficit", "Déficit").encode("latin-1")))
    assert found.records == [
        Disease("ORPHA:169154", "Déficit in IL7R", "", "here"),
        DiseaseAssociation(
            "HGNC:6024", "ORPHA:169154", "germline", "loss of function", ("PMID:9843216", "PMID:11023514"), "here"
        ),
    ]
    assert found.file.date == "2024-06-11"


def test_mim2gene(tmp_path: Path) -> None:
    more = "146661\t3575\tgene\t-\t-\t-\n1\t-\tphenotype\t-\t-\t-\n2\t3575\tphenotype\t-\t-\tnondisease\n"
    found = outcomes(written(tmp_path, TABLES["mim2gene"] + more))
    assert found.records == [
        DiseaseAssociation("NCBIGene:3575", "OMIM:608971", "implicated", "", (), "here"),
        CrossReference("OMIM:608971", "MedGen", "C1837028", "", "here"),
        CrossReference("NCBIGene:3575", "OMIM", "146661", "", "here"),
    ]
    assert [one.reason for one in found.filtered] == ["no gene is known", "a trait that is no disease"]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "read", "taken", "records"),
    [
        ("genes_to_disease.txt.gz", 15_573, 15_573, 15_573),
        ("phenotype.excerpt.hpoa", 391, 374, 748),
        ("en_product6_head.xml", 34, 34, 78),
        ("mim2gene_medgen.excerpt", 49, 49, 82),
    ],
)
def test_real_files(shared: Path, name: str, read: int, taken: int, records: int) -> None:
    found = outcomes(shared / "data/disease" / name)
    assert (found.read, len(found.taken), len(found.records)) == (read, taken, records)
    assert not found.rejected
