"""CCDS2UniProtKB: which consensus coding sequence and RefSeq protein an isoform of UniProt is."""

import re
from collections.abc import Iterator

from atlasview.records.quick import quick
from atlasview.records.reference import CrossReference
from atlasview.sources.companions import ENTRIES
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Rejected
from atlasview.sources.taken import Outcome, Taken

_cross_reference = quick(CrossReference)
_COLUMNS = ("ccds", "RefSeq", "UniProtKB")
_ACCESSION = re.compile(r"([OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})(-\d+)?")


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.removeprefix("#").split("\t"))
    ccds, refseq, uniprot = (header.need(name) for name in _COLUMNS)
    for row in header.rows(lines, len(_COLUMNS)):
        if isinstance(row, Rejected):
            yield row
            continue
        number, cells = row
        accession = _ACCESSION.fullmatch(cells[uniprot])
        if not accession:
            yield file.rejected(number, "no accession of UniProt", cells[uniprot])
        elif not cells[ccds].startswith("CCDS"):
            yield file.rejected(number, "no CCDS identifier", cells[ccds])
        else:
            label = f"isoform {accession[0]}" if accession[2] else ""
            given = (("CCDS", cells[ccds]), ("RefSeq", cells[refseq]))
            subject = f"UniProtKB:{accession[1]}"
            records = [_cross_reference(subject, name, value, label, file.source) for name, value in given if value]
            yield Taken(number, records)


def _is_ccds(head: Head) -> bool:
    return head.first.startswith("#ccds\t") and "UniProtKB" in head.first


FORMATS = (
    Format(
        key="ccds",
        title="CCDS to UniProtKB",
        database="ccds",
        turn=Turn.MORE_OF_PROTEINS,
        adds="consensus coding sequences and RefSeq proteins of isoforms",
        recognises=_is_ccds,
        read=_read,
        companion=ENTRIES,
    ),
)
