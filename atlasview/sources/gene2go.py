"""NCBI's gene2go: GO terms of genes by their NCBI Gene identifiers."""

from collections.abc import Iterator
from operator import itemgetter

from atlasview.records.term import GeneTerm, Term
from atlasview.sources.format import Format, Turn
from atlasview.sources.gene_product import ASPECTS, TermsOnce, is_go_term
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line, names_of_ncbi
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.rows import Rows
from atlasview.sources.taken import Outcome, Taken

_COLUMNS = ("tax_id", "GeneID", "GO_ID", "Evidence", "Qualifier", "GO_term", "PubMed", "Category")


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, names_of_ncbi(line))
    places = [header.need(name) for name in _COLUMNS]
    wanted = itemgetter(*places)
    terms, source = TermsOnce(file.source), file.source
    taxon = "" if file.taxon is None else str(file.taxon)
    for row in header.rows(lines, 1 + max(places)):
        if isinstance(row, Rejected):
            yield row
            continue
        number, cells = row
        organism, own, term, evidence, qualifier, name, papers, aspect = wanted(cells)
        if taxon and organism != taxon:
            yield Filtered(number, "another organism")
        elif not is_go_term(term) or not own.isdecimal():
            yield file.rejected(number, "no gene or no GO term", f"{own} {term}")
        else:
            gene, said = f"NCBIGene:{own}", (_qualifier(qualifier), _given(evidence))
            rows = Rows((GeneTerm, gene, [(gene, term, *said, paper, "", source) for paper in _references(papers)]))
            if known := terms.of(term, _given(name), ASPECTS.get(aspect, "")):
                rows.say(Term, term, known)
            yield Taken(number, rows)


def _references(cell: str) -> list[str]:
    """One for each paper; an annotation without one has an empty reference."""
    return [f"PMID:{paper}" for paper in cell.split("|")] if cell not in ("-", "") else [""]


def _qualifier(cell: str) -> str:
    """`NOT located_in` is written `NOT|located_in`, as in GO's own files."""
    return f"NOT|{cell[4:]}" if cell.startswith("NOT ") else _given(cell)


def _given(cell: str) -> str:
    return "" if cell == "-" else cell


def _is_gene2go(head: Head) -> bool:
    return {"tax_id", "GeneID", "GO_ID"} <= set(names_of_ncbi(head.first))


FORMATS = (
    Format(
        key="gene2go",
        title="NCBI gene2go",
        database="ncbi-gene",
        turn=Turn.TIES,
        adds="GO terms of genes with qualifier, evidence and reference, names of these terms",
        recognises=_is_gene2go,
        read=_read,
    ),
)
