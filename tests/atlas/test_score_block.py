"""Blocks of scores hold what was given, exactly or with six digits, and give any of their rows."""

import math
import random
import zlib
from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from atlasview.atlas.score_block import ABSENT, DECIMAL, GIVEN, REALS, SHARE, Bases, Block
from atlasview.atlas.score_encoding import encoded

Row = tuple[float | None, ...]
GENES, STRATA = 16, 32


def six(value: float | None) -> float | None:
    """A number with six significant digits, as Python's own formatting rounds it."""
    return None if value is None else float(f"{value:.5e}")


def near(found: float | None, wanted: float | None) -> bool:
    """Equal, or one apart in the sixth digit where the seventh is a five."""
    if found is None or wanted is None:
        return found is wanted
    half = 0.5 * 10.0 ** (math.floor(math.log10(abs(wanted))) - 5)
    return found == six(wanted) or abs(found - wanted) <= half * (1 + 1e-6)


def made(seed: int = 1) -> tuple[list[int], list[int], list[Row], dict[int, Bases]]:
    """Every gene in every stratum, as the command computes scores: nine digits, shares of CSI."""
    chance = random.Random(seed)
    known = {key: (chance.uniform(20, 140), chance.uniform(0.5, 9)) for key in range(STRATA)}
    rows: list[Row] = []
    genes, strata = [], []
    for gene in range(GENES):
        for stratum in range(STRATA):
            delta, power = chance.uniform(-1, 1), chance.uniform(0, 280)
            csi, p = delta * power, 10**-power
            largest, threshold = known[stratum]
            values = (csi, 100 * csi / largest, chance.uniform(0, 100), csi / threshold, delta, p, min(1, 3 * p),
                      csi - 1, csi + 1, chance.uniform(0, 100))  # fmt: skip
            genes.append(gene)
            strata.append(stratum)
            rows.append(tuple(float(f"{value:.9g}") for value in values))
    return genes, strata, rows, dict(known)


def forms(content: bytes) -> dict[str, int]:
    return dict(zip(REALS, content[8 : 8 + len(REALS)], strict=True))


def test_exact_blocks_give_back_every_bit():
    genes, strata, rows, bases = made()
    block = Block(encoded(genes, strata, rows, bases, exact=True))
    assert block.rows(range(len(block)), bases) == rows
    assert (block.genes, block.strata) == (array("I", genes), array("I", strata))


def test_the_others_give_back_six_digits_of_every_number():
    genes, strata, rows, bases = made()
    content = encoded(genes, strata, rows, bases, exact=False)
    assert forms(content) == dict.fromkeys(REALS, DECIMAL) | {"rcsi": SHARE, "fold_change": SHARE}
    found = Block(content).rows(range(len(rows)), bases)
    wrong = [(one, other) for row, own in zip(found, rows, strict=True) for one, other in zip(row, own, strict=True)
             if not near(one, other)]  # fmt: skip
    assert wrong == []
    assert len(content) < 25 * len(rows)


def test_what_has_six_digits_is_kept_and_kept_again():
    genes, strata, rows, bases = made()
    rounded = [tuple(map(six, row)) for row in rows]
    once = Block(encoded(genes, strata, rounded, bases, exact=False)).rows(range(len(rows)), bases)
    assert once == rounded
    assert Block(encoded(genes, strata, once, bases, exact=False)).rows(range(len(rows)), bases) == once


def test_rows_of_a_gene_and_of_a_stratum():
    genes, strata, rows, bases = made()
    for exact in (True, False):
        block = Block(encoded(genes, strata, rows, bases, exact))
        whole = block.rows(range(len(block)), bases)
        assert block.rows(block.of_gene(5), bases) == whole[5 * STRATA : 6 * STRATA]
        assert block.rows(block.of_stratum(7), bases) == whole[7::STRATA]
        assert block.rows(block.of_gene(99), bases) == block.rows(block.of_stratum(99), bases) == []


def test_missing_zero_and_one_stay_apart():
    rows: list[Row] = [
        (None, None, None, None, None, None, None, None, None, None),
        (0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, None, None, 0.0),
        (-0.5, -1.0, 100.0, -0.25, -0.5, 0.1, 0.2, -0.9, 0.1, 100.0),
    ]
    bases: dict[int, Bases] = {1: (50.0, 2.0)}
    for exact in (True, False):
        block = Block(encoded([1, 2, 3], [1, 1, 1], rows, bases, exact))
        assert block.rows(range(3), bases) == rows


def test_what_is_no_share_of_csi_is_kept_as_it_is():
    """Published numbers were rounded each for itself."""
    rows: list[Row] = [(11.3, 8.46, 100.0, 2.1, None, None, None, None, None, None)] * 2
    bases: dict[int, Bases] = {1: (100 * 22.43 / 16.78, None)}
    content = encoded([1, 2], [1, 1], rows, bases, exact=False)
    assert forms(content)["fold_change"] == DECIMAL
    assert forms(content)["delta"] == ABSENT
    assert Block(content).rows(range(2), bases) == rows


@settings(max_examples=300, deadline=None)
@given(some.lists(some.tuples(*[some.none() | some.floats(-1e300, 1e300, allow_subnormal=True)] * len(REALS)),
                  min_size=1, max_size=40), some.booleans())  # fmt: skip
def test_any_numbers(rows: list[Row], exact: bool):
    genes, strata = list(range(len(rows))), [3] * len(rows)
    bases: dict[int, Bases] = {3: (12.5, 0.3)}
    found = Block(encoded(genes, strata, rows, bases, exact)).rows(range(len(rows)), bases)
    for row, wanted in zip(found, rows, strict=True):
        for one, other in zip(row, wanted, strict=True):
            if exact or other is None or one is None:
                assert one == other
            else:
                assert one == pytest.approx(other, rel=5.1e-6, abs=1e-307)


def test_a_block_that_lost_bytes_is_told():
    genes, strata, rows, bases = made()
    content = encoded(genes, strata, rows, bases, exact=False)
    for cut in (content[:-1], content[:40], content[:9], b""):
        with pytest.raises((ValueError, zlib.error)):
            Block(cut)
    assert forms(encoded(genes, strata, rows, bases, exact=True))["csi"] == GIVEN
