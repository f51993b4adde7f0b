"""The page of a paper as text."""

from atlasview.export.document.shared import symbol
from atlasview.export.text.layout import Column, Lines, facts, paragraph, table
from atlasview.export.text.papers import reference
from atlasview.records.profile import PublicationProfile
from atlasview.records.publication import given_title, shown_pages


def publication_head(profile: PublicationProfile, width: int) -> Lines:
    """The paper in a line."""
    return paragraph(reference(profile.publication), width)


def publication_section(profile: PublicationProfile, name: str, width: int) -> Lines:
    """One section by its name, no line where nothing is known."""
    return _overview(profile, width) if name == "overview" else _used_by(profile, width)


def _overview(profile: PublicationProfile, width: int) -> Lines:
    paper = profile.publication
    return facts(
        [
            ("Title", given_title(paper)),
            ("Authors", ", ".join(paper.authors)),
            ("Journal", paper.journal),
            ("Year", str(paper.year) if paper.year is not None else ""),
            ("Volume", paper.volume),
            ("Issue", paper.issue),
            ("Pages", shown_pages(paper)),
            ("PMID", paper.pmid),
            ("DOI", paper.doi),
            ("Cited by", f"{paper.cited_by} papers" if paper.cited_by is not None else ""),
        ],
        width,
    )


def _used_by(profile: PublicationProfile, width: int) -> Lines:
    columns = (Column("Cited by"), Column("Id"), Column("Name", wraps=True), Column("For", wraps=True))
    rows = [[symbol(use.place), use.place.id, use.name, use.scope] for use in profile.used_by]
    return table(columns, rows, width)
