"""What a document of Genular says of the gene itself: names, identifiers, terms, diseases, papers."""

import re
from collections.abc import Iterator
from typing import Any

from atlasview.records.disease import DiseaseAssociation
from atlasview.records.gene import Gene, Location
from atlasview.records.publication import Citation
from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm, Term
from atlasview.sources.papers import bare_paper, plain, pmid_in

LEFT = {
    "genePos": "no assembly is said",
    "orientation": "no assembly is said",
    "geneDisorder": "diseases without identifier",
    "geneRelations": "genes alike without a measure",
    "mRNAExpressions": "values without unit",
    "accession": "sequences come with gene models and UniProt",
    "locTag": "not of human genes",
    "proteinMotifs": "motifs without a place",
}
KNOWN = {
    *("_id", "geneID", "tax", "updated", "geneStatus", "symbol", "desc", "geneType", "chrom", "crossReference", "mim"),
    *("ontology", "singleCellExpressions", "protein", "synonyms", *LEFT),
}
_TYPES = {
    1: "RNA, transfer",
    2: "RNA, ribosomal",
    3: "RNA, small nuclear",
    4: "RNA, small cytoplasmic",
    5: "RNA, small nucleolar",
    6: "gene with protein product",
    7: "pseudogene",
    8: "transposable element",
    9: "RNA, misc",
    10: "ncRNA",
    255: "other",
}
_ASPECTS = {0: "molecular_function", 1: "biological_process", 2: "cellular_component"}
_DATABASES = {"MIM": "OMIM", "Ensembl": "ENSEMBL", "GeneID": "NCBIGene"}
_TERM = re.compile(r"(GO)[:_]?(\d{7})|(R-HSA-\d{1,9})", re.ASCII)
_ENSEMBL = re.compile(r"ENSG\d{11}", re.ASCII)
_WORD = re.compile(r"[A-Za-z0-9][\w.:/-]{0,60}", re.ASCII)
_PATHWAYS = 10


def number_in(value: Any, most: int = 2**31) -> int | None:
    """A whole number from 0, None for anything else."""
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 10 and int(text) <= most else None


def gene_said(said: Any) -> str:
    """HGNC's identifier of the gene, else NCBI Gene's; empty where the document has neither."""
    for database, value in _bulk(said):
        found = value.removeprefix("HGNC:")
        if database == "HGNC" and found.isdecimal():
            return f"HGNC:{found}"
    found_number = number_in(said.get("geneID"))
    return f"NCBIGene:{found_number}" if found_number else ""


def gene_records(said: Any, gene: str, taxon: int, source: str) -> list[Any]:
    """Records of the gene without its scores and proteins."""
    chrom = said.get("chrom") or {}
    place = Location(_text(chrom.get("loc")), _text(chrom.get("pos")))
    kind = _TYPES.get(said.get("geneType"), "unknown")
    records: list[Any] = []
    if symbol := _text(said.get("symbol")):
        records.append(Gene(gene, symbol, _text(said.get("desc")), kind, place, taxon, source))
    references = dict.fromkeys(_references(said, gene))
    records += [CrossReference(gene, database, value, "", source) for database, value in references]
    records += _diseases(said, gene, source)
    records += _terms(said, gene, source)
    for pmid in dict.fromkeys(filter(None, map(_pmid, (said.get("crossReference") or {}).get("pubMed") or ()))):
        records += [bare_paper(pmid, source), Citation(gene, f"PMID:{pmid}", "", source)]
    return records


def _text(value: Any) -> str:
    return plain(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _pmid(value: Any) -> str:
    return pmid_in(str(value))


def _bulk(said: Any) -> Iterator[tuple[str, str]]:
    for one in (said.get("crossReference") or {}).get("bulk") or ():
        database, value = _text(one.get("dbName")), _text(one.get("value"))
        if database and _WORD.fullmatch(value):
            yield _DATABASES.get(database, database), value


def _references(said: Any, gene: str) -> Iterator[tuple[str, str]]:
    number = number_in(said.get("geneID"))
    if number and not gene.startswith("NCBIGene:"):
        yield "NCBIGene", str(number)
    ensembl = _text((said.get("crossReference") or {}).get("enseGeneID")).partition(".")[0]
    if _ENSEMBL.fullmatch(ensembl):
        yield "ENSEMBL", ensembl
    for database, value in _bulk(said):
        if database != "HGNC":
            yield database, value.removeprefix(f"{database}:")
    for one in said.get("mim") or ():
        if _text(one.get("relation")) == "gene" and (identifier := number_in(one.get("id"))):
            yield "OMIM", str(identifier)


def _diseases(said: Any, gene: str, source: str) -> Iterator[DiseaseAssociation]:
    for one in said.get("mim") or ():
        identifier = number_in(one.get("id"))
        if identifier and _text(one.get("relation")) == "phenotype":
            yield DiseaseAssociation(gene, f"OMIM:{identifier}", "implicated", "", (), source)


def unread_terms(said: Any) -> Iterator[tuple[str, str]]:
    """Reason and content of each term of a document that is none."""
    for one in said.get("ontology") or ():
        if _TERM.search(_text(one.get("id"))) is None:
            yield "a term that is neither of GO nor of Reactome", _text(one.get("id"))[:80]
        elif number_in(one.get("cat")) is None:
            yield "a term without its category", _text(one.get("id"))[:80]


def _terms(said: Any, gene: str, source: str) -> Iterator[Any]:
    for one in said.get("ontology") or ():
        found = _TERM.search(_text(one.get("id")))
        category = number_in(one.get("cat"))
        if found is None or category is None:
            continue
        term = f"Reactome:{found[3]}" if found[3] else f"GO:{found[2]}"
        aspect = "pathway" if category >= _PATHWAYS else _ASPECTS.get(category, "")
        yield Term(term, _text(one.get("term")) or term, aspect, "", False, "", source)
        papers = dict.fromkeys(filter(None, map(_pmid, one.get("pubMed") or ())))
        for reference in [f"PMID:{pmid}" for pmid in papers] or [""]:
            yield GeneTerm(gene, term, "", "", reference, "", source)
