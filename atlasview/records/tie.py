"""How a gene is tied to the term or disease of a page."""

from collections.abc import Iterable
from dataclasses import dataclass

NEGATED = "NOT"
"""What a qualifier of the Gene Ontology begins with where a gene was tested and is not so."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One statement of a source: an annotation with a term, or an association with a disease.

    relation    qualifier of the annotation (`involved_in`, `NOT|enables`), or kind of the association (`causal`)
    evidence    evidence code of the annotation; empty for none
    note        a fact in a few words; empty for none
    references  CURIEs of what it rests on: papers, rules, pathways
    """

    relation: str
    evidence: str
    note: str
    references: tuple[str, ...]
    source: str

    @property
    def negated(self) -> bool:
        """Whether the gene was tested and is not so."""
        return self.relation.startswith(NEGATED)


def relation_words(relation: str) -> str:
    """`NOT|involved_in` as `NOT involved in`."""
    return relation.replace("|", " ").replace("_", " ")


def all_negated(ties: Iterable[Tie]) -> bool:
    """Whether sources say of the gene only that it is not so."""
    found = list(ties)
    return bool(found) and all(tie.negated for tie in found)
