"""Papers as short lines, and the numbered references at the end of an article."""

from html import escape

from atlasview.desktop.panels.exits import place_of, way_to
from atlasview.desktop.panels.wording import link
from atlasview.records.place import Kind, Place
from atlasview.records.profile import CitedPaper
from atlasview.records.publication import Publication, shown_pages

_NAMED_AUTHORS = 3


def is_paper(curie: str) -> bool:
    """Whether a CURIE names a paper."""
    return curie.startswith(("PMID:", "DOI:"))


def authors_line(publication: Publication, most: int = _NAMED_AUTHORS) -> str:
    """The first authors, `et al` after them where there are more."""
    authors = [author for author in publication.authors if author.rstrip(".").lower() != "et al"]
    if len(authors) <= most and len(authors) == len(publication.authors):
        return ", ".join(authors)
    return f"{', '.join(authors[: most - 1])} et al"


def where_published(publication: Publication) -> str:
    """`Nature 408:57-63 (2000)`, as far as it is known; the year alone without brackets."""
    if not publication.journal:
        return str(publication.year or "")
    volume = publication.volume + (f"({publication.issue})" if publication.issue else "")
    pages = f":{shown_pages(publication)}" if publication.pages else ""
    year = f"({publication.year})" if publication.year is not None else ""
    return " ".join(part for part in (publication.journal, f"{volume}{pages}", year) if part)


def reference_html(publication: Publication) -> str:
    """A paper as one muted line whose title leads to its page."""
    titled = link(way_to(Place(Kind.PUBLICATION, publication.id)), publication.title.rstrip(".") or publication.id)
    parts = (escape(authors_line(publication)).rstrip("."), titled, escape(where_published(publication)))
    return f"{'. '.join(part for part in parts if part)}."


class References:
    """Numbers papers in the order in which a text cites them."""

    def __init__(self, papers: tuple[CitedPaper, ...]) -> None:
        self._known: dict[str, Publication] = {}
        for paper in papers:
            publication = paper.publication
            self._known[publication.id] = publication
            if publication.doi:
                self._known.setdefault(f"DOI:{publication.doi}", publication)
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, curie: str) -> int:
        """Number of a paper, a new one where it has none yet."""
        publication = self._known.get(curie)
        identity = publication.id if publication else curie
        return self._numbers.setdefault(identity, len(self._numbers) + 1)

    def papers(self) -> tuple[Publication, ...]:
        """The numbered papers that are known, in order."""
        return tuple(self._known[curie] for curie in self._numbers if curie in self._known)

    def listed(self) -> list[str]:
        """The numbered papers as rich text, in order."""
        lines = []
        for curie in self._numbers:
            publication = self._known.get(curie)
            if publication is not None:
                lines.append(reference_html(publication))
            else:
                place = place_of(curie)
                lines.append(link(way_to(place), curie) if place else escape(curie))
        return lines
