"""Cells of tables and the values they stand for."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlasview.records.gene import Gene
from atlasview.sources.cells import RowReader, boolean, channels, evidence, exons, listed, real, whole


@given(st.integers(-(10**17), 10**17))
def test_whole_numbers_come_back(number: int):
    assert whole(str(number)) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_come_back(number: float):
    assert real(repr(number)) == number


@pytest.mark.parametrize("cell", ["", " 1", "1_000", "1,000", "0x10", "١", "inf", "nan", "--1", "1e", "."])
def test_other_spellings_of_numbers_are_refused(cell: str):
    with pytest.raises(ValueError, match="number"):
        whole(cell)
    with pytest.raises(ValueError, match="number"):
        real(cell)


def test_lists_and_their_parts():
    assert listed("") == ()
    assert listed("a|b") == ("a", "b")
    assert evidence("ECO:1 PMID:2|ECO:3")[0].reference == "PMID:2"
    assert exons("5-5")[0].start == 5
    assert channels("a=b=0.5") == (("a=b", 0.5),)
    assert boolean("0") is False


@pytest.mark.parametrize("cell", ["0-5", "9-5", "5", "a-b", "5-", "1-2-3"])
def test_a_range_that_is_none_is_refused(cell: str):
    with pytest.raises(ValueError, match="range of an exon"):
        exons(cell)


def test_columns_are_the_fields_in_order_with_the_location_spread():
    assert RowReader(Gene).columns == (
        "id", "symbol", "name", "locus_type",
        "band", "chromosome", "start", "end", "strand", "assembly",
        "taxon", "source",
    )  # fmt: skip


def test_a_type_that_no_cell_can_hold_is_our_bug():
    @dataclass
    class Strange:
        value: bytes

    with pytest.raises(KeyError):
        RowReader(Strange)
