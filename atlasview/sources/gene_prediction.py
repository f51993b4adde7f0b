"""UCSC's tables of gene models: knownGene, refGene, refFlat, genePred and its extended form, with or without bin."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from atlasview.records.transcript import Transcript
from atlasview.sources.format import Format, Turn
from atlasview.sources.gene_attributes import gene_curie, protein_curie
from atlasview.sources.gene_models import Draft, transcript_of
from atlasview.sources.genome_place import GenomePlaces
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken

_LIST = re.compile(r"(\d{1,12},)*\d{0,12}", re.ASCII)
_NUMBER = re.compile(r"\d{1,12}", re.ASCII)
_ACCESSION = re.compile(r"([OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})(?:-\d{1,3})?", re.ASCII)
"""UniProt's accession, with that of an isoform."""
_HEADER = re.compile(r"#?(bin|name|geneName)\t")
_WIDTHS = (10, 11, 12, 13, 15, 16)


class _Layout:
    """Where the columns of a table stand: those behind the chromosome are the same in all of them.

    chromosome  place of the column with the chromosome: 1 (genePred), 2 (with bin, or refFlat)
    gene        place of a gene's name or symbol, -1 for none
    frames      place of the reading frames, -1 for none
    """

    def __init__(self, cells: list[str]) -> None:
        self.width = len(cells)
        self.chromosome = _chromosome_at(cells)
        refflat = self.width == 11 and self.chromosome == 2 and not cells[0].isdecimal()
        extended = self.width - self.chromosome == 14
        self.gene = 0 if refflat else self.chromosome + 10 if extended else -1
        self.frames = self.chromosome + 13 if extended else -1
        known = self.width - self.chromosome == 11
        self.protein = self.chromosome + 9 if known else -1


def _chromosome_at(cells: list[str]) -> int:
    """Place of the chromosome: the strand stands behind it."""
    return 2 if cells[3] in ("+", "-") else 1


def _is_row(cells: list[str]) -> bool:
    if len(cells) not in _WIDTHS:
        return False
    at = _chromosome_at(cells)
    numbers, lists = cells[at + 2 : at + 7], cells[at + 7 : at + 9]
    if len(lists) < 2 or cells[at + 1] not in ("+", "-"):
        return False
    return all(map(_NUMBER.fullmatch, numbers)) and all(map(_LIST.fullmatch, lists))


class _Rows:
    """Makes outcomes of the rows of one file."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._places = GenomePlaces(file)
        self._layout: _Layout | None = None

    def outcome(self, line: int, cells: list[str]) -> Outcome:
        """What a row says."""
        if not _is_row(cells):
            return self._file.rejected(line, "no row of a transcript with its exons", "\t".join(cells))
        layout = self._layout = self._layout or _Layout(cells)
        if len(cells) != layout.width or _chromosome_at(cells) != layout.chromosome:
            return self._file.rejected(line, "other columns than the rows above", "\t".join(cells))
        at = layout.chromosome
        chromosome, assembly, unwanted = self._places.place(cells[at], line)
        if unwanted:
            return Filtered(line, unwanted)
        name = cells[at - 1]
        if name.count(".") > 1 or name.endswith("_PAR_Y"):
            return Filtered(line, "the copy on chromosome Y of a gene in a pseudoautosomal region")
        draft = self._draft(line, cells, layout)
        if isinstance(draft, str):
            return self._file.rejected(line, draft, name)
        return Taken(line, [self._record(draft, chromosome, assembly, cells, layout)])

    def _draft(self, line: int, cells: list[str], layout: _Layout) -> Draft | str:
        """The transcript of a row, or what is wrong with it. UCSC counts starts from 0."""
        at = layout.chromosome
        name = cells[at - 1]
        starts, ends = ([int(one) for one in cells[at + step].split(",") if one] for step in (7, 8))
        if len(starts) != len(ends) or len(starts) != int(cells[at + 6]):
            return "as many starts and ends of exons as it counts are not there"
        exons = [(start + 1, end) for start, end in zip(starts, ends, strict=True)]
        if any(start > end or end >= 10**11 for start, end in exons):
            return "the range of an exon is none"
        if any(one[1] >= other[0] for one, other in pairwise(exons)):
            return "its exons overlap"
        draft = Draft(line, name, cells[at], cells[at + 1])
        draft.id, draft.exons = name, exons
        low, high = int(cells[at + 4]) + 1, int(cells[at + 5])
        if low <= high:
            draft.coding = _pieces(exons, low, high)
            if not draft.coding or (draft.coding[0][0], draft.coding[-1][1]) != (low, high):
                return "its coding part lies outside of its exons"
            draft.biotype = "protein_coding"
        symbol = cells[layout.gene].strip() if layout.gene >= 0 else ""
        ensembl = symbol if symbol.startswith("ENSG") else "" if symbol else name
        draft.gene = gene_curie(ensembl, "", symbol) or _gene_by_product(cells, layout)
        return draft if draft.gene else "a transcript of no gene"

    def _record(self, draft: Draft, chromosome: str, assembly: str, cells: list[str], layout: _Layout) -> Transcript:
        """The record. Without a stated frame it is known where the coding part begins behind the first base."""
        if layout.protein >= 0:
            draft.protein = protein_curie(cells[layout.protein].strip())
        if layout.frames >= 0 and draft.coding:
            draft.coding = _framed(draft, _numbers(cells[layout.frames]))
        record = transcript_of(draft, chromosome, assembly, self._file.source)
        if layout.frames < 0 and draft.coding and _begins_with_transcript(draft):
            return replace(record, phase=None)
        return record


def _gene_by_product(cells: list[str], layout: _Layout) -> str:
    """The gene of a transcript of UCSC's own (`uc001aaa.3`, up to hg19), by the accession of its protein."""
    product = cells[layout.protein].strip() if layout.protein >= 0 else ""
    accession = _ACCESSION.fullmatch(product)
    return f"UniProtKB:{accession[1]}" if accession else ""


def _pieces(exons: list[tuple[int, int]], low: int, high: int) -> list[tuple[int, int, int]]:
    """The coding part of each exon that has one, its frame unknown."""
    return [(max(start, low), min(end, high), -1) for start, end in exons if end >= low and start <= high]


def _numbers(cell: str) -> list[int]:
    return [int(one) for one in cell.split(",") if re.fullmatch("-?[012]", one)]


def _framed(draft: Draft, frames: list[int]) -> list[tuple[int, int, int]]:
    """Pieces with GFF's phase: bases to the next codon. UCSC's frame counts those since the last one began."""
    if len(frames) != len(draft.exons):
        return draft.coding
    low, high = draft.coding[0][0], draft.coding[-1][1]
    coding = (frame for (start, end), frame in zip(draft.exons, frames, strict=True) if end >= low and start <= high)
    return [
        (start, end, -frame % 3 if frame >= 0 else -1)
        for (start, end, _none), frame in zip(draft.coding, coding, strict=True)
    ]


def _begins_with_transcript(draft: Draft) -> bool:
    if draft.strand == "+":
        return draft.exons[0][0] == draft.coding[0][0]
    return draft.exons[-1][1] == draft.coding[-1][1]


def _read(file: SourceFile) -> Iterator[Outcome]:
    rows = _Rows(file)
    for number, line in file.lines():
        if not line.strip() or line.startswith("#") or _HEADER.match(line):
            continue
        yield rows.outcome(number, line.split("\t"))


def _is_table(head: Head) -> bool:
    rows = [line.split("\t") for line in head.lines[:30] if line.strip() and not line.startswith("#")]
    rows = [row for row in rows if not _HEADER.match("\t".join(row))]
    return bool(rows) and sum(map(_is_row, rows)) > len(rows) / 2


FORMATS = (
    Format(
        "ucsc-genes",
        "Gene models of UCSC (knownGene, refGene, refFlat, genePred)",
        "ucsc",
        Turn.TIES,
        "transcripts with exons, coding parts and reading frames",
        _is_table,
        _read,
    ),
)
