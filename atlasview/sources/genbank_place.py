"""What the positions of a GenBank record count on: a chromosome of an assembly, or the record that they stand in."""

import re
from typing import TYPE_CHECKING, Any

from atlasview.records.assembly import assembly_of_accession, chromosome_named

if TYPE_CHECKING:
    from Bio.SeqRecord import SeqRecord

_REGION = re.compile(r"(complement\()?(\d+)\.\.(\d+)\)?")


class RecordPlace:
    """Takes positions of a record to where they count.

    assembly    `GRCh38` for RefSeq's record of a chromosome, else the accession with its version: positions of a
                contig are those of no chromosome
    chromosome  empty where the positions are not on one

    A record that is a piece of a longer one (`REGION: 100..200`) counts its own positions from 1; they are taken to
    those of the longer one, of which the accession speaks.
    """

    def __init__(self, record: "SeqRecord") -> None:
        accession = str(record.id)
        self.assembly = assembly_of_accession(accession) or accession
        self.chromosome = chromosome_named(accession) if self.assembly != accession else ""
        self._first, self._last, self.turned = 1, 0, False
        accessions: Any = record.annotations.get("accessions", [])
        words = [str(word) for word in accessions]
        if "REGION:" in words[:-1] and (found := _REGION.fullmatch(words[words.index("REGION:") + 1])):
            self._first, self._last, self.turned = int(found[2]), int(found[3]), bool(found[1])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A closed range of the record (from 1) as the assembly counts."""
        if self.turned:
            return self._last - end + 1, self._last - start + 1
        return start + self._first - 1, end + self._first - 1

    def strand(self, strand: str) -> str:
        """A strand of the record on the assembly."""
        return strand if not self.turned else "+" if strand == "-" else "-"
