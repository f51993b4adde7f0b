"""Transcripts and their exons."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exon:
    """Range of an exon on its transcript's assembly, 1-based closed."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript by `ENST...` or `NM_...` and assembly.

    assembly    what the positions count on: a genome assembly (`GRCh38`), or the record that gives them where they are
                no positions of a chromosome (`NT_030059.13`); empty where there are none
    mane_select, mane_plus_clinical  whether NCBI and Ensembl chose it together
    canonical   whether the source calls it canonical (Ensembl), or its choice for the gene (RefSeq Select)
    exons       in order of transcription; empty where the source gives counts only
    exon_count, length  as the source states them or computed from the exons; None where unknown, and for a part of a
                transcript that a file gives in several places until the builder has put it together
    cds_start, cds_end  of the coding part with its stop codon, closed, on the assembly; None for a non-coding
                transcript or where unknown
    phase       bases of the coding part before its first whole codon: 0, 1 or 2; None without a coding part, and where
                it is not read in one frame from there on
    protein     CURIE of what it codes for, as the source names it: `ENSEMBL:ENSP...`, `RefSeq:NP_...`, `UniProtKB:...`
    isoform     the isoform of UniProt that this is (`P23458-1`), empty where nothing says so
    ccds        `CCDS41346.1`, empty for none
    """

    gene: str
    id: str
    assembly: str
    biotype: str
    mane_select: bool
    mane_plus_clinical: bool
    canonical: bool
    chromosome: str
    strand: str
    exons: tuple[Exon, ...]
    exon_count: int | None
    length: int | None
    cds_start: int | None
    cds_end: int | None
    phase: int | None
    protein: str
    isoform: str
    ccds: str
    source: str

    @property
    def span(self) -> tuple[int, int]:
        """First and last base of its exons on the assembly; (0, 0) without exons."""
        ends = [(exon.start, exon.end) for exon in self.exons]
        return (min(ends)[0], max(end for _start, end in ends)) if ends else (0, 0)

    @property
    def marks(self) -> tuple[str, ...]:
        """Who chose it, in words."""
        chosen = (
            ("MANE Select", self.mane_select),
            ("MANE Plus Clinical", self.mane_plus_clinical),
            ("canonical", self.canonical),
        )
        return tuple(word for word, holds in chosen if holds)


def drawn_first(transcript: Transcript) -> tuple[bool, bool, bool, bool, int, str]:
    """Sorts transcripts: those with exons first, then MANE Select, canonical, coding ones, the longest."""
    return (
        not transcript.exons,
        not transcript.mane_select,
        not transcript.canonical,
        transcript.cds_start is None,
        -(transcript.length or 0),
        transcript.id,
    )
