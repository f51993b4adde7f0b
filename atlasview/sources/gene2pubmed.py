"""NCBI's gene2pubmed: which papers are about which gene."""

from collections.abc import Iterator

from atlasview.records.publication import Citation
from atlasview.records.quick import quick
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.papers import pmid_in
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Outcome, Taken

_CITATION = quick(Citation)
_COLUMNS = ("tax_id", "GeneID", "PubMed_ID")


def _names(line: str) -> list[str]:
    """Names of the columns; until 2016 the header was a sentence."""
    if line.startswith("#Format:"):
        return line.removeprefix("#Format:").partition("(")[0].split()
    return line.removeprefix("#").split("\t")


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, _names(line))
    taxa, genes, papers = (header.need(name) for name in _COLUMNS)
    taxon = "" if file.taxon is None else str(file.taxon)
    for row in header.rows(lines, 1 + max(taxa, genes, papers)):
        if isinstance(row, Rejected):
            yield row
            continue
        number, cells = row
        gene, paper = cells[genes], pmid_in(cells[papers])
        if taxon and cells[taxa] != taxon:
            yield Filtered(number, "another organism")
        elif not paper or not gene.isdecimal():
            yield file.rejected(number, "no gene or no PMID", f"{gene} {cells[papers]}")
        else:
            yield Taken(number, [_CITATION(f"NCBIGene:{gene}", f"PMID:{paper}", "", file.source)])


def _is_gene2pubmed(head: Head) -> bool:
    return set(_COLUMNS) <= set(_names(head.first))


FORMATS = (
    Format(
        key="gene2pubmed",
        title="NCBI gene2pubmed",
        database="ncbi-gene",
        turn=Turn.TIES,
        adds="papers about genes, by PMID",
        recognises=_is_gene2pubmed,
        read=_read,
    ),
)
