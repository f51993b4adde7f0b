"""NCBI's mim2gene_medgen: entries of OMIM that are genes, and those that are diseases of genes."""

from pathlib import Path

import pytest

from atlasview.records.disease import DiseaseAssociation
from atlasview.records.reference import CrossReference
from tests.sources.outcomes import outcomes, written
from tests.sources.test_tables_in_any_shape import TABLES


def test_mim2gene(tmp_path: Path) -> None:
    more = "146661\t3575\tgene\t-\t-\t-\n1\t-\tphenotype\t-\t-\t-\n2\t3575\tphenotype\t-\t-\tnondisease\n"
    found = outcomes(written(tmp_path, TABLES["mim2gene"] + more))
    assert found.records == [
        DiseaseAssociation("NCBIGene:3575", "OMIM:608971", "implicated", "", (), "here"),
        CrossReference("OMIM:608971", "MedGen", "C1837028", "", "here"),
        CrossReference("NCBIGene:3575", "OMIM", "146661", "", "here"),
    ]
    assert [one.reason for one in found.filtered] == ["no gene is known", "a trait that is no disease"]


def test_comments_say_the_kind_of_tie_and_odd_rows_are_rejected(tmp_path: Path) -> None:
    more = "1\t3575\tphenotype\t-\t-\tsusceptibility\nx\t3575\tgene\t-\t-\t-\n1\t3575\todd\t-\t-\t-\n"
    found = outcomes(written(tmp_path, TABLES["mim2gene"] + more))
    assert [one.kind for one in found.of(DiseaseAssociation)] == ["implicated", "susceptibility"]
    assert [(one.line, one.reason) for one in found.rejected] == [
        (4, "no number of OMIM"),
        (5, "an entry that is neither gene nor phenotype"),
    ]


@pytest.mark.shared
def test_the_real_excerpt(shared: Path) -> None:
    found = outcomes(shared / "data/disease/mim2gene_medgen.excerpt")
    assert (found.read, len(found.taken), len(found.records)) == (49, 49, 82)
    assert not found.rejected
