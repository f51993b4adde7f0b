"""HPO's phenotype.hpoa: signs with how often they are seen; what is no sign is left out."""

from pathlib import Path

import pytest

from atlasview.records.disease import Disease, DiseasePhenotype
from tests.sources.outcomes import outcomes, written
from tests.sources.test_tables_in_any_shape import TABLES


def test_signs_are_seen_or_not(tmp_path: Path) -> None:
    more = "ORPHA:1\tx\tNOT\tHP:0000001\tPMID:2\t\tHP:0040282\tFEMALE\tP\nORPHA:1\tx\t\tHP:0000007\tPMID:2\t\t\t\tI\n"
    found = outcomes(written(tmp_path, TABLES["hpoa"] + more))
    assert found.of(DiseasePhenotype) == [
        DiseasePhenotype("OMIM:608971", "HP:0002719", "7/12", False, "", "", "PMID:1", "here"),
        DiseasePhenotype("ORPHA:1", "HP:0000001", "frequent", True, "", "female", "PMID:2", "here"),
    ]
    assert found.of(Disease) == [
        Disease("OMIM:608971", "déficit en réceptor", "", "here"),
        Disease("ORPHA:1", "x", "", "here"),
    ]
    assert [one.reason for one in found.filtered] == ["inheritance, onset or course, no sign"]
    assert found.file.release == "2024-01-16"


def test_a_sign_that_is_excluded_is_not_seen(tmp_path: Path) -> None:
    row = "ORPHA:1\tx\t\tHP:0000001\tPMID:2\t\tHP:0040285\t\tP\n"
    (sign,) = outcomes(written(tmp_path, TABLES["hpoa"] + row)).of(DiseasePhenotype)[1:]
    assert (sign.absent, sign.frequency) == (True, "excluded")


def test_rows_of_no_disease_or_no_sign_are_rejected(tmp_path: Path) -> None:
    rows = "x:1\tx\t\tHP:0000001\t\t\t\t\tP\nORPHA:1\tx\t\tMP:1\t\t\t\t\tP\n"
    found = outcomes(written(tmp_path, TABLES["hpoa"] + rows))
    assert [(one.line, one.reason) for one in found.rejected] == [
        (4, "no identifier of a disease"),
        (5, "no term of the Human Phenotype Ontology"),
    ]


@pytest.mark.shared
def test_the_real_excerpt(shared: Path) -> None:
    found = outcomes(shared / "data/disease/phenotype.excerpt.hpoa")
    assert (found.read, len(found.taken), len(found.records)) == (391, 374, 748)
    assert not found.rejected
