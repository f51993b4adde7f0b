"""Everything that has an identifier, in order of rank, with the line that search shows under its name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

from atlasview.building.checks import SUBJECTS
from atlasview.building.papers import StagedPapers
from atlasview.building.weights import Weights
from atlasview.records.article import Article
from atlasview.records.cell_type import CellType
from atlasview.records.disease import Disease
from atlasview.records.gene import Gene
from atlasview.records.place import Kind
from atlasview.records.protein import GeneProtein, Protein
from atlasview.records.publication import Publication
from atlasview.records.term import Term

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


class Subject(NamedTuple):
    """A row of the table `subject`, without its key: that is the place in the list, from 1."""

    kind: str
    id: str
    symbol: str
    name: str
    detail: str


def ranked(records: Mapping[type, Sequence[Any]], weights: Weights) -> dict[type, list[Any]]:
    """The records of all kinds of subjects: genes first, then the other kinds; within a kind the best known first."""
    return {noun: in_rank(noun, records.get(noun, ()), weights) for noun in SUBJECTS}


class SubjectIds:
    """Id of each subject by its key but papers, which may be too many to be held: nothing is owned by them."""

    def __init__(self, records: Mapping[type, Sequence[Any]]) -> None:
        before = SUBJECTS.index(Publication)
        self._before: list[str] = [record.id for noun in SUBJECTS[:before] for record in records.get(noun, ())]
        self._behind: list[str] = [record.id for noun in SUBJECTS[before + 1 :] for record in records.get(noun, ())]
        self._papers = 0

    @property
    def first_paper(self) -> int:
        """Key of the best known paper."""
        return len(self._before) + 1

    def with_papers(self, number: int) -> "SubjectKeys":
        """Keys of all, now that it is known how many papers stand between them."""
        self._papers = number
        keys = SubjectKeys(zip(self._before, range(1, self.first_paper), strict=True))
        keys.update(zip(self._behind, count(self.first_paper + number), strict=False))
        return keys

    def __getitem__(self, key: int) -> str:
        at = key - 1
        return self._before[at] if at < len(self._before) else self._behind[at - len(self._before) - self._papers]


class SubjectKeys(dict[str, int]):
    """Key of each subject by its id. Papers are not among those that are walked, and can be asked for by `[]`."""

    papers: Callable[[str], int | None] = staticmethod(lambda _paper: None)

    def __missing__(self, subject: str) -> int:
        if (key := self.papers(subject)) is None:
            raise KeyError(subject)
        return key


def ids(records: Mapping[type, Sequence[Any]]) -> Iterator[str]:
    """The id of every subject; its key is its place, from 1."""
    return (record.id for noun in SUBJECTS for record in records.get(noun, ()))


def subjects(records: Mapping[type, Sequence[Any]], weights: Weights) -> Iterator[Subject]:
    """Rows of all subjects, made one after the other: for records in the order of their rank."""
    for noun in SUBJECTS:
        found = records.get(noun, ())
        if isinstance(found, StagedPapers):
            yield from (_paper(paper, weights) for _key, paper in found.each())
        else:
            yield from (_SUBJECT[noun](record, weights) for record in found)


def in_rank(noun: type, records: Sequence[Any], weights: Weights) -> list[Any]:
    """The records of one kind of subject, the best known first."""
    rank = _RANK[noun]
    return sorted(records, key=lambda record: rank(record, weights))


def natural(text: str) -> tuple[Any, ...]:
    """Sort key that puts IL2 before IL10."""
    parts = _DIGITS.split(text.casefold())
    return tuple((int(part), "") if at % 2 else (0, part) for at, part in enumerate(parts))


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


def _paper(paper: Publication | int, weights: Weights) -> Subject:
    if isinstance(paper, Publication):
        return _publication(paper, weights)
    name = f"PMID {paper}"
    return Subject(KINDS[Publication], f"PMID:{paper}", "", name, name)


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


def products_of(known_as: Mapping[str, tuple[str, ...]], links: Iterable[GeneProtein]) -> Iterator[tuple[str, str]]:
    """Identifiers of proteins, each with a gene that makes it, whether or not the proteins are described."""
    for identifier, genes in known_as.items():
        if identifier.startswith("UniProtKB:"):
            yield from ((identifier, gene) for gene in genes)
    for link in links:
        yield link.protein, link.gene
