"""UniProt's natural variants: their names in HGVS, as what they were met, and what is concluded of them."""

from pathlib import Path

import pytest

from atlasview.records.variant import Variant
from atlasview.sources.hgvs import protein_change
from atlasview.sources.opened import SourceFile
from atlasview.sources.residue_fit import misfit
from atlasview.sources.taken import Taken
from atlasview.sources.uniprot.variants import hgvs, met, told
from atlasview.sources.uniprot_text import read

SEQUENCE = "MKKKLQTQTW"


@pytest.mark.parametrize(
    ("start", "ref", "alt", "expected"),
    [
        (2, "K", "", ("p.Lys4del", 4, "K", "")),
        (2, "KK", "", ("p.Lys3_Lys4del", 3, "KK", "")),
        (6, "QT", "", ("p.Gln8_Thr9del", 8, "QT", "")),
        (6, "Q", "", ("p.Gln6del", 6, "Q", "")),
        (2, "K", "KK", ("p.Lys4dup", 4, "", "K")),
        (1, "M", "MK", ("p.Lys4dup", 4, "", "K")),
        (5, "L", "LQT", ("p.Gln8_Thr9dup", 8, "", "QT")),
        (5, "L", "LA", ("p.Leu5_Gln6insAla", 5, "", "A")),
        (4, "KL", "KV", ("p.Leu5Val", 5, "L", "V")),
        (4, "KLQ", "KVWQ", ("p.Leu5delinsValTrp", 5, "L", "VW")),
    ],
)
def test_of_residues_that_repeat_the_last_ones_are_meant(
    start: int, ref: str, alt: str, expected: tuple[str, int, str, str]
) -> None:
    """As HGVS asks: CFTR's residues 311 and 312 are both F, and the loss of one is p.Phe312del."""
    name, _consequence, position, old, new = hgvs(SEQUENCE, start, ref, alt)
    assert (name, position, old, new) == expected
    change = protein_change(name)
    assert (change.start, misfit(change, SEQUENCE)) == (position, "")


LFS = {"LFS": "OMIM:151623", "HCC": "OMIM:114550"}


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("in LFS; germline mutation", [("germline", "OMIM:151623")]),
        ("in a sporadic cancer; somatic mutation", [("somatic", "")]),
        (
            "in LFS; germline mutation and in sporadic cancers; somatic mutation; dbSNP:rs28934578",
            [("germline", "OMIM:151623"), ("somatic", "")],
        ),
        (
            "in LFS; germline mutation and in HCC; somatic mutation",
            [("germline", "OMIM:151623"), ("somatic", "OMIM:114550")],
        ),
        ("in LFS", [("", "OMIM:151623")]),
    ],
)
def test_what_is_met_as_germline_and_as_somatic_is_both(rest: str, expected: list[tuple[str, str]]) -> None:
    _dbsnp, said, origins, _significance, _note = told(rest)
    assert met(origins, said, LFS) == expected


@pytest.mark.parametrize(
    ("rest", "significance"),
    [
        ("in BC; pathogenic; dbSNP:rs80356929", "pathogenic"),
        ("in MHC2D4; likely pathogenic", "likely-pathogenic"),
        ("in RCDP1; uncertain significance", "uncertain"),
        ("in MYP6; likely benign", "likely-benign"),
        ("in DFNA6; benign", "benign"),
        ("risk factor for acute myeloid leukemia", "risk-allele"),
        ("in LFS; somatic mutation", ""),
    ],
)
def test_what_an_entry_concludes(rest: str, significance: str) -> None:
    assert told(rest)[3] == significance


@pytest.mark.shared
def test_real_entries(shared: Path) -> None:
    with SourceFile(shared / "data/uniprot/uniprot_sprot_human_extract.dat.gz", source="here") as file:
        found = [one for outcome in read(file) if isinstance(outcome, Taken) for one in outcome.records]
    variants = {(one.gene, one.hgvs_p, one.origin): one for one in found if isinstance(one, Variant)}
    arg175 = [variants["UniProtKB:P04637", "p.Arg175His", origin] for origin in ("germline", "somatic")]
    assert [one.disease for one in arg175] == ["OMIM:151623", ""]
    assert variants["UniProtKB:P13569", "p.Phe312del", ""].position == 312
    assert variants["UniProtKB:P21359", "p.Met992del", ""].position == 992
    assert variants["UniProtKB:P38398", "p.Cys61Gly", ""].significance == "pathogenic"
