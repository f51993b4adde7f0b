"""Sizes as a person reads them."""

import pytest

from atlasview.records.size import size_words


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 B"), (999, "999 B"), (14_210, "14.2 kB"), (12_541_952, "12.5 MB"), (3_400_000_000, "3.4 GB")],
)
def test_a_size_has_the_unit_that_leaves_one_decimal(size, words):
    assert size_words(size) == words
