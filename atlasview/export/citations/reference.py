"""A paper as every format of citations writes it: cleaned, with pages and authors taken apart."""

import re
from dataclasses import dataclass
from enum import StrEnum

from atlasview.export.citations.authors import Authors, parse_authors
from atlasview.records.publication import Publication, given_title

_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_RANGE = re.compile(r"(\S*\d\S*?)\s*[-\u2010-\u2015]\s*(\S*\d\S*)")
_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


class Kind(StrEnum):
    """What a reference is: of a journal, sent to a database or not published, a patent, a thesis, or not known."""

    ARTICLE = "article"
    UNPUBLISHED = "unpublished"
    PATENT = "patent"
    THESIS = "thesis"
    OTHER = "other"


_NO_JOURNAL = {
    "Submitted to ": Kind.UNPUBLISHED,
    "Unpublished ": Kind.UNPUBLISHED,
    "Patent ": Kind.PATENT,
    "Thesis": Kind.THESIS,
}
"""How UniProt begins what stands in the place of a journal."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What is known of a paper; an empty text, or None as year, is not known.

    title                  without the full stop at its end, which citation styles add themselves
    journal                or where else it is (`Submitted to EMBL/GenBank/DDBJ databases`)
    first_page, last_page  the latter empty for a single page or where the pages are not a range
    """

    id: str
    pmid: str
    doi: str
    title: str
    authors: Authors
    journal: str
    year: int | None
    volume: str
    issue: str
    first_page: str
    last_page: str

    @property
    def pages(self) -> str:
        """`525-527`, or the one page."""
        return f"{self.first_page}-{self.last_page}" if self.last_page else self.first_page

    @property
    def kind(self) -> Kind:
        """An article where PubMed lists it, or a journal is named."""
        if self.pmid:
            return Kind.ARTICLE
        found = (kind for begin, kind in _NO_JOURNAL.items() if self.journal.startswith(begin))
        return next(found, Kind.ARTICLE if self.journal else Kind.OTHER)


def reference(paper: Publication) -> Reference:
    """A paper's reference."""
    first, last = split_pages(cleaned(paper.pages))
    return Reference(
        id=cleaned(paper.id),
        pmid=cleaned(paper.pmid),
        doi=plain_doi(paper.doi),
        title=without_stop(cleaned(given_title(paper))),
        authors=parse_authors(cleaned(name) for name in paper.authors),
        journal=cleaned(paper.journal),
        year=paper.year,
        volume=cleaned(paper.volume),
        issue=cleaned(paper.issue),
        first_page=first,
        last_page=last,
    )


def cleaned(text: str) -> str:
    """Text on one line, without control characters and halves of signs, with single spaces."""
    return " ".join(_UNWRITABLE.sub("", text).split())


def plain_doi(doi: str) -> str:
    """A DOI in lower case without a prefix or address before it."""
    return _DOI_PREFIX.sub("", cleaned(doi), count=1).lower()


def without_stop(title: str) -> str:
    """A title without the one full stop at its end; an ellipsis stays."""
    return title if title.endswith("..") else title.removesuffix(".").rstrip()


def split_pages(pages: str) -> tuple[str, str]:
    """First and last page; UniProt's `1749-1749` is one page, and what is not a range stays whole."""
    match = _RANGE.fullmatch(pages)
    if match is None:
        return pages, ""
    return (match[1], "") if match[1] == match[2] else (match[1], match[2])
