"""Papers as numbered entries."""

from collections.abc import Iterable

from atlasview.export.text.layout import Lines, paragraph
from atlasview.records.profile import CitedPaper
from atlasview.records.publication import Publication, given_title, shown_pages


def papers(cited: Iterable[CitedPaper], width: int) -> Lines:
    """Each paper with what it is cited for."""
    lines: Lines = []
    for count, each in enumerate(cited, 1):
        mark = f"{count}. ".rjust(5)
        indent = " " * len(mark)
        lines += paragraph(reference(each.publication), width, indent, mark)
        scopes = "; ".join(dict.fromkeys(use.scope for use in each.uses if use.scope))
        if scopes:
            lines += paragraph(f"for: {scopes}", width, indent)
    return lines


def reference(paper: Publication) -> str:
    """A paper in a line: authors, year, title, journal, identifiers; only what is known."""
    authors = ", ".join(paper.authors[:3]) + (" et al." if len(paper.authors) > 3 else "")
    year = f"({paper.year})" if paper.year is not None else ""
    title = given_title(paper)
    title = title if title.endswith((".", "?", "!")) or not title else f"{title}."
    return " ".join(part for part in (authors, year, title, _issue(paper), *_identifiers(paper)) if part)


def _issue(paper: Publication) -> str:
    volume = paper.volume + (f"({paper.issue})" if paper.issue else "")
    where = ":".join(part for part in (volume, shown_pages(paper)) if part)
    text = " ".join(part for part in (paper.journal, where) if part)
    return f"{text.rstrip('.')}." if text else ""


def _identifiers(paper: Publication) -> list[str]:
    known = [f"PMID:{paper.pmid}" if paper.pmid else "", f"DOI:{paper.doi}" if paper.doi else ""]
    return [each for each in known if each] or [paper.id]
