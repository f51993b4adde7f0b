"""Spellings near to one that leads nowhere."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search.candidates import SCAN, Candidate, codes
from atlasview.atlas.search.fields import ALIAS, FIELDS, OTHER_ALIAS, PREVIOUS, SYMBOL, WORDS, Tier
from atlasview.atlas.search.spelling import asked_spellings, deletions, distance
from atlasview.atlas.statement import Statement
from atlasview.records.hit import Match

_FIELDS = (SYMBOL, PREVIOUS, ALIAS, OTHER_ALIAS, *sorted(WORDS, key=lambda field: field.code))
_LONGEST = 24
_MOST_SPELLINGS = 12
_TWO_ERRORS_FROM = 6
"""Letters from which on two errors are forgiven; in a shorter name they make another name."""

SPELLINGS = Statement(
    "SELECT DISTINCT spelling FROM misspelling"
    f" WHERE deletion IN (SELECT value FROM json_each(:deletions)) LIMIT {SCAN}"
)
BEARERS = Statement(
    "SELECT field, subject, written, spelling FROM search_name"
    f" WHERE field IN ({codes(_FIELDS)}) AND spelling IN (SELECT value FROM json_each(:spellings)) LIMIT {SCAN}"
)


def similar(reader: AtlasReader, query: str) -> list[Candidate]:
    """Things whose symbol, alias or word of a name is one error away; of longer queries two."""
    spellings = asked_spellings(query)
    if not spellings or not 3 <= len(spellings[0]) <= _LONGEST:
        return []
    near = _near(reader, spellings[0])
    if not near:
        return []
    found = []
    for code, subject, written, spelling in reader.rows(BEARERS, spellings=list(near)):
        field = FIELDS[code]
        word = field.match is Match.NAME
        reason = f"similar word {spelling}" if word else f"similar: {written}"
        order = 2 * near[spelling] + (field is not SYMBOL)
        found.append(Candidate(Tier.SIMILAR, subject, Match.SIMILAR, reason, written, order))
    return found


def _near(reader: AtlasReader, asked: str) -> dict[str, int]:
    """Known spellings with their distance, nearest first."""
    limit = 2 if len(asked) >= _TWO_ERRORS_FROM else 1
    wanted = deletions(asked)
    if limit > 1:
        wanted = {shorter for spelling in wanted for shorter in deletions(spelling)}
    rows = reader.rows(SPELLINGS, deletions=sorted(wanted))
    measured = ((distance(asked, row.spelling, limit), row.spelling) for row in rows)
    nearest = sorted(pair for pair in measured if 0 < pair[0] <= limit)[:_MOST_SPELLINGS]
    return {spelling: errors for errors, spelling in nearest}
