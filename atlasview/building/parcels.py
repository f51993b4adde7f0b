"""What a reader took from one record of a file, packed by noun and owner for its way to the atlas."""

import re
from dataclasses import dataclass
from typing import Any

from atlasview.building.packing import packing, payload
from atlasview.records.article import Article
from atlasview.records.band import Band
from atlasview.records.cell_type import CellType, Context
from atlasview.records.difference import Difference
from atlasview.records.disease import Disease, DiseaseAssociation, DiseasePhenotype
from atlasview.records.expression import Expression
from atlasview.records.gene import Gene, GeneName
from atlasview.records.interaction import Homology, Interaction
from atlasview.records.marker import Marker
from atlasview.records.protein import Comment, Feature, GeneProtein, Isoform, Protein, ProteinName
from atlasview.records.publication import Citation, Publication
from atlasview.records.reference import CrossReference
from atlasview.records.significance import Significance
from atlasview.records.term import GeneTerm, Hierarchy, Synonym, Term
from atlasview.records.transcript import Transcript
from atlasview.records.variant import Variant
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
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_NUMBER = {noun: number for number, noun in enumerate(NOUNS)}


class UnfitOwner(ValueError):
    """An identifier that holds control characters: it names nothing."""


@dataclass(slots=True)
class Lot:
    """Packed records of one noun (its place in NOUNS) that belong to one owner."""

    noun: int
    owner: str
    records: int
    content: bytes


@dataclass(slots=True)
class Parcel:
    """One record of a file, see `sources.taken.Taken`; cheap to hand from process to process."""

    line: int
    key: str
    version: Version
    lots: list[Lot]
    replaces: tuple[str, ...] = ()


def parcel_of(taken: Taken) -> Parcel:
    """The parcel of what was taken.

    Raises UnfitOwner where an identifier holds control characters, ValueError where a record holds the sign that
    separates lists.
    """
    groups: dict[tuple[int, str], list[Any]] = {}
    for record in taken.records:
        noun = type(record)
        groups.setdefault((_NUMBER[noun], getattr(record, OWNER[noun])), []).append(record)
    for _noun, owner in groups:
        if not owner.isprintable() and _CONTROL.search(owner):
            raise UnfitOwner(repr(owner))
    lots = [
        Lot(noun, owner, len(records), payload(map(packing(NOUNS[noun]).pack, records)))
        for (noun, owner), records in groups.items()
    ]
    return Parcel(taken.line, taken.key, taken.version, lots, taken.replaces)
