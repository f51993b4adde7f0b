"""Things with a name that begins with the query: one statement, one part per sort of names."""

from collections import Counter
from typing import NamedTuple

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search.candidates import LAST_SIGN, SCAN, Candidate
from atlasview.atlas.search.fields import FIELDS, NAMES, SYMBOL, WORDS, Field, Tier
from atlasview.atlas.search.spelling import SHORT, asked_spellings
from atlasview.atlas.statement import Statement
from atlasview.records.hit import Match
from atlasview.records.place import Kind

_FEWEST = 20
_WHILE_TYPING = 60
"""Up to so many are for the list below the field, which is made with each letter; who wants more, waits for all."""
_WORD_CODES = frozenset(field.code for field in WORDS)


def _share(field: Field) -> str:
    """Symbols may fill the whole list; of every other sort of names half of it is enough."""
    return ":most" if field is SYMBOL else ":half"


BEGINS = Statement(
    " UNION ALL ".join(
        "SELECT * FROM (SELECT field, subject, min(written) AS written FROM (SELECT field, subject, written"
        f" FROM search_name WHERE field = {field.code} AND spelling >= :from AND spelling < :to LIMIT {SCAN}"
        f") GROUP BY subject ORDER BY subject LIMIT {_share(field)})"
        for field in NAMES
    )
)
BEGINS_SHORT = Statement(
    " UNION ALL ".join(
        "SELECT * FROM (SELECT field, subject, written FROM short_beginning"
        f" WHERE field = {field.code} AND beginning = :from ORDER BY subject LIMIT {_share(field)})"
        for field in NAMES
    )
)
BEGINS_ALL = Statement(
    " UNION ALL ".join(
        "SELECT * FROM (SELECT field, subject, min(written) AS written FROM search_name"
        f" WHERE field = {field.code} AND spelling >= :from AND spelling < :to"
        " GROUP BY subject ORDER BY subject LIMIT :most)"
        for field in NAMES
    )
)


class Beginning(NamedTuple):
    """Things whose names begin with a query, and the kinds of which not all are among them."""

    found: list[Candidate]
    cut: frozenset[Kind | None]


def beginning(reader: AtlasReader, query: str, most: int) -> Beginning:
    """Things with a symbol, alias, name or word of a name that begins with the query; `most` of a sort.

    While a person types, of most sorts half of it and of long ones those that are met first.
    """
    spellings = asked_spellings(query)
    if not spellings:
        return Beginning([], frozenset())
    start = spellings[0]
    part = {"from": start, "to": f"{start}{LAST_SIGN}"}
    half = most if most > _WHILE_TYPING else max(_FEWEST, most // 2)
    if most > _WHILE_TYPING:
        rows = reader.rows(BEGINS_ALL, most=most, **part)
    elif len(start) <= SHORT:
        rows = reader.rows(BEGINS_SHORT, most=most, half=half, **{"from": start})
    else:
        rows = reader.rows(BEGINS, most=most, half=half, **part)
    of_sort = Counter(FIELDS[row.field] for row in rows)
    cut = frozenset(field.kind for field, count in of_sort.items() if count >= (most if field is SYMBOL else half))
    return Beginning([_begun(code, subject, written) for code, subject, written in rows], cut)


def _begun(code: int, subject: int, written: str) -> Candidate:
    if code in _WORD_CODES:
        reason = "word in other name" if written else "word in name"
        return Candidate(Tier.WORD, subject, Match.NAME, reason, written, 1 if written else 0)
    field = FIELDS[code]
    match = field.match if field.match is Match.NAME else Match.PREFIX
    return Candidate(field.begins, subject, match, field.begins_reason.format(written), written, field.order)
