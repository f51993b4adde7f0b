"""Papers from every source, merged by PMID, then DOI, and what they are cited for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from atlasview.records.publication import Citation, Publication
from db.collect.flat_text import Entry, Reference
from db.collect.tables import Tables

_FIELDS = ("pmid", "doi", "title", "journal", "year", "volume", "issue", "pages", "cited_by")
_PLACE = re.compile(r"(?P<journal>.+?) (?P<volume>(?:\d+ Suppl\. )?[^\s:]*):(?P<pages>[^()]*)\((?P<year>\d{4})\)\.?$")


class Papers:
    """Papers by id, each as rich as the sources together make it."""

    def __init__(self) -> None:
        self._papers: dict[str, Publication] = {}
        self._by_doi: dict[str, str] = {}
        self._by_place: dict[tuple[str | int | None, ...], str] = {}

    def add(self, paper: Publication) -> str:
        """Takes a paper in, filling what an earlier record of it leaves open; returns the id it has here."""
        place = (paper.journal, paper.volume, paper.pages, paper.year)
        identifier = paper.id if paper.id in self._papers else self._by_doi.get(paper.doi, paper.id)
        if not (paper.pmid or paper.doi):
            identifier = self._by_place.setdefault(place, paper.id)
        if known := self._papers.get(identifier):
            paper = _merged(known, paper)
        self._papers[identifier] = paper
        if paper.doi:
            self._by_doi.setdefault(paper.doi, identifier)
        return identifier

    def __contains__(self, identifier: str) -> bool:
        return identifier in self._papers

    def all(self) -> Iterable[Publication]:
        """Every paper."""
        return self._papers.values()


def add_references(tables: Tables, papers: Papers, entry: Entry) -> None:
    """Adds the papers of a UniProt entry and cites them for its protein; what is no paper is counted."""
    for paper, scope in _references(tables, entry):
        tables.add(Citation(f"UniProtKB:{entry.accession}", papers.add(paper), scope, "uniprot"))


def _references(tables: Tables, entry: Entry) -> Iterator[tuple[Publication, str]]:
    for reference in entry.references:
        place = _PLACE.match(reference.place)
        if not (reference.pmid or reference.doi or place):
            tables.skip("UniProt references that are no papers (submissions, patents, theses)")
            continue
        known = place.groupdict() if place else {"journal": "", "volume": "", "pages": "", "year": ""}
        yield _publication(reference, f"uniprot:{entry.accession}.{reference.number}", known), reference.scope


def _publication(reference: Reference, otherwise: str, place: dict[str, str]) -> Publication:
    return Publication(
        id=publication_id(reference.pmid, reference.doi) or otherwise,
        pmid=reference.pmid,
        doi=reference.doi,
        title=reference.title,
        authors=reference.authors,
        journal=place["journal"],
        year=int(place["year"]) if place["year"] else None,
        volume="" if place["volume"] == "0" else place["volume"],
        issue="",
        pages="" if place["pages"] == "0-0" else place["pages"],
        cited_by=None,
        source="uniprot",
    )


def publication_id(pmid: str, doi: str) -> str:
    """CURIE of a paper by PMID, else DOI, else empty."""
    if pmid:
        return f"PMID:{pmid}"
    return f"DOI:{doi}" if doi else ""


def _merged(known: Publication, other: Publication) -> Publication:
    """Field by field: what is known stays, what is not is taken from the other; the longer list of authors wins.

    The source named is the one that fills more fields.
    """
    filled: dict[str, Any] = {name: getattr(known, name) or getattr(other, name) for name in _FIELDS}
    authors = max(known.authors, other.authors, key=len)
    richer = max(known, other, key=lambda paper: sum(bool(getattr(paper, name)) for name in _FIELDS))
    return replace(known, authors=authors, source=richer.source, **filled)
