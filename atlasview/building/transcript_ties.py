"""What ties transcripts to isoforms of UniProt and to MANE Select: identifiers that other sources give."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from atlasview.records.packing import Packed
from atlasview.records.protein import Isoform

_JOINED_BY = frozenset(("ENSEMBL", "RefSeq", "CCDS"))
_MANE = "MANE Select"
_MANE_ASSEMBLY = "GRCh38"
_LABEL = "isoform "


def bare(identifier: str) -> str:
    """An accession without its version."""
    return identifier.partition(".")[0]


@dataclass(slots=True)
class TranscriptTies:
    """Isoforms and proteins by the identifiers (without version) of transcripts, proteins and coding sequences.

    isoform   the one isoform that an identifier means; empty where sources name several
    protein   the one protein, likewise
    mane      identifiers, with version, of MANE Select
    """

    isoform: dict[str, str] = field(default_factory=dict)
    protein: dict[str, str] = field(default_factory=dict)
    mane: set[str] = field(default_factory=set)

    def isoform_of(self, *identifiers: str) -> str:
        """The isoform that the first identifier which means one means; empty for none."""
        found = (self.isoform.get(bare(one), "") for one in identifiers if one)
        return next(filter(None, found), "")

    def is_mane(self, transcript: str, assembly: str) -> bool:
        """Whether a transcript, of this very version, is MANE Select."""
        return assembly == _MANE_ASSEMBLY and transcript in self.mane

    def products(self) -> Iterator[tuple[str, str]]:
        """Ensembl transcripts, as CURIEs without version, with the proteins that they make."""
        for identifier, protein in self.protein.items():
            if protein and identifier.startswith("ENST"):
                yield f"ENSEMBL:{identifier}", protein


def transcript_ties(references: Iterable[Packed], isoforms: Iterable[Isoform]) -> TranscriptTies:
    """Ties from packed cross-references (subject, database, identifier, label, source).

    A protein with one sequence need not name it; one with several has to, or nothing is joined.
    """
    only: dict[str, list[str]] = defaultdict(list)
    for isoform in isoforms:
        only[isoform.protein].append(isoform.id)
    ties = TranscriptTies()
    for subject, database, identifier, label, _source in references:
        if database == _MANE:
            ties.mane.update(part.strip() for part in (identifier, *label.split(";")) if part.strip())
        if database not in _JOINED_BY or subject not in only:
            continue
        named = {part.removeprefix(_LABEL) for part in label.split("; ") if part.startswith(_LABEL)}
        known = only[subject]
        means = named.pop() if len(named) == 1 else known[0] if not named and len(known) == 1 else ""
        name = bare(identifier)
        _agree(ties.protein, name, subject)
        if means:
            _agree(ties.isoform, name, means)
    return ties


def _agree(known: dict[str, str], identifier: str, means: str) -> None:
    if known.setdefault(identifier, means) != means:
        known[identifier] = ""
