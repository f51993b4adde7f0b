"""Things that a query names in full: one statement over names and identifiers."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search.candidates import SCAN, Candidate, codes
from atlasview.atlas.search.fields import (
    FIELDS,
    IDENTIFIERS,
    ISOFORM,
    NAMES,
    OWN_IDENTIFIER,
    REFERENCE,
    WORDS,
    Field,
    Tier,
)
from atlasview.atlas.search.identifiers import PLAIN, AskedIdentifier, asked_identifiers, curie_parts, is_telling
from atlasview.atlas.search.spelling import asked_spellings
from atlasview.atlas.statement import Statement
from atlasview.records.hit import Match
from atlasview.records.place import Kind

_SPELLINGS = 3
_READINGS = 3
_AS_GIVEN = -1
"""Order of what bears the query as its identifier, sign for sign, as documents give it: before any reading of it."""


def _slots(name: str, count: int) -> str:
    return ", ".join(f":{name}{at}" for at in range(count))


_NAME = "SELECT field, subject, written, spelling FROM search_name WHERE field IN ({}) AND spelling IN ({}) LIMIT {}"
_WHOLE_NAMES = [field for field in NAMES if field not in WORDS]
_PLAIN_REFERENCE = (
    f"SELECT {REFERENCE.code}, subject, database || ':' || id, lower(id) FROM cross_reference"
    f" WHERE id COLLATE NOCASE IN ({_slots('i', _READINGS)}) AND {PLAIN} LIMIT {SCAN}"
)
EXACT = Statement(
    f"SELECT * FROM ({_NAME.format(codes(_WHOLE_NAMES), _slots('s', _SPELLINGS), SCAN)})"
    f" UNION ALL SELECT * FROM ({_NAME.format(codes(IDENTIFIERS), _slots('i', _READINGS), SCAN)})"
    f" UNION ALL SELECT * FROM ({_PLAIN_REFERENCE})"
    f" UNION ALL SELECT {OWN_IDENTIFIER.code}, key, id, id FROM subject WHERE id = :whole"
)
PRODUCTS = Statement("SELECT protein FROM gene_protein WHERE gene IN (SELECT value FROM json_each(:genes))")


def named_in_full(reader: AtlasReader, query: str) -> list[Candidate]:
    """Things that bear the query as symbol, alias or name in any spelling, or as an identifier in any reading."""
    spellings = asked_spellings(query)
    readings = asked_identifiers(query)
    if not spellings and not readings:
        return []
    keys = tuple(dict.fromkeys(reading.spelling for reading in readings))
    slots = _filled("s", spellings, _SPELLINGS) | _filled("i", keys, _READINGS)
    found: list[Candidate | None] = []
    for code, subject, written, spelling in reader.rows(EXACT, whole=query, **slots):
        field = FIELDS[code]
        if spelling == written == query and field is OWN_IDENTIFIER:
            found.append(Candidate(field.typed, subject, field.match, field.reason.format(query), query, _AS_GIVEN))
        elif field.match is Match.IDENTIFIER:
            found.append(_identified(field, subject, written, readings, spelling))
        else:
            found.append(_named(field, subject, written, query, spellings.index(spelling)))
    return _told_once(reader, [candidate for candidate in found if candidate])


def products(reader: AtlasReader, found: list[Candidate]) -> set[int]:
    """The proteins of the genes among what was found."""
    genes = [one.subject for one in found if reader.kind_of(one.subject) is Kind.GENE]
    return {row.protein for row in reader.rows(PRODUCTS, genes=genes)} if genes else set()


def made_by(reader: AtlasReader, found: list[Candidate]) -> list[Candidate]:
    """The proteins of the genes that were found by their symbols: `EGFR` names one, though no protein bears it."""
    genes = [one for one in found if one.match is Match.SYMBOL]
    return [
        gene._replace(subject=protein, reason=f"protein of {gene.written}")
        for gene in genes
        for protein in sorted(products(reader, [gene]))
    ]


def _told_once(reader: AtlasReader, found: list[Candidate]) -> list[Candidate]:
    """Without proteins that a database knows by the identifier that it has for their gene."""
    told = [one for one in found if one.match is Match.IDENTIFIER]
    if len(told) < 2:
        return found
    made = products(reader, told)
    return [one for one in found if one.tier is not Tier.REFERENCE or one.subject not in made]


def _named(field: Field, subject: int, written: str, query: str, spelling: int) -> Candidate:
    tier = field.typed if written == query else field.normalised
    return Candidate(tier, subject, field.match, field.reason.format(written), written, 2 * spelling + field.order)


def _identified(
    field: Field, subject: int, written: str, readings: tuple[AskedIdentifier, ...], spelling: str
) -> Candidate | None:
    """None where the identifier is a mere name, or one of a database that no reading of the query means."""
    database, identifier = curie_parts(written)
    if field is REFERENCE and not is_telling(database, identifier):
        return None
    for place, reading in enumerate(readings):
        if reading.spelling == spelling and reading.database.casefold() in ("", database.casefold()):
            isoform = identifier if field is ISOFORM else ""
            reason = field.reason.format(isoform or written)
            return Candidate(field.typed, subject, field.match, reason, written, place, isoform)
    return None


def _filled(name: str, values: tuple[str, ...], count: int) -> dict[str, str]:
    """Parameters for every slot of a list; no spelling is empty, so an empty slot finds nothing."""
    padded = (*values, *[""] * count)
    return {f"{name}{at}": padded[at] for at in range(count)}
