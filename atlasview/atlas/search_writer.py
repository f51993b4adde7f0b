"""Fills the tables that search looks things up in, short beginnings and misspellings among them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from atlasview.atlas.new_file import Row
from atlasview.atlas.schema.search import search_name, short_beginning
from atlasview.atlas.search import fields
from atlasview.atlas.search.candidates import codes
from atlasview.atlas.search.spelling import SHORT
from atlasview.atlas.writer import AtlasWriter

SearchName = tuple[int, str, int, str]
"""Code of the field, spelling, key of the subject, the name as written: a row of `search_name`."""

NAMES_PER_BEGINNING = 60
SHORTEST_MISSPELLED = 3
LONGEST_MISSPELLED = 24
SHORTEST_MISSPELLED_WORD = 5

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


def write_search(writer: AtlasWriter, names: Iterable[SearchName]) -> None:
    """Fill `search_name` with names in any order, and what follows from it."""
    beginnings = _Beginnings()
    writer.insert_sorted(search_name, beginnings.of(names))
    writer.insert(short_beginning, beginnings.rows())
    writer.run(_misspellings())


class _Beginnings:
    """The best subjects of every short beginning, and the first of their names that begins so; held in memory."""

    def __init__(self) -> None:
        self._found: defaultdict[tuple[int, str], dict[int, str]] = defaultdict(dict)
        self._last: dict[tuple[int, str], int] = {}
        """Key of the last subject that is among the best of a beginning, where there are many."""

    def of(self, names: Iterable[SearchName]) -> Iterator[SearchName]:
        """The names, noted one by one."""
        found, last = self._found, self._last
        codes = {field.code for field in fields.NAMES}
        for name in names:
            field, spelling, subject, written = name
            if field in codes and subject <= last.get(beginning := (field, spelling[:SHORT]), subject):
                own = found[beginning]
                own[subject] = min(own.get(subject, written), written)
                if len(own) > 2 * NAMES_PER_BEGINNING:
                    found[beginning] = own = _best(own)
                    last[beginning] = max(own)
            yield name

    def rows(self) -> Iterator[Row]:
        """Rows of `short_beginning`: who is among the best of a beginning is so of every longer one."""
        for length in range(SHORT, 0, -1):
            shorter: defaultdict[tuple[int, str], dict[int, str]] = defaultdict(dict)
            for (field, longer), own in self._found.items():
                known = shorter[field, longer[:length]]
                for subject, written in own.items():
                    known[subject] = min(known.get(subject, written), written)
            self._found = defaultdict(dict, {beginning: _best(own) for beginning, own in shorter.items()})
            for beginning, own in sorted(self._found.items()):
                if len(beginning[1]) == length:
                    yield from ((*beginning, subject, written) for subject, written in own.items())


def _best(own: dict[int, str]) -> dict[int, str]:
    return {subject: own[subject] for subject in sorted(own)[:NAMES_PER_BEGINNING]}


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
