"""Which Cell Ontology term a label of a file means, and which terms are ancestors of which."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from atlasview.records.cell_type import CellType
from atlasview.records.term import Hierarchy, Synonym

_TERM = re.compile(r"CL[:_]?(\d{7})", re.ASCII | re.IGNORECASE)
OVERALL = "overall"
_NAME, _SYNONYM = 0, 1
_Names = dict[str, tuple[int, str]]
"""A text -> whether it is a name or a synonym, and the term; no term where it means several."""


def plain(name: str) -> str:
    """A name as names are compared: without case, signs between words and the ending of the plural."""
    words = re.sub(r"[^a-z0-9+]+", " ", name.casefold()).split()
    return " ".join([*words[:-1], words[-1].removesuffix("s")] if words else [])


def _folded(name: str) -> str:
    """A name without case and with single blanks; its signs stay: `Bm2 B cell` and `Bm2' B cell` are two."""
    return " ".join(name.casefold().split())


def term_in(label: str) -> str:
    """`CL:0000084` of `CL_0000084`, `cl:0000084`; empty for what is none."""
    found = _TERM.fullmatch(label.strip())
    return f"CL:{found[1]}" if found else ""


@dataclass(slots=True)
class CellOntology:
    """Cell types by name, and their parents (`is_a`).

    whole  whether it holds every term, so that an identifier that it lacks is wrong
    """

    labels: dict[str, str] = field(default_factory=dict)
    whole: bool = False
    _exact: _Names = field(default_factory=dict)
    _plain: _Names = field(default_factory=dict)
    _parents: dict[str, set[str]] = field(default_factory=dict)

    def add(self, records: Iterable[Any]) -> None:
        """Take names and parents from records of an atlas or an ontology; names win over exact synonyms."""
        for record in records:
            if isinstance(record, CellType):
                self.labels[record.id] = record.name
                self._know(record.name, record.id, _NAME)
            elif isinstance(record, Hierarchy) and record.relation == "is_a":
                self._parents.setdefault(record.child, set()).add(record.parent)
            elif isinstance(record, Synonym) and record.scope == "exact" and record.subject.startswith("CL:"):
                self._know(record.text, record.subject, _SYNONYM)

    def term(self, label: str) -> str:
        """The term that a label means, empty for none, and where what is left without its signs means several."""
        if term := term_in(label):
            return term if not self.whole or term in self.labels else ""
        _rank, exact = self._exact.get(_folded(label), (_NAME, ""))
        return exact or self._plain.get(plain(label), (_NAME, ""))[1]

    def _know(self, text: str, term: str, rank: int) -> None:
        """Take a name; of equal ones the better kind wins, and two of a kind mean nothing."""
        for table, key in ((self._exact, _folded(text)), (self._plain, plain(text))):
            held = table.get(key, (_SYNONYM + 1, ""))
            if rank < held[0]:
                table[key] = rank, term
            elif rank == held[0] and term != held[1]:
                table[key] = rank, ""

    def related(self, terms: tuple[str, ...]) -> list[list[int]]:
        """For each term the places of its ancestors and descendants among `terms`."""
        above = [self._above(term) for term in terms]
        return [
            [at for at, other in enumerate(terms) if at != own and (other in above[own] or term in above[at])]
            for own, term in enumerate(terms)
        ]

    def _above(self, term: str) -> set[str]:
        found: set[str] = set()
        waiting = [term]
        while waiting:
            new = self._parents.get(waiting.pop(), set()) - found
            found |= new
            waiting.extend(new)
        return found - {term}


@dataclass(slots=True)
class Naming:
    """Turns labels into terms: first by the table that a person made, then by the ontology.

    mapped    term by label, of labels that were met
    unmapped  cells by label, of labels that mean nothing
    """

    ontology: CellOntology
    table: Mapping[str, str] = field(default_factory=dict)
    mapped: dict[str, str] = field(default_factory=dict)
    unmapped: dict[str, int] = field(default_factory=dict)

    def term(self, label: str, cells: int) -> str:
        """The term of a label with so many cells, empty for none; both are remembered for the report."""
        term = self.ontology.term(self.table.get(label, label))
        if term:
            self.mapped[label] = term
        else:
            self.unmapped[label] = self.unmapped.get(label, 0) + cells
        return term
