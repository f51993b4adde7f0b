"""What an entry of UniProtKB says, whichever format it was written in."""

from dataclasses import dataclass, field
from typing import NamedTuple

from atlasview.records.packing import Packed


class EntryFault(Exception):
    """An entry that cannot be right.

    reason  the same words for all entries with this fault
    detail  what is particular to this one
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


def misplaced(accession: str, code: str) -> EntryFault:
    """The fault of an entry that has lines of another kind among those of a code."""
    return EntryFault("lines of an entry stand in the wrong order", f"{accession}: {code}")


Paper = tuple[str, Packed]
"""A reference of an entry: its scope as flat text has it (`FUNCTION, AND SUBUNIT`), and the packed paper."""
Place = tuple[str, int | None, str, str]
"""Where a paper was published: journal (or what stands for it), year, volume, pages."""


class Said(NamedTuple):
    """A comment: topic, the molecule that it is said of, text without evidence tags, evidence as text."""

    topic: str
    molecule: str
    text: str
    evidence: str


class DescribedIsoform(NamedTuple):
    """An isoform as described; `form` is `displayed`, `described`, `external`, `not described` or empty."""

    id: str
    name: str
    synonyms: tuple[str, ...]
    form: str
    differences: tuple[str, ...]
    note: str


class DescribedDisease(NamedTuple):
    """A disease comment; `mim` is empty where it is text only."""

    mim: str
    name: str
    acronym: str
    definition: str
    kind: str
    publications: tuple[str, ...]


class NamedGene(NamedTuple):
    """Names of one gene of an entry: its symbol and the others (synonyms, locus names, names of reading frames)."""

    symbol: str
    synonyms: tuple[str, ...]


def publication(
    own: str, pmid: str, doi: str, title: str, authors: str | tuple[str, ...], place: Place, source: str
) -> Packed:
    """A paper, packed: called by its PMID, else by its DOI, else by a name of its `own`."""
    journal, year, volume, pages = place
    identifier = f"PMID:{pmid}" if pmid else f"DOI:{doi}" if doi else own
    return (identifier, pmid, doi, title, authors, journal, year, volume, "", pages, None, source)


@dataclass(slots=True)
class Entry:
    """One entry.

    accessions        the primary one first
    version, date     of the entry; 0 and empty where an old entry does not say them. `date` is ISO 8601
    sequence_version  0 where not stated
    existence         0 where not stated
    names             kind (as in `ProteinName`) and text, the recommended one first
    partners          own accession, partner's accession, number of experiments
    locations         subcellular locations with the evidence that they rest on, as text
    references        cross-references as DR lines have them, those of one database together in most entries: its name,
                      `identifier; what else is said`, `-` for nothing. What is said last ends in a full stop, behind
                      which the isoform that it holds for may stand: `MIM; Q9HBE4; -. [Q9HBE4-1]`
    features          packed records of `Feature`
    length            as stated, None where it is not
    """

    line: int
    source: str
    accessions: tuple[str, ...] = ()
    entry_name: str = ""
    reviewed: bool = False
    version: int = 0
    date: str = ""
    sequence_version: int = 0
    existence: int = 0
    organism: str = ""
    taxon: int = 0
    names: list[tuple[str, str]] = field(default_factory=list)
    genes: list[NamedGene] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    comments: list[Said] = field(default_factory=list)
    isoforms: list[DescribedIsoform] = field(default_factory=list)
    diseases: list[DescribedDisease] = field(default_factory=list)
    partners: list[tuple[str, str, int]] = field(default_factory=list)
    locations: list[tuple[str, str]] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    features: list[Packed] = field(default_factory=list)
    sequence: str = ""
    length: int | None = None
    mass: int | None = None
    crc64: str = ""

    @property
    def accession(self) -> str:
        """The primary accession."""
        return self.accessions[0]

    @property
    def id(self) -> str:
        """The protein's CURIE."""
        return f"UniProtKB:{self.accessions[0]}"
