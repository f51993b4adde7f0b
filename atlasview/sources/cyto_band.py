"""UCSC's cytoBand: the bands of the chromosomes, from which genes with positions get theirs."""

import re
from collections.abc import Iterator
from itertools import groupby

from atlasview.records.assembly import assembly_of_length, chromosome_named
from atlasview.records.band import Band
from atlasview.sources.format import Format, Turn
from atlasview.sources.genome_place import NO_CHROMOSOME, GenomePlaces
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken

_STAINS = frozenset("gneg gpos gpos25 gpos33 gpos50 gpos66 gpos75 gpos100 acen gvar stalk tip".split())
_HEADER = ("#chrom", "chrom")
_NUMBER = re.compile(r"\d{1,12}", re.ASCII)


def _is_row(cells: list[str]) -> bool:
    return len(cells) == 5 and cells[4] in _STAINS and all(map(_NUMBER.fullmatch, cells[1:3]))


def _read(file: SourceFile) -> Iterator[Outcome]:
    """Rows of a chromosome are held until its end is known: its length tells the assembly where nobody named it."""
    places = GenomePlaces(file)
    rows = ((number, line.split("\t")) for number, line in file.lines() if line.strip())
    wanted = (row for row in rows if row[1][0] not in _HEADER)
    for sequence, own in groupby(wanted, key=lambda row: row[1][0]):
        held = list(own)
        length = max((int(cells[2]) for _line, cells in held if _is_row(cells)), default=0)
        if told := assembly_of_length(chromosome_named(sequence), length):
            places.tell(told)
        for number, cells in held:
            yield _outcome(file, places, number, cells)


def _outcome(file: SourceFile, places: GenomePlaces, number: int, cells: list[str]) -> Outcome:
    if not _is_row(cells) or not int(cells[1]) < int(cells[2]) < 10**11:
        return file.rejected(number, "no row of chromosome, start, end, band and stain", "\t".join(cells))
    chromosome, assembly, unwanted = places.place(cells[0], number)
    if unwanted or not cells[3]:
        return Filtered(number, unwanted or NO_CHROMOSOME)
    return Taken(number, [Band(assembly, chromosome, cells[3], int(cells[1]) + 1, int(cells[2]), file.source)])


def _is_bands(head: Head) -> bool:
    rows = [line.split("\t") for line in head.lines[:30] if line.strip() and not line.startswith(_HEADER)]
    return bool(rows) and sum(map(_is_row, rows)) > len(rows) / 2


FORMATS = (
    Format(
        "cyto-band",
        "Bands of chromosomes (UCSC cytoBand)",
        "ucsc",
        Turn.TIES,
        "the band of genes whose place is known and whose band no other file gives",
        _is_bands,
        _read,
    ),
)
