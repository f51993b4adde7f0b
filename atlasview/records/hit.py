"""What search finds, and why."""

from dataclasses import dataclass
from enum import StrEnum

from atlasview.records.place import Kind, Place, Residues


class Match(StrEnum):
    """Why a hit matched, best first; the values are those of the command line's documents."""

    SYMBOL = "symbol"
    IDENTIFIER = "identifier"
    PREVIOUS_SYMBOL = "previous symbol"
    ALIAS = "alias"
    PREFIX = "prefix"
    NAME = "name"
    TEXT = "text"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found.

    symbol   of a gene; accession of a protein; empty for other kinds
    name     full name, or title of a paper
    detail   one muted line below: locus type and band, id and number of genes, authors and year
    matched  the stored text that matched (`CD127`), as written in the source
    reason   words for the list: `alias CD127`, `approved symbol`, `symbol begins`, `word in title`
    """

    kind: Kind
    id: str
    symbol: str
    name: str
    detail: str
    match: Match
    matched: str
    reason: str
    residues: Residues | None = None

    @property
    def place(self) -> Place:
        """Where the hit leads; with residues of a gene to its section about the protein."""
        section = "Protein" if self.residues is not None and self.kind == Kind.GENE else ""
        return Place(self.kind, self.id, self.symbol or self.name, section, self.residues)


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits in rank order; `more` says that the limit cut the list; `note` is a sentence for the person, or empty."""

    query: str
    hits: tuple[Hit, ...]
    more: bool = False
    note: str = ""
