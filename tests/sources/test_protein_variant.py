"""What sources say of origin and significance, in the atlas' words."""

import pytest

from atlasview.sources.protein_variant import origin_of, reference_id, significance_of


@pytest.mark.parametrize(
    ("said", "significance"),
    [
        ("Pathogenic", "pathogenic"),
        ("Pathogenic/Likely pathogenic", "pathogenic"),
        ("Likely pathogenic", "likely-pathogenic"),
        ("Likely benign;Uncertain significance", "conflicting"),
        ("Pathogenic;Uncertain significance", "conflicting"),
        ("Conflicting interpretations of pathogenicity", "conflicting"),
        ("Conflicting classifications of pathogenicity; risk factor", "conflicting"),
        ("Uncertain significance", "uncertain"),
        ("Uncertain significance/Uncertain risk allele", "uncertain"),
        ("Pathogenic; drug response", "pathogenic"),
        ("Likely_pathogenic", "likely-pathogenic"),
        ("Benign", "benign"),
        ("Benign/Likely benign", "benign"),
        ("Likely benign", "likely-benign"),
        ("Likely_benign", "likely-benign"),
        ("risk factor", "risk-allele"),
        ("drug response", ""),
        ("-", ""),
    ],
)
def test_significance(said: str, significance: str) -> None:
    assert significance_of(said) == significance


@pytest.mark.parametrize(
    ("said", "origin"),
    [("germline", "germline"), ("de novo", "germline"), ("somatic", "somatic"), ("germline;somatic", ""), ("na", "")],
)
def test_origin(said: str, origin: str) -> None:
    assert origin_of(said) == origin


def test_identifiers_by_their_looks() -> None:
    assert [reference_id(one) for one in ("ENST1", "NP_1.2", "XM_3", "P16871", "")] == [
        "ENSEMBL:ENST1",
        "RefSeq:NP_1.2",
        "RefSeq:XM_3",
        "",
        "",
    ]
