"""Everything that has an identifier, in order of rank, with the line that search shows under its name."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from atlasview.building.checks import SUBJECTS
from atlasview.building.material import Material
from atlasview.records.article import Article
from atlasview.records.cell_type import CellType
from atlasview.records.disease import Disease, DiseaseAssociation
from atlasview.records.gene import Gene
from atlasview.records.place import Kind
from atlasview.records.protein import Feature, GeneProtein, Protein
from atlasview.records.publication import Citation, Publication
from atlasview.records.significance import Significance
from atlasview.records.term import GeneTerm, Hierarchy, Term

KINDS = {
    Gene: Kind.GENE.value,
    Protein: Kind.PROTEIN.value,
    CellType: Kind.CELL_TYPE.value,
    Term: Kind.TERM.value,
    Disease: Kind.DISEASE.value,
    Publication: Kind.PUBLICATION.value,
    Article: "article",
}
_ORIGINS = ("curated", "imported", "machine-written")
_DIGITS = re.compile(r"(\d+)")
_SHORT_LOCUS_TYPES = {"gene with protein product": "protein-coding"}


@dataclass(frozen=True, slots=True)
class Subject:
    """A row of the table `subject`, without its key: that is the place in the list, from 1."""

    kind: str
    id: str
    symbol: str
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class Weights:
    """How much the material says of things: what ranks them within their kind."""

    genes: Counter[str]
    genes_of: Counter[str]
    papers: Counter[str]
    children: Counter[str]
    lengths: dict[str, int]


def ranked(material: Material) -> tuple[Subject, ...]:
    """All subjects: genes first, then the other kinds; within a kind the best known first."""
    weights = _weights(material)
    return tuple(
        _SUBJECT[noun](record, weights)
        for noun in SUBJECTS
        for record in sorted(material.records.get(noun, ()), key=lambda record: _RANK[type(record)](record, weights))
    )


def natural(text: str) -> tuple[Any, ...]:
    """Sort key that puts IL2 before IL10."""
    parts = _DIGITS.split(text.casefold())
    return tuple((int(part), "") if at % 2 else (0, part) for at, part in enumerate(parts))


def gene_weights(material: Material) -> Counter[str]:
    """How much the material says of each gene: articles count most, then scores, proteins, papers, diseases."""
    genes: Counter[str] = Counter()
    features = Counter(feature.protein for feature in material.of(Feature))
    papers = Counter(citation.subject for citation in material.of(Citation))
    for article in material.of(Article):
        genes[article.gene] += 1000
    for scores in material.of(Significance):
        genes[scores.gene] += 500
    for link in material.of(GeneProtein):
        genes[link.gene] += 100 + min(100, features[link.protein]) + min(100, papers[link.protein])
    for gene in material.of(Gene):
        genes[gene.id] += min(100, papers[gene.id])
    genes.update(dict.fromkeys((association.gene for association in material.of(DiseaseAssociation)), 20))
    return genes


def _weights(material: Material) -> Weights:
    genes_of = Counter(scores.cell_type for scores in material.of(Significance))
    genes_of.update(term for _gene, term in {(link.gene, link.term) for link in material.of(GeneTerm)})
    genes_of.update(disease for _g, disease in {(link.gene, link.disease) for link in material.of(DiseaseAssociation)})
    return Weights(
        genes=gene_weights(material),
        genes_of=genes_of,
        papers=Counter(citation.publication for citation in material.of(Citation)),
        children=Counter(edge.parent for edge in material.of(Hierarchy)),
        lengths={link.gene: 0 for link in material.of(GeneProtein)} | _lengths(material),
    )


def _lengths(material: Material) -> dict[str, int]:
    """Residues of each gene's longest reviewed protein, and of each protein."""
    proteins = {protein.id: protein for protein in material.of(Protein)}
    lengths: dict[str, int] = {protein.id: protein.length for protein in proteins.values()}
    for link in material.of(GeneProtein):
        protein = proteins[link.protein]
        if protein.reviewed:
            lengths[link.gene] = max(lengths.get(link.gene, 0), protein.length)
    return lengths


def _gene_rank(gene: Gene, weights: Weights) -> tuple[Any, ...]:
    official = not gene.id.startswith("HGNC:")
    return official, not _codes(gene), -(weights.genes[gene.id].bit_length()), natural(gene.symbol), gene.id


def _codes(gene: Gene) -> bool:
    return gene.locus_type in _SHORT_LOCUS_TYPES


def _protein_rank(protein: Protein, _weights: Weights) -> tuple[Any, ...]:
    return not protein.reviewed, natural(protein.entry_name), protein.id


def _term_rank(term: Any, weights: Weights) -> tuple[Any, ...]:
    said = weights.genes_of[term.id]
    return getattr(term, "obsolete", False), not said, -weights.children[term.id], natural(term.name), term.id


def _publication_rank(paper: Publication, weights: Weights) -> tuple[Any, ...]:
    return -weights.papers[paper.id], -(paper.cited_by or 0), -(paper.year or 0), paper.title.casefold(), paper.id


def _article_rank(article: Article, _weights: Weights) -> tuple[Any, ...]:
    return _ORIGINS.index(article.origin), article.language != "en", article.id


_RANK: dict[type, Callable[[Any, Weights], tuple[Any, ...]]] = {
    Gene: _gene_rank,
    Protein: _protein_rank,
    CellType: _term_rank,
    Term: _term_rank,
    Disease: _term_rank,
    Publication: _publication_rank,
    Article: _article_rank,
}


def _line(parts: Sequence[str]) -> str:
    return " · ".join(part for part in parts if part)


def _gene(gene: Gene, weights: Weights) -> Subject:
    residues = weights.lengths.get(gene.id, 0)
    sort = _SHORT_LOCUS_TYPES.get(gene.locus_type, gene.locus_type)
    if sort.startswith("RNA, "):
        sort = f"{sort.removeprefix('RNA, ')} RNA"
    place = gene.location.band or (f"chromosome {gene.location.chromosome}" if gene.location.chromosome else "")
    detail = _line((sort, place, f"{residues:,} aa" if residues else ""))
    return Subject(KINDS[Gene], gene.id, gene.symbol, gene.name, detail)


def _protein(protein: Protein, _weights: Weights) -> Subject:
    kept = "" if protein.reviewed else "unreviewed"
    detail = _line((protein.entry_name, f"{protein.length:,} aa", kept))
    return Subject(KINDS[Protein], protein.id, protein.accession, protein.name, detail)


def _term(term: Any, weights: Weights) -> Subject:
    genes = weights.genes_of[term.id]
    known = f"{genes:,} gene{'s' if genes > 1 else ''}" if genes else ""
    shown = term.id.removeprefix("Reactome:").removeprefix("KEGG:")
    detail = _line((shown, known, "obsolete" if getattr(term, "obsolete", False) else ""))
    return Subject(KINDS[type(term)], term.id, "", term.name, detail)


def _publication(paper: Publication, _weights: Weights) -> Subject:
    first = paper.authors[0].split(",")[0] if paper.authors else ""
    surname = re.sub(r"\s+[A-Z]{1,3}$|\s+\S*\.\S*$", "", first)
    who = " ".join(part for part in (surname, str(paper.year or "")) if part)
    known = f"PMID {paper.pmid}" if paper.pmid else f"doi {paper.doi}" if paper.doi else ""
    return Subject(KINDS[Publication], paper.id, "", paper.title, _line((who, paper.journal, known)))


def _article(article: Article, _weights: Weights) -> Subject:
    return Subject(KINDS[Article], article.id, "", article.title, _line((article.origin, article.language)))


_SUBJECT: dict[type, Callable[[Any, Weights], Subject]] = {
    Gene: _gene,
    Protein: _protein,
    CellType: _term,
    Term: _term,
    Disease: _term,
    Publication: _publication,
    Article: _article,
}
