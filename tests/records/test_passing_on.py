"""What may be done with an atlas follows from its strictest source, and every wish of the others is told too."""

import pytest

from atlasview.records.passing_on import Leave, passing_on
from atlasview.records.source import Source
from atlasview.sources.databases import DATABASES

FREE = Source("hgnc", "HGNC", licence="CC0-1.0", redistributable=True)
NAMED = Source("uniprot", "UniProtKB", licence="CC-BY-4.0", redistributable=True, conditions="attribution")
AS_IS = Source("hp", "HPO", licence="HPO licence", redistributable=True, conditions="unmodified, attribution")
ALIKE = Source("x", "Alike", licence="CC-BY-SA-4.0", redistributable=True, conditions="share-alike; attribution")
SILENT = Source("gmt", "Gene sets")
SHUT = Source("shut", "Shut", licence="all rights reserved", redistributable=False)


@pytest.mark.parametrize(
    ("sources", "leave", "words"),
    [
        ((), Leave.FREE, "passed on freely"),
        ((FREE,), Leave.FREE, "passed on freely"),
        ((FREE, NAMED), Leave.CONDITIONS, "on conditions: name UniProtKB as a source."),
        (
            (NAMED, AS_IS, ALIKE),
            Leave.CONDITIONS,
            (
                "name UniProtKB, HPO and Alike as a source; pass Alike on under the same licence only;"
                " leave the facts of HPO as they are."
            ),
        ),
        ((NAMED, SILENT), Leave.ASK, "Ask before you pass this atlas on: Gene sets states no licence."),
        ((NAMED, SILENT, SHUT), Leave.NO, "must not be passed on: Shut forbids it."),
    ],
)
def test_the_strictest_source_decides(sources: tuple[Source, ...], leave: Leave, words: str):
    told = passing_on(sources)
    assert told.leave is leave
    assert words in told.sentence


def test_every_source_that_asks_for_something_says_what():
    told = passing_on((FREE, NAMED, AS_IS, SILENT, NAMED))
    assert told.terms == (
        ("UniProtKB", "CC-BY-4.0", "name it as a source"),
        ("HPO", "HPO licence", "name it as a source, leave the facts of it as they are"),
        ("Gene sets", "not stated", "states no licence: ask before you pass it on"),
    )


def test_a_licence_in_words_of_its_own_is_not_called_none():
    own = Source("own", "Own", licence="ask Jane")
    told = passing_on((FREE, own))
    assert told.sentence == "Ask before you pass this atlas on: Own states a licence of its own."
    assert told.terms == (("Own", "ask Jane", "has a licence of its own: ask before you pass it on"),)
    assert "Gene sets and Own state no licence, or one of their own." in passing_on((SILENT, own)).sentence


def test_a_condition_that_nobody_foresaw_is_told_in_its_own_words():
    odd = Source("odd", "Odd", licence="own", redistributable=True, conditions="send a postcard")
    assert "send a postcard (Odd)" in passing_on((odd,)).sentence


def test_many_silent_databases_are_counted():
    silent = [Source(f"s{at}", f"Set {at}") for at in range(5)]
    assert "5 of its databases state no licence" in passing_on(silent).sentence


def test_what_databases_ask_for_has_words():
    stated = {one.strip() for known in DATABASES.values() for one in known.conditions.split(",") if one}
    assert stated <= {"attribution", "share-alike", "unmodified", "non-commercial"}
