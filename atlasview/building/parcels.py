"""What a reader took from one record of a file, packed by noun and owner for its way to the atlas."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from atlasview.records.article import Article
from atlasview.records.band import Band
from atlasview.records.cell_type import CellType, Context
from atlasview.records.difference import Difference
from atlasview.records.disease import Disease, DiseaseAssociation, DiseasePhenotype
from atlasview.records.expression import Expression
from atlasview.records.gene import Gene, GeneName
from atlasview.records.interaction import Homology, Interaction
from atlasview.records.marker import Marker
from atlasview.records.packing import Packed, packing, parted_payload, payload
from atlasview.records.protein import Comment, Feature, GeneProtein, Isoform, Protein, ProteinName
from atlasview.records.publication import Citation, Publication
from atlasview.records.reference import CrossReference
from atlasview.records.significance import Significance
from atlasview.records.term import GeneTerm, Hierarchy, Synonym, Term
from atlasview.records.transcript import Transcript
from atlasview.records.variant import Sighting, Variant
from atlasview.sources.rows import Rows
from atlasview.sources.taken import Taken, Version

OWNER: dict[type, str] = {
    Gene: "id",
    Protein: "id",
    CellType: "id",
    Term: "id",
    Disease: "id",
    Publication: "id",
    Article: "id",
    Context: "id",
    GeneName: "gene",
    GeneProtein: "gene",
    GeneTerm: "gene",
    DiseaseAssociation: "gene",
    Variant: "gene",
    Transcript: "gene",
    Expression: "gene",
    Interaction: "gene",
    Homology: "gene",
    Significance: "gene",
    Marker: "gene",
    ProteinName: "protein",
    Isoform: "protein",
    Feature: "protein",
    Comment: "protein",
    CrossReference: "subject",
    Difference: "subject",
    Citation: "subject",
    Synonym: "subject",
    DiseasePhenotype: "disease",
    Hierarchy: "child",
    Band: "chromosome",
}
"""The field of a record that says whose it is."""
NOUNS: tuple[type, ...] = tuple(OWNER)
SHARED = (Term, Disease, Publication)
"""Nouns that an entry brings along for others to use: they stay when a later release of the entry supersedes it."""
_LONGEST = 256
"""Characters of an identifier; what is longer comes of a damaged file."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_PACK_VARIANT = packing(Variant).pack
_Groups = dict[tuple[int, str | None], list[Packed]]
_NUMBER = {noun: number for number, noun in enumerate(NOUNS)}
_CONTEXT = _NUMBER[Context]


class UnfitOwner(ValueError):
    """What is wrong with an identifier that names nothing, and how it begins."""


@dataclass(slots=True)
class Lot:
    """Packed records of one noun (its place in NOUNS) that belong to one owner.

    owner    None for shared things, each of which belongs to what its first field names
    content  their `packing.payload`; of shared things each by itself (`parted_payload`)
    """

    noun: int
    owner: str | None
    records: int
    content: bytes


@dataclass(slots=True)
class Parcel:
    """One record of a file, or a few rows of it, see `sources.taken.Taken`; cheap to hand from process to process."""

    line: int
    key: str
    version: Version
    lots: list[Lot]
    replaces: tuple[str, ...] = ()
    rows: int = 1

    @property
    def facts(self) -> int:
        """How many facts keep the record in an atlas. A context that a score is the first to name keeps none."""
        if len(self.lots) == 1:
            return self.lots[0].records
        return sum([lot.records for lot in self.lots if lot.noun != _CONTEXT])


def parcel_of(taken: Taken) -> Parcel:
    """The parcel of what was taken.

    Raises UnfitOwner where an identifier is none, ValueError where a record holds the sign that separates lists.
    """
    records = taken.records
    if isinstance(records, Rows):
        if len(records.groups) == 1 and (group := records.groups[0])[1] is not None:
            lots = [_lot(_NUMBER[group[0]], group[1], group[2])]
        else:
            lots = [_lot(number, owner, values) for (number, owner), values in _of_rows(records).items()]
    elif len(records) == 1:
        record = records[0]
        noun: type = type(record)
        number, owner_of, pack = _way(noun)
        lots = [_lot(number, owner_of(record), [pack(record)])]
    else:
        lots = [_lot(number, owner, values) for (number, owner), values in _of_records(records).items()]
    return Parcel(taken.line, taken.key, taken.version, lots, taken.replaces, taken.rows)


def _of_records(records: Iterable[Any]) -> _Groups:
    groups: _Groups = {}
    for record in records:
        kind: type = type(record)
        number, owner_of, pack = _way(kind)
        groups.setdefault((number, owner_of(record)), []).append(pack(record))
    return groups


def _of_rows(rows: Rows) -> _Groups:
    groups: _Groups = {}
    for noun, owner, packed in rows.groups:
        number = _NUMBER[noun]
        if owner is None and noun not in SHARED:
            for values in packed:
                groups.setdefault((number, values[0]), []).append(values)
        elif (number, owner) in groups:
            groups[number, owner] = [*groups[number, owner], *packed]
        else:
            groups[number, owner] = packed
    return groups


def _lot(number: int, owner: str | None, values: list[Packed]) -> Lot:
    check_owners([owner] if owner is not None else [thing[0] for thing in values])
    return Lot(number, owner, len(values), parted_payload(values) if owner is None else payload(values))


def check_owners(owners: list[str]) -> None:
    """Raises UnfitOwner where one of these identifiers names nothing."""
    if max(map(len, owners)) <= _LONGEST and "".join(owners).isprintable():
        return
    for one in owners:
        if len(one) > _LONGEST:
            raise UnfitOwner(f"an identifier of more than {_LONGEST} characters", one[:200])
        if _CONTROL.search(one):
            raise UnfitOwner("an identifier holds control characters", repr(one)[:200])


@cache
def _way(noun: type) -> tuple[int, Callable[[Any], str], Callable[[Any], Packed]]:
    """Number of a noun, how the owner is found, and how a record is packed.

    A sighting waits among the variants, with its sample behind the values of the variant.
    """
    if noun is Sighting:
        return _NUMBER[Variant], attrgetter("variant.gene"), _packed_sighting
    return _NUMBER[noun], attrgetter(OWNER[noun]), packing(noun).pack


def _packed_sighting(sighting: Sighting) -> Packed:
    return (*_PACK_VARIANT(sighting.variant), sighting.sample)
