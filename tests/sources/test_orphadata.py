"""Orphadata's product 6: diseases, their genes, and the papers that say so."""

from pathlib import Path

import pytest

from atlasview.records.disease import Disease, DiseaseAssociation
from atlasview.records.publication import Publication
from atlasview.sources.papers import bare_paper
from tests.sources.outcomes import outcomes, written
from tests.sources.samples import ORPHADATA


def test_a_disease_and_its_gene(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, ORPHADATA.replace("Deficit", "Déficit").encode("latin-1")))
    assert found.records == [
        Disease("ORPHA:169154", "Déficit in IL7R", "", "here"),
        DiseaseAssociation(
            "HGNC:6024", "ORPHA:169154", "germline", "loss of function", ("PMID:9843216", "PMID:11023514"), "here"
        ),
        bare_paper("9843216", "here"),
        bare_paper("11023514", "here"),
    ]
    assert found.file.date == "2024-06-11"


@pytest.mark.parametrize(
    ("said", "kind", "note"),
    [
        ("Candidate gene tested in", "candidate", ""),
        ("Major susceptibility factor in", "susceptibility", ""),
        ("Disease-causing somatic mutation(s) in", "somatic", ""),
        ("Disease-causing germline mutation(s) (gain of function) in", "germline", "gain of function"),
        ("Something new in", "implicated", ""),
    ],
)
def test_kinds_of_ties(tmp_path: Path, said: str, kind: str, note: str) -> None:
    text = ORPHADATA.replace("Disease-causing germline mutation(s) (loss of function) in", said)
    (tie,) = outcomes(written(tmp_path, text)).of(DiseaseAssociation)
    assert (tie.kind, tie.note) == (kind, note)


def test_a_disease_without_a_gene_is_left_out(tmp_path: Path) -> None:
    text = ORPHADATA.replace("<Symbol>IL7R</Symbol>", "").replace("<Source>HGNC</Source>", "<Source>X</Source>")
    assert [one.reason for one in outcomes(written(tmp_path, text)).filtered] == ["no gene is tied to the disease"]


@pytest.mark.shared
def test_the_real_extract(shared: Path) -> None:
    found = outcomes(shared / "data/disease/en_product6_head.xml")
    assert (found.read, len(found.taken), len(found.rejected)) == (34, 34, 0)
    assert (len(found.of(Disease)), len(found.of(DiseaseAssociation))) == (34, 44)
    papers = {paper for tie in found.of(DiseaseAssociation) for paper in tie.publications}
    assert papers == {one.id for one in found.of(Publication)}
