"""Things whose identifier begins with the query: what a person sees who types or remembers only a part of one."""

from collections.abc import Iterator

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search.candidates import LAST_SIGN, Candidate
from atlasview.atlas.search.fields import OWN_IDENTIFIER, REFERENCE, Field
from atlasview.atlas.search.identifiers import PLAIN, PREFIXES, AskedIdentifier, asked_identifiers, curie_parts
from atlasview.atlas.statement import Statement
from atlasview.records.hit import Match

_MOST = 20
_TOUCHED = 20_000
"""Own identifiers of any database that are looked through for those of one: about a millisecond."""
_SCANNED = 200
_LEAST_OF_ANY = 4
"""Letters of an identifier without a prefix: fewer are the beginning of too many accessions."""
_LEAST_ELSEWHERE = 8
"""The same where other databases' identifiers are meant: `ENSG0000`."""

OWN_BEGINS = Statement(
    "SELECT subject, written FROM (SELECT subject, written FROM search_name"
    f" WHERE field = {OWN_IDENTIFIER.code} AND spelling >= :from AND spelling < :to LIMIT {_TOUCHED})"
    f" WHERE written GLOB :database LIMIT {_SCANNED}"
)
REFERENCE_BEGINS = Statement(
    "SELECT subject, database || ':' || id FROM cross_reference"
    f" WHERE id COLLATE NOCASE >= :from AND id COLLATE NOCASE < :to AND {PLAIN} LIMIT {_SCANNED}"
)


def identifiers_beginning(reader: AtlasReader, query: str) -> list[Candidate]:
    """Things with an identifier that begins with the query: `GO:00069`, `P168`, `R-HSA-1095`, `ENSG00000168`.

    Numbers alone begin too much to be looked up. The identifiers of other databases are looked up from eight letters
    on, and only where they consist of letters and digits.
    """
    if query.isdecimal():
        return []
    found: list[Candidate] = []
    for place, reading in enumerate(asked_identifiers(query)):
        if _is_telling(reading):
            found += _begun(reader, OWN_BEGINS, OWN_IDENTIFIER, reading, place)
            if not reading.database and len(reading.spelling) >= _LEAST_ELSEWHERE:
                found += _begun(reader, REFERENCE_BEGINS, REFERENCE, reading, place + 1)
    return found


def _is_telling(reading: AskedIdentifier) -> bool:
    spelling = reading.spelling
    if reading.database:
        return any(map(str.isdigit, spelling)) and len(spelling) > 1
    return len(spelling) >= _LEAST_OF_ANY and not spelling.isalpha() and not spelling.isdecimal()


def _begun(
    reader: AtlasReader, statement: Statement, field: Field, reading: AskedIdentifier, place: int
) -> Iterator[Candidate]:
    start, order = reading.spelling, place * _MOST
    ends = {"from": start, "to": f"{start}{LAST_SIGN}"}
    if statement is OWN_BEGINS:
        ends["database"] = f"{reading.database}:*" if reading.database else "*"
    for subject, written in reader.rows(statement, **ends):
        if curie_parts(written)[0] in PREFIXES:
            yield Candidate(field.begins, subject, Match.IDENTIFIER, field.reason.format(written), written, order)
            order += 1
            if order % _MOST == 0:
                return
