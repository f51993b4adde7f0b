"""What a file states of its licence decides what may be done with its facts."""

import pytest

from atlasview.records.passing_on import conditions
from atlasview.records.source import Source
from atlasview.sources.licences_stated import with_licence

SCORES = Source("scores", "Cell significance scores")


@pytest.mark.parametrize(
    ("stated", "licence", "allowed", "asks"),
    [
        ("CC-BY-4.0", "CC-BY-4.0", True, ("attribution",)),
        ("cc by-nc 4.0", "CC-BY-NC-4.0", True, ("attribution", "non-commercial")),
        ("CC0", "CC0-1.0", True, ()),
        ("CC-BY-SA-3.0", "CC-BY-SA-3.0", True, ("attribution", "share-alike")),
        ("ask Jane", "ask Jane", None, ()),
        ("not stated", "not stated", None, ()),
        ("", "not stated", None, ()),
    ],
)
def test_what_it_allows(stated: str, licence: str, allowed: bool | None, asks: tuple[str, ...]) -> None:
    source = with_licence(SCORES, stated)
    assert (source.licence, source.redistributable, conditions(source)) == (licence, allowed, asks)


def test_the_licence_of_the_database_holds_where_the_file_states_none() -> None:
    source = Source("x", "X", licence="CC-BY-4.0", redistributable=True, conditions="attribution")
    assert with_licence(source, "not stated") == with_licence(source, "") == source
