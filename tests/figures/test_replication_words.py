"""What is said of few donors, once for many scores."""

import pytest

from atlasview.figures.replication_words import replication_words
from tests.figures.scores import MIXED, cell


def scores(*words):
    return [cell(f"CL:{n}", "T cell", csi=1.0, replication=word).scores for n, word in enumerate(words)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("replicated", ""), ""),
        ((), ""),
        (("pseudoreplicated", "pseudoreplicated"), "All scores are pseudoreplicated: one donor"),
        (("pseudoreplicated", "replicated", ""), "1 of 3 scores is pseudoreplicated: one donor"),
        (("not replicated",) * 2 + ("replicated",), "2 of 3 scores are not replicated: fewer than 3 donors."),
    ],
)
def test_each_case_is_said_with_how_many_it_is(words, said):
    found = replication_words(scores(*words))
    assert found.startswith(said) and bool(found) == bool(said)


def test_several_cases_are_said_after_each_other():
    found = replication_words(row.scores for row in MIXED)
    assert found == (
        "1 of 7 scores is not replicated: fewer than 3 donors. "
        "1 of 7 scores is of few donors, 3 to 9: do not lean on their intervals."
    )
    assert replication_words([None]) == ""
