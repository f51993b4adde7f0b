"""Where a name stands in the ranking of search, and what the list says of it: a table for builder and search alike."""

from dataclasses import dataclass
from enum import IntEnum

from atlasview.records.hit import Match
from atlasview.records.place import Kind


class Tier(IntEnum):
    """Order of hits, best first. `TYPED` and `NORMALISED` tell whether the name was written as it is stored."""

    SYMBOL_TYPED = 0
    SYMBOL_NORMALISED = 1
    OWN_IDENTIFIER = 2
    REFERENCE = 3
    PREVIOUS_TYPED = 4
    ALIAS_TYPED = 5
    OTHER_ALIAS_TYPED = 6
    PREVIOUS_NORMALISED = 7
    ALIAS_NORMALISED = 8
    OTHER_ALIAS_NORMALISED = 9
    WHOLE_NAME = 10
    SYMBOL_BEGINS = 11
    ALIAS_BEGINS = 12
    NAME_BEGINS = 13
    WORD = 14
    IDENTIFIER_BEGINS = 15
    TEXT = 16
    SIMILAR = 17


@dataclass(frozen=True, slots=True)
class Field:
    """A sort of names in the table `search_name`.

    code     its number in the atlas file
    kind     of the things that bear such names; None where things of every kind do
    reason   words for the list of hits; `{}` is the name as the source writes it
    begins   tier of names that only begin with the query
    order    among names of one tier: the name that a thing bears comes before its other names
    """

    code: int
    kind: Kind | None
    match: Match
    typed: Tier
    normalised: Tier
    reason: str
    begins: Tier
    begins_reason: str = ""
    order: int = 0


def _identifier(code: int, tier: Tier, reason: str) -> Field:
    return Field(code, None, Match.IDENTIFIER, tier, tier, reason, Tier.IDENTIFIER_BEGINS)


def _alias(code: int, kind: Kind, reason: str, typed: Tier, normalised: Tier, begins: Tier) -> Field:
    match = Match.PREVIOUS_SYMBOL if typed is Tier.PREVIOUS_TYPED else Match.ALIAS
    return Field(code, kind, match, typed, normalised, reason, begins, reason)


def _name(code: int, kind: Kind) -> Field:
    whole = Tier.WHOLE_NAME
    return Field(code, kind, Match.NAME, whole, whole, "name", Tier.NAME_BEGINS, "name begins")


def _other_name(code: int, kind: Kind) -> Field:
    whole = Tier.WHOLE_NAME
    return Field(code, kind, Match.ALIAS, whole, whole, "name {}", Tier.NAME_BEGINS, "name {}", order=1)


def _word(code: int, kind: Kind) -> Field:
    return Field(code, kind, Match.NAME, Tier.WORD, Tier.WORD, "word in name", Tier.WORD, "word in name")


OWN_IDENTIFIER = _identifier(1, Tier.OWN_IDENTIFIER, "identifier {}")
ISOFORM = _identifier(2, Tier.OWN_IDENTIFIER, "isoform {}")
REFERENCE = _identifier(3, Tier.REFERENCE, "identifier {}")
SYMBOL = Field(
    10,
    Kind.GENE,
    Match.SYMBOL,
    Tier.SYMBOL_TYPED,
    Tier.SYMBOL_NORMALISED,
    "approved symbol",
    Tier.SYMBOL_BEGINS,
    "symbol begins",
)
PREVIOUS = _alias(11, Kind.GENE, "previous symbol {}", Tier.PREVIOUS_TYPED, Tier.PREVIOUS_NORMALISED, Tier.ALIAS_BEGINS)
ALIAS = _alias(12, Kind.GENE, "alias {}", Tier.ALIAS_TYPED, Tier.ALIAS_NORMALISED, Tier.ALIAS_BEGINS)
OTHER_ALIAS = _alias(13, Kind.GENE, "alias {}", Tier.OTHER_ALIAS_TYPED, Tier.OTHER_ALIAS_NORMALISED, Tier.ALIAS_BEGINS)

_ONTOLOGIES = ((Kind.CELL_TYPE, 40), (Kind.TERM, 50), (Kind.DISEASE, 60))
_NAMED = ((Kind.GENE, 20), (Kind.PROTEIN, 30), *_ONTOLOGIES)
NAME = {kind: _name(code, kind) for kind, code in _NAMED}
OTHER_NAME = {kind: _other_name(code + 1, kind) for kind, code in _NAMED}
WORD = {kind: _word(code + 2, kind) for kind, code in _NAMED}
SYNONYM = {
    kind: _alias(code + 3, kind, "synonym {}", Tier.ALIAS_TYPED, Tier.ALIAS_NORMALISED, Tier.NAME_BEGINS)
    for kind, code in _ONTOLOGIES
}

IDENTIFIERS = (OWN_IDENTIFIER, ISOFORM, REFERENCE)
NAMES = (
    SYMBOL,
    PREVIOUS,
    ALIAS,
    OTHER_ALIAS,
    *NAME.values(),
    *OTHER_NAME.values(),
    *SYNONYM.values(),
    *WORD.values(),
)
WORDS = frozenset(WORD.values())
FIELDS = {field.code: field for field in (*IDENTIFIERS, *NAMES)}
