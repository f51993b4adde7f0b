"""Where a base of the genome lies on its transcript, in the coding part and in the protein, and back.

Every position is 1-based; every range is closed. Positions on a transcript count in the order of transcription, on
either strand.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from atlasview.records.transcript import Exon, Transcript

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ExonPart:
    """An exon with what lies in it; ranges are None where it has nothing of the kind.

    number      from 1, in order of transcription
    exon        on the assembly
    transcript  range on the transcript
    coding      on the assembly, the stop codon included
    residues    first and last residue with a base in it; a codon over two exons belongs to both
    before, after  untranslated parts on the assembly: 5' and 3' of the coding part
    """

    number: int
    exon: Exon
    transcript: Range
    coding: Range | None
    residues: Range | None
    before: Range | None
    after: Range | None


class CodingMap:
    """Positions of one transcript with exons, as `records.transcript.Transcript` gives them.

    length  bases of the transcript
    coding  first and last base of the coding part on the transcript, its stop codon included; None without one, and
            where its ends lie outside of the exons
    codons  whole codons of the coding part, the stop codon among them where it has one; 0 without a reading frame

    Residue 1 is the first whole codon: bases before it (`Transcript.phase`) belong to no residue.
    """

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self._forward = transcript.strand != "-"
        self._ends = list(accumulate(exon.end - exon.start + 1 for exon in transcript.exons))
        ordered = transcript.exons if self._forward else transcript.exons[::-1]
        self._starts = [exon.start for exon in ordered]
        self.length = self._ends[-1] if self._ends else 0
        self.coding = self._coding()
        whole = self.coding is not None and transcript.phase is not None
        self.codons = max(0, (self._coding_length() - (transcript.phase or 0)) // 3) if whole else 0

    def transcript_position(self, position: int) -> int | None:
        """Position on the transcript of a base of the assembly; None in an intron and outside."""
        at = bisect_right(self._starts, position) - 1
        if at < 0:
            return None
        number = at if self._forward else len(self._starts) - 1 - at
        exon = self._transcript.exons[number]
        if position > exon.end:
            return None
        before = self._ends[number - 1] if number else 0
        return before + (position - exon.start if self._forward else exon.end - position) + 1

    def genomic_position(self, position: int) -> int | None:
        """Position on the assembly of a base of the transcript; None outside of it."""
        if not 1 <= position <= self.length:
            return None
        number = bisect_left(self._ends, position)
        exon = self._transcript.exons[number]
        within = position - (self._ends[number - 1] if number else 0) - 1
        return exon.start + within if self._forward else exon.end - within

    def coding_position(self, position: int) -> int | None:
        """Position in the coding part (c. of HGVS) of a base of the assembly; None outside of it."""
        on_transcript = self.transcript_position(position)
        if on_transcript is None or self.coding is None or not self.coding[0] <= on_transcript <= self.coding[1]:
            return None
        return on_transcript - self.coding[0] + 1

    def residue(self, position: int) -> tuple[int, int] | None:
        """Residue that a base of the assembly codes for, and which base of its codon it is (1 to 3); None for none.

        The codon behind the last residue is the stop codon, where the coding part has one.
        """
        in_coding = self.coding_position(position)
        if in_coding is None or not self.codons:
            return None
        whole = in_coding - 1 - (self._transcript.phase or 0)
        if whole < 0 or whole // 3 >= self.codons:
            return None
        return whole // 3 + 1, whole % 3 + 1

    def codon(self, residue: int) -> tuple[int, int, int] | None:
        """The three bases of a residue's codon on the assembly, in order of transcription; None where it has none."""
        if not 1 <= residue <= self.codons:
            return None
        first = self._codon_start(residue)
        bases = [self.genomic_position(first + step) for step in range(3)]
        return bases[0] or 0, bases[1] or 0, bases[2] or 0

    def stretches(self, residues: Iterable[int]) -> tuple[Range, ...]:
        """Ranges of the assembly that code for residues, given in rising order; in order of transcription.

        Bases that touch on one exon are one range; residues without a codon code for nothing.
        """
        found: list[list[int]] = []
        for first in (self._codon_start(residue) for residue in residues if self.codon(residue) is not None):
            if found and found[-1][1] == first - 1:
                found[-1][1] = first + 2
            else:
                found.append([first, first + 2])
        return tuple(part for first, last in found for part in self._over_exons(first, last))

    def parts(self) -> tuple[ExonPart, ...]:
        """Every exon with what lies in it, in order of transcription."""
        return tuple(self._part(number) for number in range(len(self._ends)))

    def exons_of(self, residue: int) -> tuple[int, ...]:
        """Numbers, from 1, of the exons that a residue's codon lies in: two or even three where introns cut it."""
        bases = self.codon(residue)
        if bases is None:
            return ()
        on = (self.transcript_position(base) or 0 for base in bases)
        return tuple(dict.fromkeys(bisect_left(self._ends, position) + 1 for position in on))

    def _codon_start(self, residue: int) -> int:
        """First base of a residue's codon on the transcript."""
        return (self.coding[0] if self.coding else 0) + (self._transcript.phase or 0) + 3 * (residue - 1)

    def _over_exons(self, first: int, last: int) -> Iterator[Range]:
        """A range of the transcript as ranges of the assembly, one for each exon."""
        while first <= last:
            end = min(last, self._ends[bisect_left(self._ends, first)])
            yield self._on_assembly(first, end) or (0, 0)
            first = end + 1

    def _coding(self) -> Range | None:
        low, high = self._transcript.cds_start, self._transcript.cds_end
        if low is None or high is None:
            return None
        first, last = (low, high) if self._forward else (high, low)
        start, end = self.transcript_position(first), self.transcript_position(last)
        return (start, end) if start and end and start <= end else None

    def _coding_length(self) -> int:
        return self.coding[1] - self.coding[0] + 1 if self.coding else 0

    def _part(self, number: int) -> ExonPart:
        first = (self._ends[number - 1] if number else 0) + 1
        last = self._ends[number]
        exon = self._transcript.exons[number]
        if self.coding is None:
            return ExonPart(number + 1, exon, (first, last), None, None, None, None)
        start, end = self.coding
        return ExonPart(
            number + 1,
            exon,
            (first, last),
            self._on_assembly(max(first, start), min(last, end)),
            self._residues(max(first, start), min(last, end)),
            self._on_assembly(first, min(last, start - 1)),
            self._on_assembly(max(first, end + 1), last),
        )

    def _on_assembly(self, first: int, last: int) -> Range | None:
        if first > last:
            return None
        ends = self.genomic_position(first) or 0, self.genomic_position(last) or 0
        return min(ends), max(ends)

    def _residues(self, first: int, last: int) -> Range | None:
        """Residues of a coding range of the transcript within one exon."""
        if first > last or self.coding is None or not self.codons:
            return None
        frame = self.coding[0] + (self._transcript.phase or 0)
        low = max(0, first - frame) // 3 + 1
        high = min((last - frame) // 3 + 1, self.codons)
        return (low, high) if last >= frame and low <= high else None
