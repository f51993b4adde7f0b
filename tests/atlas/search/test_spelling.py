"""How names are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlasview.atlas.search.spelling import (
    LONGEST_QUERY,
    asked_spellings,
    asked_words,
    clean,
    deletions,
    distance,
    identifier_spelling,
    normalised,
    spellings,
    telling_words,
    words,
)


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("IL-21", "il21"),
        ("IL-2Rα", "il2ralpha"),
        ("T(FH)", "tfh"),
        ("Sjögren", "sjogren"),
        ("µ opioid", "muopioid"),
        ("", ""),
        ("--", ""),
    ],
)
def test_signs_case_accents_and_greek_are_folded(text: str, spelling: str):
    assert normalised(text) == spelling


def test_a_greek_letter_is_its_name_or_its_initial():
    assert spellings("IFN-γ") == ("ifngamma", "ifng")
    assert spellings("IL21") == ("il21",)
    assert asked_spellings("IFN-gamma") == ("ifngamma", "ifng")
    assert asked_spellings("IFN-alpha2") == ("ifnalpha2", "ifna2")
    assert asked_spellings("alpha") == ("alpha",)


def test_words_hold_the_parts_of_compounds_and_their_joints():
    assert words("IL-7R-mediated signaling") == (
        "il", "7r", "mediated", "il7r", "7rmediated", "il7rmediated", "signaling",
    )  # fmt: skip
    assert telling_words("The role of a T cell") == ("role", "cell")
    assert asked_words("T-helper the cell") == ("thelper", "cell")


@pytest.mark.parametrize(
    ("identifier", "spelling"),
    [
        ("ENSG00000138684.9", "ensg00000138684"),
        ("NM_002185.5", "nm002185"),
        ("P16871-2", "p168712"),
        ("R-HSA-9020958", "rhsa9020958"),
        ("10.1038/s41467-021-25960.2", "101038s41467021259602"),
    ],
)
def test_versions_of_sequences_are_ignored_and_nothing_else(identifier: str, spelling: str):
    assert identifier_spelling(identifier) == spelling


@given(st.text(max_size=400))
def test_cleaning_is_short_and_settles(text: str):
    cleaned = clean(text)
    assert len(cleaned) <= LONGEST_QUERY
    assert clean(cleaned) == cleaned
    cleaned.encode("utf-8")


@given(st.text(max_size=40))
def test_what_is_stored_is_what_is_asked(text: str):
    assert set(spellings(text)) <= set(asked_spellings(text))
    assert all(spelling.isalnum() for spelling in spellings(text))


@given(st.text("abcil27", max_size=9), st.text("abcil27", max_size=9))
def test_distance_is_symmetric_and_agrees_with_shared_deletions(one: str, other: str):
    between = distance(one, other, 2)
    assert between == distance(other, one, 2)
    assert (between == 0) == (one == other)
    if between == 1:
        assert deletions(one) & deletions(other)


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [("il21", "li21", 1), ("abcd", "acbd", 1), ("il7r", "il7", 1), ("brac1", "brca1", 1), ("kitten", "sitting", 3)],
)
def test_distances_of_known_pairs(one: str, other: str, errors: int):
    assert distance(one, other, 2) == min(errors, 3)
