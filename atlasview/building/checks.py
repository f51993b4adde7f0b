"""What an atlas is refused for: identifiers met twice, references that lead nowhere, facts in contradiction."""

from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Any

from atlasview.building.material import Material
from atlasview.building.sequences import sequence_faults
from atlasview.records.article import Article
from atlasview.records.cell_type import CellType, Context
from atlasview.records.difference import Difference
from atlasview.records.disease import Disease, DiseaseAssociation, DiseasePhenotype
from atlasview.records.expression import Expression
from atlasview.records.gene import Gene, GeneName
from atlasview.records.interaction import Homology, Interaction
from atlasview.records.marker import Marker
from atlasview.records.protein import Feature, GeneProtein, Isoform, Protein, ProteinName
from atlasview.records.publication import Citation, Publication
from atlasview.records.reference import CrossReference
from atlasview.records.significance import Significance
from atlasview.records.source import Source
from atlasview.records.term import GeneTerm, Hierarchy, Synonym, Term
from atlasview.records.transcript import Transcript
from atlasview.records.variant import Variant

SUBJECTS: tuple[type, ...] = (Gene, Protein, CellType, Term, Disease, Publication, Article)
"""Nouns with an identifier of their own, unique in the atlas, in the order of their rank in search."""

REFERENCES: dict[type, dict[str, tuple[type, ...]]] = {
    GeneName: {"gene": (Gene,)},
    CrossReference: {"subject": (Gene, Protein, CellType, Term, Disease)},
    Difference: {"subject": (Gene,)},
    ProteinName: {"protein": (Protein,)},
    Isoform: {"protein": (Protein,)},
    Feature: {"protein": (Protein,)},
    GeneProtein: {"gene": (Gene,), "protein": (Protein,)},
    Significance: {"gene": (Gene,), "cell_type": (CellType,), "context": (Context,)},
    Marker: {"gene": (Gene,), "cell_type": (CellType,), "publications": (Publication,)},
    Synonym: {"subject": (CellType, Term, Disease)},
    Hierarchy: {"child": (CellType, Term, Disease), "parent": (CellType, Term, Disease)},
    GeneTerm: {"gene": (Gene,), "term": (Term,)},
    DiseasePhenotype: {"disease": (Disease,), "term": (Term,)},
    DiseaseAssociation: {"gene": (Gene,), "disease": (Disease,), "publications": (Publication,)},
    Citation: {"subject": (Gene, Protein, Article), "publication": (Publication,)},
    Variant: {"gene": (Gene,), "isoform": (Isoform,), "publications": (Publication,)},
    Transcript: {"gene": (Gene,)},
    Expression: {"gene": (Gene,)},
    Interaction: {"gene": (Gene,), "partner": (Gene,), "publications": (Publication,)},
    Homology: {"gene": (Gene,), "publication": (Publication,)},
    Article: {"gene": (Gene,)},
}
"""Fields that name other records; those of MAY_BE_EMPTY only where they say something."""
MAY_BE_EMPTY = {(Variant, "isoform"), (Homology, "publication")}

UNIQUE: dict[type, tuple[str, ...]] = {
    Source: ("key",),
    Isoform: ("id",),
    Context: ("id",),
    Feature: ("sequence", "ordinal"),
    GeneProtein: ("gene", "protein"),
    Significance: ("gene", "cell_type", "context", "dataset"),
    Transcript: ("id", "assembly"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a record cannot be part of an atlas, and where it stands."""

    where: str
    reason: str


def faults(material: Material) -> tuple[Fault, ...]:
    """Everything that keeps the material from being an atlas, in the order of its tables."""
    found = [
        *_repeated_subjects(material),
        *_repeated_keys(material),
        *_lost_references(material),
        *_cycles(material),
    ]
    if not found:  # the following would only repeat what is lost
        found += [Fault(material.where(noun, at), why) for noun, at, why in sequence_faults(material)]
    return tuple(found)


def _repeated_subjects(material: Material) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for noun in SUBJECTS:
        for at, record in enumerate(material.records.get(noun, ())):
            where = material.where(noun, at)
            if ":" not in record.id:
                yield Fault(where, f"{record.id!r} is not an identifier with its prefix")
            elif record.id in first:
                yield Fault(where, f"{record.id} stands already in {first[record.id]}")
            first.setdefault(record.id, where)


def _repeated_keys(material: Material) -> Iterator[Fault]:
    for noun, fields in UNIQUE.items():
        first: dict[tuple[Any, ...], int] = {}
        for at, record in enumerate(material.records.get(noun, ())):
            key = tuple(getattr(record, name) for name in fields)
            if key in first:
                said = ", ".join(map(str, key))
                yield Fault(material.where(noun, at), f"{said} stands already in {material.where(noun, first[key])}")
            first.setdefault(key, at)


def _lost_references(material: Material) -> Iterator[Fault]:
    known = {noun: {record.id for record in material.records.get(noun, ())} for noun in (*SUBJECTS, Context, Isoform)}
    sources = {source.key for source in material.of(Source)}
    for noun in (*SUBJECTS[:-1], Context, *REFERENCES):
        fields = REFERENCES.get(noun, {})
        for at, record in enumerate(material.records.get(noun, ())):
            if record.source not in sources:
                yield Fault(material.where(noun, at), f"there is no source {record.source!r}")
            for name, targets in fields.items():
                for value in _named(record, name):
                    if not any(value in known[target] for target in targets):
                        what = " or ".join(target.__name__.lower() for target in targets)
                        yield Fault(material.where(noun, at), f"{name} {value!r} is no {what} of this atlas")


def _named(record: Any, name: str) -> tuple[str, ...]:
    value = getattr(record, name)
    if isinstance(value, tuple):
        return value
    return () if value == "" and (type(record), name) in MAY_BE_EMPTY else (value,)


def _cycles(material: Material) -> Iterator[Fault]:
    """An ontology in which a term is its own ancestor has no root to start a tree from."""
    parents: dict[str, set[str]] = {}
    for edge in material.of(Hierarchy):
        parents.setdefault(edge.child, set()).add(edge.parent)
    try:
        TopologicalSorter(parents).prepare()
    except CycleError as error:
        line = list(reversed(error.args[1]))
        edges = [(edge.child, edge.parent) for edge in material.of(Hierarchy)]
        at = next(at for at, edge in enumerate(edges) if edge in set(pairwise(line)))
        yield Fault(material.where(Hierarchy, at), f"the hierarchy goes in a circle: {' > '.join(line)}")
