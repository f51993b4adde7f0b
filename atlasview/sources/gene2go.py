"""NCBI's gene2go: GO terms of genes by their NCBI Gene identifiers."""

from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from atlasview.records.packing import packing
from atlasview.records.term import GeneTerm, Term
from atlasview.sources.facts import Facts, Row, singly
from atlasview.sources.format import Format, Turn
from atlasview.sources.gene_product import ASPECTS, TermsOnce, is_go_term
from atlasview.sources.head import Head
from atlasview.sources.header import Header, names_of_ncbi
from atlasview.sources.links import headed
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.rows import Rows
from atlasview.sources.taken import Outcome, Taken

_COLUMNS = ("tax_id", "GeneID", "GO_ID", "Evidence", "Qualifier", "GO_term", "PubMed", "Category")


def _read(file: SourceFile) -> Iterator[Outcome]:
    return singly(GeneTerm, _rows(file))


def _rows(file: SourceFile) -> Iterator[Row]:
    number, line, blocks = headed(file)
    header = Header(file, number, names_of_ncbi(line))
    places = [header.need(name) for name in _COLUMNS]
    wanted, terms, source, pack = itemgetter(*places), TermsOnce(file.source), file.source, packing(Term).pack
    given = terms.given
    taxon = "" if file.taxon is None else str(file.taxon)
    for row in header.rows_of_blocks(blocks, 1 + max(places)):
        if isinstance(row, Rejected):
            yield row
            continue
        number, cells = row
        organism, own, term, evidence, qualifier, name, papers, aspect = wanted(cells)
        if taxon and organism != taxon:
            yield Filtered(number, "another organism")
        elif not own.isdecimal() or ((new := term not in given) and not is_go_term(term)):
            yield file.rejected(number, "no gene or no GO term", f"{own} {term}")
        else:
            gene, (how, code) = f"NCBIGene:{own}", _said(qualifier, evidence)
            known = terms.of(term, _given(name), ASPECTS.get(aspect, "")) if new else ()
            papers = "" if papers == "-" else papers
            if not known and "|" not in papers:
                yield number, (gene, term, how, code, papers and f"PMID:{papers}", "", source)
                continue
            facts = [(gene, term, how, code, paper, "", source) for paper in _references(papers)]
            yield Taken(number, Rows((GeneTerm, gene, facts), *((Term, None, [pack(one)]) for one in known)))


def _references(cell: str) -> list[str]:
    """One for each paper; an annotation without one has an empty reference."""
    return [f"PMID:{paper}" for paper in cell.split("|")] if cell else [""]


@lru_cache(maxsize=1_024)
def _said(qualifier: str, evidence: str) -> tuple[str, str]:
    """Qualifier and evidence; `NOT located_in` is written `NOT|located_in`, as in GO's own files."""
    own = f"NOT|{qualifier[4:]}" if qualifier.startswith("NOT ") else _given(qualifier)
    return own, _given(evidence)


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
        facts=Facts(GeneTerm, _rows),
    ),
)
