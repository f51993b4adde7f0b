"""Annotations downloaded from QuickGO: a table with a header, all of its 16 columns or some of them in any order."""

from collections.abc import Iterator
from typing import Any

from atlasview.records.term import GeneTerm
from atlasview.sources.format import Format, Turn
from atlasview.sources.gene_product import (
    COMPLEX,
    TermsOnce,
    evidence_code,
    gene_of_product,
    is_go_term,
    is_product,
    reference_of,
)
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Outcome, Taken

_NEEDED = ("GENE PRODUCT DB", "GENE PRODUCT ID", "GO TERM")


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.split("\t"))
    rows = _Annotations(file, header)
    if rows.organism < 0 and file.taxon is not None:
        file.remarks.append("the file does not say of which organism its gene products are: all were read")
    for row in header.rows(lines, rows.least):
        yield row if isinstance(row, Rejected) else rows.outcome(*row)


class _Annotations:
    """Makes outcomes of rows whose cells stand at the places of `header`."""

    def __init__(self, file: SourceFile, header: Header) -> None:
        self._file = file
        self._terms = TermsOnce(file.source)
        self._taxon = "" if file.taxon is None else str(file.taxon)
        self.database, self.id, self.term = (header.need(name) for name in _NEEDED)
        self.least = 1 + max(self.database, self.id, self.term)
        self.organism = header.find("TAXON ID")
        self.qualifier = header.find("QUALIFIER")
        self.code, self.eco = header.find("GO EVIDENCE CODE"), header.find("ECO ID")
        self.reference, self.assigned_by = header.find("REFERENCE"), header.find("ASSIGNED BY")
        self.name, self.aspect = header.find("GO NAME"), header.find("GO ASPECT")

    def outcome(self, line: int, cells: list[str]) -> Outcome:
        """What a row says: the annotation, and the term's name where it stands for the first time."""
        term = cells[self.term]
        if self._taxon and self.organism >= 0 and cells[self.organism] != self._taxon:
            return Filtered(line, "another organism")
        if not is_go_term(term) or not is_product(cells[self.database], cells[self.id]):
            return self._file.rejected(line, "no gene product or no GO term", f"{cells[self.id]} {term}")
        gene = gene_of_product(cells[self.database], cells[self.id])
        if not gene:
            return Filtered(line, COMPLEX)
        link = GeneTerm(
            gene,
            term,
            cells[self.qualifier],
            cells[self.code] or evidence_code(cells[self.eco]),
            reference_of(cells[self.reference]),
            cells[self.assigned_by],
            self._file.source,
        )
        records: list[Any] = [link, *self._terms.of(term, cells[self.name], cells[self.aspect])]
        return Taken(line, records)


def _is_quickgo(head: Head) -> bool:
    return set(_NEEDED) <= set(head.columns())


FORMATS = (
    Format(
        key="quickgo",
        title="GO annotations (QuickGO TSV)",
        database="goa",
        turn=Turn.TIES,
        adds="GO terms of genes with qualifier, evidence and reference, names of these terms",
        recognises=_is_quickgo,
        read=_read,
    ),
)
