"""Lists in one cell come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlasview.records.lists import (
    joined,
    joined_channels,
    joined_evidence,
    listed_authors,
    parted,
    parted_authors,
    parted_channels,
    parted_evidence,
)
from atlasview.records.protein import Evidence

WORD = st.text(st.characters(codec="utf-8", exclude_characters="| ="), min_size=1, max_size=12)


@given(st.lists(WORD, max_size=5))
def test_texts(items: list[str]):
    assert parted(joined(items)) == tuple(items)


@given(st.lists(st.builds(Evidence, WORD, st.one_of(st.just(""), WORD)), max_size=5))
def test_evidence(evidence: list[Evidence]):
    assert parted_evidence(joined_evidence(evidence)) == tuple(evidence)


@given(st.lists(st.tuples(WORD, st.floats(0, 1)), max_size=5))
def test_channels(channels: list[tuple[str, float]]):
    assert parted_channels(joined_channels(channels)) == tuple(channels)


@given(st.lists(st.text("AB, .", max_size=6), max_size=4))
def test_authors(authors: list[str]):
    assert parted_authors(listed_authors(authors)) == tuple(authors)


@pytest.mark.parametrize("authors", [(), ("Foster D.",), ("Foster D.", "Gross J.A."), ("Smith, J.", "Foster D.")])
def test_authors_with_and_without_commas(authors: tuple[str, ...]):
    assert parted_authors(listed_authors(authors)) == authors


def test_an_item_that_holds_the_separator_is_refused():
    with pytest.raises(ValueError, match="within one of"):
        joined(["a|b"])
