"""Articles about a gene."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.article import Article, Section
from atlasview.records.lists import parted

_ARTICLES = Statement(
    "SELECT a.key, s.id, s.name, a.origin, a.language, a.authors, a.affiliation, a.published, a.revised, a.source"
    " FROM article a JOIN subject s ON s.key = a.key WHERE a.gene = :gene ORDER BY a.key"
)
_SECTIONS = Statement(
    "SELECT article, heading, text, translated FROM section"
    " WHERE article IN (SELECT key FROM article WHERE gene = :gene) ORDER BY key"
)


def articles(reader: AtlasReader, gene: int, gene_id: str) -> tuple[Article, ...]:
    """Articles of the gene, curated ones first, with their sections in order."""
    sections: dict[int, list[Section]] = {}
    for article, heading, words, translated in reader.rows(_SECTIONS, gene=gene):
        sections.setdefault(article, []).append(Section(heading, words, bool(translated)))
    return tuple(
        Article(
            found,
            gene_id,
            title,
            origin,
            language,
            parted(authors),
            affiliation,
            published,
            revised,
            tuple(sections.get(key, ())),
            reader.source[source],
        )
        for key, found, title, origin, language, authors, affiliation, published, revised, source in reader.rows(
            _ARTICLES, gene=gene
        )
    )
