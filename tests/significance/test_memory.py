"""Memory of reading cells: what is held of each cell is a few small numbers."""

import tracemalloc

import numpy as np
import pytest

from atlasview.significance.groups import CellCodes, grouped
from atlasview.significance.labels import MISSING, everywhere, narrow, of_categories, of_texts

CELLS = 2_000_000
TYPES, DONORS = 50, 300


@pytest.fixture(scope="module")
def codes():
    rng = np.random.default_rng(5)
    return rng.integers(-1, TYPES, CELLS).astype(np.int16), rng.integers(0, DONORS, CELLS).astype(np.int16)


def peak_of(work):
    tracemalloc.start()
    try:
        found = work()
        return found, tracemalloc.get_traced_memory()[1] / CELLS
    finally:
        tracemalloc.stop()


def test_labels_take_a_byte_or_two_of_each_cell(codes):
    words = [f"type {at}".encode() for at in range(TYPES)]
    labels, bytes_of_a_cell = peak_of(lambda: of_categories(words, codes[0]))
    assert bytes_of_a_cell < 4
    assert np.array_equal(labels.codes, codes[0])
    assert sum(labels.counts().values()) == int((codes[0] >= 0).sum())
    nothing, bytes_of_a_cell = peak_of(lambda: everywhere((), MISSING, CELLS))
    assert bytes_of_a_cell < 0.1
    assert (nothing.missing, nothing.counts()) == (CELLS, {})


def test_groups_are_found_in_a_few_bytes_of_each_cell(codes):
    kind, donor = codes
    nowhere = everywhere((), MISSING, CELLS).codes
    words = tuple(map(str, range(TYPES))), tuple(map(str, range(DONORS)))
    (groups, (places,)), bytes_of_a_cell = peak_of(lambda: grouped([CellCodes(kind, donor, nowhere)], *words, ()))
    assert bytes_of_a_cell < 10  # four of them are the answer; keys of all cells at the same time took forty
    inside = kind >= 0
    assert (places[~inside] == MISSING).all()
    assert np.array_equal(groups.cell_type[places[inside]], kind[inside])
    assert np.array_equal(groups.donor[places[inside]], donor[inside])


@pytest.mark.parametrize("words", [1, 127, 128, 129, 32_768, 32_769, 70_000])
def test_codes_are_as_narrow_as_their_words_allow(words):
    texts = [f"w{at}" for at in range(words)]
    labels = of_texts([*texts, "NA"], words + 1)
    assert labels.codes.dtype == narrow(words)
    assert labels.codes.itemsize == (1 if words <= 128 else 2 if words <= 32_768 else 4)
    assert np.array_equal(labels.codes, [*range(words), MISSING])
    assert np.array_equal(of_categories(texts, np.arange(-1, words + 1)).codes, [MISSING, *range(words), MISSING])
