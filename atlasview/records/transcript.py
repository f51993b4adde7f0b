"""Transcripts and their exons."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exon:
    """Genomic range of an exon, 1-based closed."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript by `ENST...` or `NM_...` and assembly.

    exons       in order of transcription; empty where the source gives counts only
    exon_count, length  as the source states them or computed from the exons; None where unknown
    cds_start, cds_end  genomic, closed, None for a non-coding transcript or where unknown
    """

    gene: str
    id: str
    assembly: str
    biotype: str
    mane_select: bool
    canonical: bool
    chromosome: str
    strand: str
    exons: tuple[Exon, ...]
    exon_count: int | None
    length: int | None
    cds_start: int | None
    cds_end: int | None
    protein: str
    source: str
