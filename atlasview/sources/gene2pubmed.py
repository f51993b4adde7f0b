"""NCBI's gene2pubmed: which papers are about which gene."""

from collections.abc import Iterator

from atlasview.records.publication import Citation
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, names_of_ncbi
from atlasview.sources.links import Links, Names, headed, singly
from atlasview.sources.opened import SourceFile
from atlasview.sources.papers import pmid_number
from atlasview.sources.taken import Outcome

OTHER = "another organism"
_COLUMNS = ("tax_id", "GeneID", "PubMed_ID")


def _links(file: SourceFile) -> Iterator[Links]:
    number, line, blocks = headed(file)
    header = Header(file, number, names_of_ncbi(line))
    known = Names(lambda gene: f"NCBIGene:{gene}" if gene.isdecimal() and gene.isascii() else "")
    for first, block in blocks:
        yield _block(file, header, known, first, block)


def _block(file: SourceFile, header: Header, known: Names, first: int, block: list[str]) -> Links:
    taxa, genes, papers = (header.need(name) for name in _COLUMNS)
    taxon = "" if file.taxon is None else str(file.taxon)
    links, width, least = Links(Citation), len(header), 1 + max(taxa, genes, papers)
    rows, others, rejected = links.rows, list[int](), links.rejected
    for number, line in enumerate(block, first):
        cells = line.rstrip("\n").split("\t")
        if len(cells) != width:
            row = next(header.rows([(number, line.rstrip("\n"))], least), None)
            if not isinstance(row, tuple):
                rejected += [row] if row else []
                continue
            cells = row[1]
        if taxon and cells[taxa] != taxon:
            others.append(number)
        elif (gene := known[cells[genes]]) < 0 or not (paper := pmid_number(cells[papers])):
            rejected.append(file.rejected(number, "no gene or no PMID", f"{cells[genes]} {cells[papers]}"))
        else:
            rows.append((number, gene, paper, ""))
    links.filtered[OTHER] = others
    links.first, links.names = known.taken()
    return links


def _read(file: SourceFile) -> Iterator[Outcome]:
    return singly(_links(file), file.source)


def _is_gene2pubmed(head: Head) -> bool:
    return set(_COLUMNS) <= set(names_of_ncbi(head.first))


FORMATS = (
    Format(
        key="gene2pubmed",
        title="NCBI gene2pubmed",
        database="ncbi-gene",
        turn=Turn.TIES,
        adds="papers about genes, by PMID",
        recognises=_is_gene2pubmed,
        read=_read,
        links=_links,
    ),
)
