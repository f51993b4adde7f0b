"""Fills the tables that search looks things up in, short beginnings and misspellings among them."""

from collections.abc import Iterable

from atlasview.atlas.new_file import Row
from atlasview.atlas.schema.search import search_name
from atlasview.atlas.search import fields
from atlasview.atlas.search.candidates import codes
from atlasview.atlas.search.spelling import SHORT
from atlasview.atlas.writer import AtlasWriter

NAMES_PER_BEGINNING = 60
SHORTEST_MISSPELLED = 3
LONGEST_MISSPELLED = 24
SHORTEST_MISSPELLED_WORD = 5

_BEGINNINGS = (
    "INSERT INTO short_beginning SELECT field, beginning, subject, written FROM ("
    " SELECT field, substr(spelling, 1, {length}) AS beginning, subject, min(written) AS written,"
    " row_number() OVER (PARTITION BY field, substr(spelling, 1, {length}) ORDER BY subject) AS place"
    " FROM ({names}) GROUP BY field, substr(spelling, 1, {length}), subject"
    ") WHERE place <= {most} ORDER BY field, beginning, subject, written"
)
_NAMES = (
    "SELECT field, spelling, subject, written FROM search_name WHERE field IN ({codes}) AND length(spelling) {which}"
)
_LONGER_BEGINNINGS = (
    "SELECT field, beginning AS spelling, subject, written FROM short_beginning WHERE length(beginning) = {longer}"
)
_SPELLINGS = (
    "SELECT DISTINCT spelling FROM search_name WHERE field IN ({symbols})"
    " AND length(spelling) BETWEEN {short} AND {long}"
    " UNION SELECT DISTINCT spelling FROM search_name WHERE field IN ({words})"
    " AND length(spelling) BETWEEN {short_word} AND {long}"
)
_MISSPELLINGS = (
    "WITH RECURSIVE place(at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM place WHERE at < {long}),"
    " known(spelling) AS MATERIALIZED ({spellings})"
    " INSERT INTO misspelling SELECT"
    " CASE at WHEN 0 THEN spelling ELSE substr(spelling, 1, at - 1) || substr(spelling, at + 1) END AS deletion,"
    " spelling"
    " FROM place CROSS JOIN known WHERE at <= length(spelling)"
    " AND (at < 2 OR substr(spelling, at, 1) <> substr(spelling, at - 1, 1)) ORDER BY deletion, spelling"
)


def write_search(writer: AtlasWriter, names: Iterable[Row]) -> None:
    """Fill `search_name` with names in any order, and what follows from it."""
    writer.insert_sorted(search_name, names)
    for length in range(SHORT, 0, -1):
        writer.run(_beginnings(length))
    writer.run(_misspellings())


def _beginnings(length: int) -> str:
    """The statement that writes the best subjects of each beginning of a length, the longest ones first.

    Who is among the best of a beginning is among the best of every longer one, so that only those are looked at.
    """
    names = codes(fields.NAMES)
    if length == SHORT:
        found = _NAMES.format(codes=names, which=f">= {length}")
    else:
        longer = _LONGER_BEGINNINGS.format(longer=length + 1)
        found = f"{longer} UNION ALL {_NAMES.format(codes=names, which=f'= {length}')}"
    return _BEGINNINGS.format(length=length, names=found, most=NAMES_PER_BEGINNING)


def _misspellings() -> str:
    """The statement that writes `spelling.deletions` of every name; SQLite makes, sorts and writes them on its own.

    Without either of two equal neighbours a spelling is the same, so that none is made twice.
    """
    spellings = _SPELLINGS.format(
        symbols=codes((fields.SYMBOL, fields.PREVIOUS, fields.ALIAS, fields.OTHER_ALIAS)),
        words=codes(fields.WORD.values()),
        short=SHORTEST_MISSPELLED,
        short_word=SHORTEST_MISSPELLED_WORD,
        long=LONGEST_MISSPELLED,
    )
    return _MISSPELLINGS.format(spellings=spellings, long=LONGEST_MISSPELLED)
