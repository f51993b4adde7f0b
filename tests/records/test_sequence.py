"""Checksums of sequences against Biopython's."""

import random

import pytest
from Bio.SeqUtils.CheckSum import crc64 as theirs

from atlasview.records.sequence import crc64

LENGTHS = [*range(40), 63, 64, 65, 127, 128, 129, 1000, 34350]


@pytest.mark.parametrize("length", LENGTHS)
def test_crc64_of_any_length(length: int):
    sequence = "".join(random.Random(length).choices("ACDEFGHIKLMNPQRSTUVWXY", k=length))
    assert f"CRC-{crc64(sequence)}" == theirs(sequence)
