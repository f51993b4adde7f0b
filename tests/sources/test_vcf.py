"""VCF with consequences: fields by the header's own order, alleles, the transcript that is taken, refusals."""

from pathlib import Path

import pytest

from atlasview.records.trouble import InputRefused
from atlasview.records.variant import Variant
from tests.sources.outcomes import outcomes, written
from tests.sources.test_tables_in_any_shape import TABLES

COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
CSQ = (
    "##fileformat=VCFv4.2\n"
    '##INFO=<ID=CSQ,Number=.,Type=String,Description="VEP. Format: '
    'Allele|Gene|SYMBOL|CANONICAL|MANE_SELECT|Feature|HGVSp">\n' + COLUMNS
)
ANN = (
    "##fileformat=VCFv4.2\n"
    '##INFO=<ID=ANN,Number=.,Type=String,Description="Functional annotations: '
    "'Allele | Annotation | Gene_Name | Gene_ID | Feature_ID | HGVS.p'\">\n" + COLUMNS
)


def test_a_row_says(tmp_path: Path) -> None:
    (one,) = outcomes(written(tmp_path, TABLES["vcf"])).of(Variant)
    assert (one.gene, one.isoform) == ("ENSEMBL:ENSG00000168685", "ENSEMBL:ENSP00000306157.3")
    assert (one.hgvs_p, one.dbsnp, one.origin) == ("p.Thr244Ile", "rs1", "")


def test_each_allele_has_its_own_consequence(tmp_path: Path) -> None:
    text = ANN + (
        "5\t1\t.\tC\tT,G\t.\t.\tDP=3;ANN=T|x|IL7R|ENSG00000168685|ENST00000303115.8|p.Thr244Ile,"
        "G|x|IL7R|ENSG00000168685|ENST00000303115.8|p.Thr244Ser\n5\t2\t.\tC\tT\t.\t.\tDP=1\n"
    )
    found = outcomes(written(tmp_path, text))
    assert [(one.hgvs_p, one.isoform) for one in found.of(Variant)] == [
        ("p.Thr244Ile", "ENSEMBL:ENST00000303115.8"),
        ("p.Thr244Ser", "ENSEMBL:ENST00000303115.8"),
    ]
    assert [one.reason for one in found.filtered] == ["it names no change of a protein"]


@pytest.mark.parametrize(
    ("canonical", "mane", "taken"),
    [
        (("", ""), ("", ""), "p.Thr244Ile"),
        (("", "YES"), ("", ""), "p.Thr240Ile"),
        (("YES", ""), ("", "NM_002185.5"), "p.Thr240Ile"),
    ],
)
def test_mane_select_is_taken_before_the_canonical_transcript_and_that_before_others(
    tmp_path: Path, canonical: tuple[str, str], mane: tuple[str, str], taken: str
) -> None:
    both = ",".join(
        f"T|3575|IL7R|{canonical[at]}|{mane[at]}|ENST{at}|{change}"
        for at, change in enumerate(("p.Thr244Ile", "p.Thr240Ile"))
    )
    (one,) = outcomes(written(tmp_path, f"{CSQ}5\t1\t.\tC\tT\t.\t.\tCSQ={both}\n")).of(Variant)
    assert (one.gene, one.hgvs_p) == ("NCBIGene:3575", taken)


def test_escaped_signs_and_odd_rows(tmp_path: Path) -> None:
    text = (
        f"{CSQ}5\t1\t.\tC\tC\t.\t.\tCSQ=C||IL7R|||ENST1|ENSP00000306157.3:p.Thr244%3D\n"
        "5\t2\t.\tC\tC\t.\t.\tCSQ=C||IL7R|||ENST1|p.odd\n5\t3\t.\n"
    )
    found = outcomes(written(tmp_path, text))
    assert [(one.hgvs_p, one.consequence) for one in found.of(Variant)] == [("p.Thr244=", "synonymous")]
    assert [(one.line, one.reason) for one in found.rejected] == [
        (5, "the change of the protein is not in HGVS"),
        (6, "fewer cells than a VCF has columns"),
    ]


def test_a_vcf_without_consequences_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="no consequences for proteins") as trouble:
        outcomes(written(tmp_path, f"##fileformat=VCFv4.2\n{COLUMNS}"))
    assert "VEP" in trouble.value.remedy
