"""A place is what a page shows: a kind and an identifier, with an optional section and residues."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a page can be about; the values are those of the command line's documents. The atlas itself has one page."""

    GENE = "gene"
    PROTEIN = "protein"
    CELL_TYPE = "cell_type"
    TERM = "term"
    DISEASE = "disease"
    PUBLICATION = "publication"
    ATLAS = "atlas"


SUBJECTS = tuple(kind for kind in Kind if kind is not Kind.ATLAS)
"""Kinds of what an atlas holds."""


@dataclass(frozen=True, slots=True)
class Residues:
    """A range of residues, 1-based and closed; a single residue has start == end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 1 <= self.start <= self.end:
            raise ValueError(f"no range of residues: {self.start}-{self.end}")

    @classmethod
    def between(cls, one: int, other: int) -> "Residues":
        """The range with these ends, whichever was named first. Raises ValueError for a residue below 1."""
        return cls(min(one, other), max(one, other))

    def __len__(self) -> int:
        return self.end - self.start + 1

    def __str__(self) -> str:
        return f"{self.start}" if self.start == self.end else f"{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link leads.

    id        CURIE; for a protein the accession's (`UniProtKB:P16871`, an isoform `UniProtKB:P16871-2`)
    label     what a tab or the history calls it: the symbol of a gene, else the name
    section   heading of the page's section to show, empty for the top
    """

    kind: Kind
    id: str
    label: str = ""
    section: str = ""
    residues: Residues | None = None


def atlas_place(name: str) -> Place:
    """The page of the atlas that is open, by its name."""
    return Place(Kind.ATLAS, "atlas", name)
