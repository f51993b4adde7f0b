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


_FIRST, _SECOND = "NM_002185.5(IL7R):c.197T&gt;C (p.Ile66Thr)", "NM_002185.5(IL7R):c.412G&gt;A (p.Val138Ile)"
_MEASURE = CLINVAR_SET[CLINVAR_SET.index("<Measure ") : CLINVAR_SET.index("</MeasureSet>")]
_ALLELE = VCV[VCV.index("<SimpleAllele ") : VCV.index("    <Classifications>")]


@pytest.mark.parametrize(
    ("text", "names", "note"),
    [
        (
            CLINVAR_SET.replace('Type="Variant"', 'Type="Haplotype"').replace(
                "</Measure></MeasureSet>", f"</Measure>{_MEASURE.replace(_FIRST, _SECOND)}</MeasureSet>"
            ),
            ["p.Ile66Thr", "p.Val138Ile"],
            "part of a haplotype called Pathogenic",
        ),
        (
            CLINVAR_SET.replace("<MeasureSet ", '<GenotypeSet Type="CompoundHeterozygote"><MeasureSet ').replace(
                "</MeasureSet>",
                f"</MeasureSet><MeasureSet>{_MEASURE.replace(_FIRST, _SECOND)}</MeasureSet></GenotypeSet>",
            ),
            ["p.Ile66Thr", "p.Val138Ile"],
            "part of a compound heterozygote called Pathogenic",
        ),
        (
            VCV.replace(_ALLELE, f"<Haplotype>{_ALLELE}{_ALLELE.replace('p.Thr244Ile', 'p.Val138Ile')}</Haplotype>"),
            ["p.Thr244Ile", "p.Val138Ile"],
            "part of a haplotype called Benign/Likely benign",
        ),
    ],
)
def test_what_is_said_of_several_alleles_together_is_said_of_none_alone(
    tmp_path: Path, text: str, names: list[str], note: str
) -> None:
    found = outcomes(written(tmp_path, text)).of(Variant)
    assert [one.hgvs_p for one in found] == names
    assert {(one.significance, one.note) for one in found} == {("", note)}


@pytest.mark.shared
def test_the_real_extract(shared: Path) -> None:
    found = outcomes(shared / "data/variants/ClinVarFullRelease_2020-02_extract.xml.gz")
    assert (found.read, len(found.taken), len(found.records)) == (10, 9, 11)
    assert (len(found.rejected), len(found.filtered)) == (0, 1)
    whole = [(one.hgvs_p, one.significance) for one in found.of(Variant) if "part of a" in one.note]
    assert whole == [("p.Arg354Glyfs", ""), ("p.Asn414Lys", ""), ("p.Cys417Gly", ""), ("p.Pro415Ser", "")]
