"""Things that hold every word of the query: in their names, papers in their titles, genes in their articles."""

from collections.abc import Iterable

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search.candidates import LAST_SIGN, Candidate
from atlasview.atlas.search.fields import Tier
from atlasview.atlas.search.spelling import INDEXED_BEGINNINGS, asked_words
from atlasview.atlas.statement import Statement
from atlasview.records.hit import Match

_MOST_COMPLETIONS = 32
_FOUND_IN = {
    "name": (Tier.WORD, Match.NAME, "words in name"),
    "title": (Tier.TEXT, Match.TEXT, "word in title"),
    "article": (Tier.TEXT, Match.TEXT, "word in article"),
}

_ROWS = "SELECT rowid AS key FROM {0} WHERE {0} MATCH :words ORDER BY rowid LIMIT :most"
_IN_NAMES = f"SELECT 'name' AS place, key AS subject FROM ({_ROWS.format('name_text')})"
_IN_TEXTS = (
    f"SELECT 'title' AS place, key AS subject FROM ({_ROWS.format('title_text')})"
    f" UNION ALL SELECT 'article', a.gene FROM ({_ROWS.format('article_text')}) f"
    " JOIN section s ON s.key = f.key JOIN article a ON a.key = s.article"
)
ONE_WORD = Statement(_IN_TEXTS)
WORDS_TOGETHER = Statement(f"{_IN_NAMES} UNION ALL {_IN_TEXTS}")
COMPLETIONS = Statement(f"SELECT word FROM vocabulary WHERE word >= :from AND word < :to LIMIT {_MOST_COMPLETIONS}")


def with_words(reader: AtlasReader, query: str, most: int) -> list[Candidate]:
    """Things with all the words, at most `most` by names, titles and articles each; for one word not by names."""
    asked = asked_words(query)
    words = _expression(reader, asked)
    if not words:
        return []
    rows = reader.rows(WORDS_TOGETHER if len(asked) > 1 else ONE_WORD, words=words, most=most)
    return [Candidate(tier, subject, match, reason, "") for (tier, match, reason), subject in map(_found, rows)]


def _found(row: tuple[str, int]) -> tuple[tuple[Tier, Match, str], int]:
    return _FOUND_IN[row[0]], row[1]


def _expression(reader: AtlasReader, asked: tuple[str, ...]) -> str:
    """An expression for the indices of words; empty where they cannot hold it. The words are letters and digits only.

    The last word may be unfinished. A short beginning has a ready list in the index; a longer one is spelled out as
    the words that complete it, since the index would first gather everything that begins so.
    """
    *whole, last = asked or ("",)
    length = len(last)
    if length in INDEXED_BEGINNINGS:
        return _all_of([*map(_quoted, whole), f"{_quoted(last)}*"])
    if length < min(INDEXED_BEGINNINGS):
        return _all_of(map(_quoted, asked)) if whole else ""
    completions = reader.rows(COMPLETIONS, **{"from": last, "to": f"{last}{LAST_SIGN}"})
    if not completions:
        return ""
    return _all_of([*map(_quoted, whole), f"({' OR '.join(_quoted(row.word) for row in completions)})"])


def _quoted(word: str) -> str:
    return f'"{word}"'


def _all_of(parts: Iterable[str]) -> str:
    return " AND ".join(parts)
