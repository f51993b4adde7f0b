"""Papers: those that a gene or protein is cited with, and as pages of their own."""

from typing import Any

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.lists import parted
from atlasview.records.place import Kind, Place
from atlasview.records.profile import CitedPaper, PaperUse, PublicationProfile
from atlasview.records.publication import Citation, Publication
from atlasview.records.trouble import NotFound

_COLUMNS = "s.id, p.pmid, p.doi, s.name, p.authors, p.journal, p.year, p.volume, p.issue, p.pages, p.cited_by, p.source"
_CITED = (
    "SELECT u.id, c.scope, c.source, {columns} FROM citation c JOIN subject u ON u.key = c.subject"
    " JOIN publication p ON p.key = c.publication JOIN subject s ON s.key = c.publication"
    " WHERE c.subject IN ({subjects})"
    " ORDER BY p.year IS NULL, p.year DESC, s.name COLLATE NOCASE, p.key, c.subject, c.number"
)
_OF_GENE = Statement(
    _CITED.format(
        columns=_COLUMNS,
        subjects="SELECT :key UNION ALL SELECT protein FROM gene_protein WHERE gene = :key"
        " UNION ALL SELECT key FROM article WHERE gene = :key",
    )
)
_OF_PROTEIN = Statement(_CITED.format(columns=_COLUMNS, subjects=":key"))
_PUBLICATION = Statement(
    f"SELECT p.key, {_COLUMNS} FROM subject s JOIN publication p ON p.key = s.key WHERE s.id = :id"
)
_USES = Statement(
    "SELECT u.kind, u.id, u.symbol, u.name, g.id AS gene, g.symbol AS gene_symbol, c.scope FROM citation c"
    " JOIN subject u ON u.key = c.subject LEFT JOIN article a ON a.key = c.subject"
    " LEFT JOIN subject g ON g.key = a.gene"
    " WHERE c.publication = :key ORDER BY c.subject, c.number"
)
_SUPPORTS = Statement(
    "SELECT s.id, s.symbol, s.name, x.scope FROM support x JOIN subject s ON s.key = x.gene WHERE x.publication = :key"
    " ORDER BY x.gene, x.scope"
)


def gene_citations(reader: AtlasReader, gene: int) -> tuple[CitedPaper, ...]:
    """Papers of the gene, its proteins and its articles, newest year first, then by title; each paper comes once."""
    return _cited(reader, _OF_GENE, gene)


def protein_citations(reader: AtlasReader, protein: int) -> tuple[CitedPaper, ...]:
    """Papers of the protein, newest year first, then by title."""
    return _cited(reader, _OF_PROTEIN, protein)


def publication_profile(reader: AtlasReader, publication_id: str) -> PublicationProfile:
    """The paper with all that rests on it. Raises NotFound."""
    row = reader.row(_PUBLICATION, id=publication_id)
    if row is None:
        raise NotFound("this atlas has no such paper", publication_id, "search for words of its title")
    key, *fields = row
    publication = _publication(reader, fields)
    uses = [_use(use) for use in reader.rows(_USES, key=key)]
    uses += [
        PaperUse(Place(Kind.GENE, gene, symbol), name, scope)
        for gene, symbol, name, scope in reader.rows(_SUPPORTS, key=key)
    ]
    return PublicationProfile(
        publication=publication,
        used_by=tuple(dict.fromkeys(uses)),
        sources=reader.sources_by_name(),
        atlas=reader.label,
        place=Place(Kind.PUBLICATION, publication.id, publication.title or publication.id),
    )


def _cited(reader: AtlasReader, statement: Statement, key: int) -> tuple[CitedPaper, ...]:
    papers: dict[str, Publication] = {}
    uses: dict[str, list[Citation]] = {}
    for subject, scope, source, *fields in reader.rows(statement, key=key):
        paper = fields[0]
        if paper not in papers:
            papers[paper] = _publication(reader, fields)
        uses.setdefault(paper, []).append(Citation(subject, paper, scope, reader.source[source]))
    return tuple(CitedPaper(publication, tuple(uses[key])) for key, publication in papers.items())


def _publication(reader: AtlasReader, fields: list[Any]) -> Publication:
    found, pmid, doi, title, authors, *rest, source = fields
    return Publication(*[found, pmid, doi, title, parted(authors), *rest, reader.source[source]])


def _use(row: Any) -> PaperUse:
    """An article has no page of its own: its use leads to the section of its gene's page."""
    if row.gene is not None:
        return PaperUse(Place(Kind.GENE, row.gene, row.gene_symbol, section="Article"), row.name, row.scope)
    kind = Kind(row.kind)
    return PaperUse(Place(kind, row.id, row.symbol if kind is Kind.GENE else row.name), row.name, row.scope)
