"""ClinVar's XML by condition and by variation."""

from pathlib import Path

import pytest

from atlasview.records.variant import Variant
from tests.sources.outcomes import outcomes, written
from tests.sources.samples import CLINVAR_SET, VCV


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        (VCV, "2024-02-06", ("p.Thr244Ile", "germline", "benign", "OMIM:608971", "rs6897932")),
        (CLINVAR_SET, "2020-02-03", ("p.Ile66Thr", "germline", "pathogenic", "OMIM:608971", "rs1494558")),
    ],
)
def test_both_layouts_say_the_same_kind_of_things(
    tmp_path: Path, text: str, date: str, expected: tuple[str, ...]
) -> None:
    found = outcomes(written(tmp_path, text))
    (one,) = found.of(Variant)
    assert (one.gene, one.isoform) == ("NCBIGene:3575", "RefSeq:NM_002185.5")
    assert (one.hgvs_p, one.origin, one.significance, one.disease, one.dbsnp) == expected
    assert found.file.date == date


@pytest.mark.parametrize("text", [VCV, CLINVAR_SET])
def test_records_of_other_organisms_or_without_a_change_are_left_out(tmp_path: Path, text: str) -> None:
    other = text.replace("Homo sapiens", "Mus musculus").replace(">human<", ">mouse<")
    assert [one.reason for one in outcomes(written(tmp_path, other)).filtered] == ["another organism"]
    bare = text.replace(" (p.Thr244Ile)", "").replace(" (p.Ile66Thr)", "")
    assert [one.reason for one in outcomes(written(tmp_path, bare)).filtered] == ["it names no change of a protein"]


@pytest.mark.parametrize("text", [VCV, CLINVAR_SET])
def test_a_change_that_is_no_hgvs_is_rejected_with_what_it_says(tmp_path: Path, text: str) -> None:
    odd = text.replace("p.Thr244Ile", "p.Xyz244Ile").replace("p.Ile66Thr", "p.Xyz244Ile")
    (one,) = outcomes(written(tmp_path, odd)).rejected
    assert (one.reason, one.detail) == ("the change of the protein is not in HGVS", "p.Xyz244Ile")


@pytest.mark.shared
def test_the_real_extract(shared: Path) -> None:
    found = outcomes(shared / "data/variants/ClinVarFullRelease_2020-02_extract.xml.gz")
    assert (found.read, len(found.taken), len(found.records)) == (10, 9, 11)
    assert (len(found.rejected), len(found.filtered)) == (0, 1)
