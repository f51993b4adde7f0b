"""Cancer Hotspots: changes of a residue with their tumours, indels, splice sites."""

from pathlib import Path

import pytest

from atlasview.records.variant import Variant
from tests.sources.outcomes import outcomes, written

HEAD = "hugo_symbol\tresidue\tvariant_amino_acid\ttype\ttranscript_id\ttumor_count\n"


def test_hotspots_are_counted_by_change(tmp_path: Path) -> None:
    rows = (
        "IL7R\tT244\tI:4|*:1\tsingle residue\tENST00000303115\t5\n"
        "IL7R\t240-244\tL242_L243insNPC:7\tin-frame indel\t\t7\n"
        "IL7R\tX27\tsp:3\tsplice site\t\t3\nIL7R\tT244\tI:x\t3d\t\t1\n"
    )
    found = outcomes(written(tmp_path, HEAD + rows))
    assert [(one.hgvs_p, one.position, one.count, one.note) for one in found.of(Variant)] == [
        ("p.Thr244Ile", 244, 4, "hotspot"),
        ("p.Thr244Ter", 244, 1, "hotspot"),
        ("p.Leu242_Leu243insAsnProCys", 242, 7, "hotspot"),
        ("", 27, 3, "hotspot"),
    ]
    assert {one.isoform for one in found.of(Variant)[:2]} == {"ENSEMBL:ENST00000303115"}
    assert [(one.line, one.reason) for one in found.rejected] == [(5, "the change of the protein is not in HGVS")]


def test_what_is_no_hotspot_is_rejected(tmp_path: Path) -> None:
    rows = "\tT1\tI:1\t3d\t\t1\nIL7R\tT1\tI:1\todd\t\t1\nIL7R\tT1\t\t3d\t\t1\n"
    found = outcomes(written(tmp_path, HEAD + rows))
    assert [(one.line, one.reason) for one in found.rejected] == [
        (2, "no gene"),
        (3, "a kind of hotspot that is not known"),
        (4, "no variant of the residue"),
    ]


@pytest.mark.shared
def test_the_real_table(shared: Path) -> None:
    found = outcomes(shared / "data/variants/hotspots_v2_and_3d.txt.gz")
    assert (found.read, len(found.taken), len(found.records)) == (6_910, 6_897, 12_815)
    assert (len(found.rejected), len(found.filtered)) == (13, 0)
