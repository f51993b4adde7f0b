"""The table of the papers that a page cites."""

from atlasview.export.tables.subject import gene_rows
from atlasview.export.tables.table import Column, Row, TableKind
from atlasview.records.profile import CitedPaper, GeneProfile, Profile, ProteinProfile
from atlasview.records.publication import given_title


def _rows(profile: Profile) -> list[Row[CitedPaper]] | None:
    if not isinstance(profile, GeneProfile | ProteinProfile):
        return None
    return gene_rows(profile, profile.citations)


def _uses(row: CitedPaper, field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for use in row.uses if (text := getattr(use, field))))


CITATIONS: TableKind[CitedPaper] = TableKind(
    "citations",
    "Citations",
    (
        Column("id", lambda row: row.publication.id, "identifier of the paper"),
        Column("pmid", lambda row: row.publication.pmid, "PubMed identifier"),
        Column("doi", lambda row: row.publication.doi, "Digital Object Identifier, lower case"),
        Column("title", lambda row: given_title(row.publication), "title as the source writes it"),
        Column("authors", lambda row: row.publication.authors, "list of authors as the source writes them"),
        Column("journal", lambda row: row.publication.journal, "journal as the source writes it"),
        Column("year", lambda row: row.publication.year, "year of publication"),
        Column("volume", lambda row: row.publication.volume, "volume"),
        Column("issue", lambda row: row.publication.issue, "issue"),
        Column("pages", lambda row: row.publication.pages, "pages"),
        Column("cited_by", lambda row: row.publication.cited_by, "number of papers that cite it"),
        Column("cited_for", lambda row: _uses(row, "scope"), "list of what it is cited for"),
        Column("cited_in", lambda row: _uses(row, "subject"), "list of genes, proteins and articles that cite it"),
        Column("source", lambda row: row.publication.source, "key of the source"),
    ),
    _rows,
)
