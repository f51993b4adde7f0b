"""Bands of chromosomes."""

from itertools import pairwise
from pathlib import Path

import pytest

from atlasview.records.band import Band
from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import outcomes, written


def test_a_band_counts_from_one_and_the_length_tells_the_assembly(tmp_path: Path) -> None:
    text = "#chrom\tchromStart\tchromEnd\tname\tgieStain\nchr1\t0\t2300000\tp36.33\tgneg\n"
    found = outcomes(written(tmp_path, text + "chr1\t2300000\t249250621\tq44\tgneg\n"))
    assert found.records[0] == Band("GRCh37", "1", "p36.33", 1, 2_300_000, "here")
    with pytest.raises(InputRefused, match="which genome assembly"):
        outcomes(written(tmp_path, text))


def test_what_is_no_band(tmp_path: Path) -> None:
    good = "chr1\t0\t248956422\tp36.33\tgneg\n"
    found = outcomes(
        written(tmp_path, good * 3 + "chr1\t5\t4\tp1\tgneg\nchr1\tx\t4\tp1\tgneg\nchrUn_1\t0\t9\t\tgneg\n")
    )
    assert [one.line for one in found.rejected] == [4, 5]
    assert [one.line for one in found.filtered] == [6]


@pytest.mark.shared
def test_bands_of_a_chromosome_follow_each_other(shared: Path) -> None:
    found = outcomes(shared / "data/genome/cytoBand_hg38.txt")
    bands = found.of(Band)
    assert (len(bands), len(found.filtered), found.rejected) == (862, 687, [])
    assert {band.assembly for band in bands} == {"GRCh38"}
    for one, other in pairwise(bands):
        if one.chromosome == other.chromosome:
            assert other.start == one.end + 1
