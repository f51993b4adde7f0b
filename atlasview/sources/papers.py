"""What files of references have in common: identifiers of papers, years, pages; abstracts are never taken."""

import re
from dataclasses import dataclass

from atlasview.records.publication import Publication

NO_IDENTIFIER = "a paper without PMID and DOI"
_PMID = re.compile(r"[1-9]\d{0,8}", re.ASCII)
_DOI = re.compile(r"10\.\d{4,9}/[^\s\x00-\x1f\x7f|]{1,200}", re.ASCII)
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)", re.ASCII)
_MARKS = re.compile(r"[\s|\x00-\x1f\x7f]+")


@dataclass(slots=True)
class Reference:
    """A paper as a file of references gives it, all in text."""

    pmid: str = ""
    doi: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    journal: str = ""
    year: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    cited_by: int | None = None

    def publication(self, source: str) -> Publication | None:
        """The paper by its PMID, else by its DOI; None where it has neither."""
        pmid, doi = pmid_in(self.pmid), doi_in(self.doi)
        if not pmid and not doi:
            return None
        return Publication(
            id=f"PMID:{pmid}" if pmid else f"DOI:{doi}",
            pmid=pmid,
            doi=doi,
            title=plain(self.title).rstrip("."),
            authors=tuple(name for one in self.authors if (name := plain(one))),
            journal=plain(self.journal),
            year=year_in(self.year),
            volume=plain(self.volume),
            issue=plain(self.issue),
            pages=plain(self.pages).replace("--", "-"),
            cited_by=self.cited_by,
            source=source,
        )


def bare_paper(pmid: str, source: str, cited_by: int | None = None) -> Publication:
    """A paper of which nothing is known but its PMID."""
    return Publication(f"PMID:{pmid}", pmid, "", "", (), "", None, "", "", "", cited_by, source)


def gene_by_product(identifier: str) -> str:
    """What a paper is cited for where it is the gene and a source calls it by its protein."""
    return f"gene:{identifier}" if identifier.startswith("UniProtKB:") else identifier


def pmid_in(text: str) -> str:
    """The number of a PMID with or without its prefix, empty where there is none."""
    bare = text.strip().removeprefix("PMID:").strip()
    return bare if _PMID.fullmatch(bare) else ""


def pmid_number(text: str) -> int:
    """A PMID as a number, 0 where there is none: `pmid_in` for millions of cells."""
    if len(text) < 10 and text.isdecimal() and text.isascii() and text[0] != "0":
        return int(text)
    return int(pmid_in(text) or 0)


def doi_in(text: str) -> str:
    """A DOI in small letters without address or prefix, empty where there is none."""
    found = _DOI.search(text.strip().lower())
    return found[0].rstrip(".,;") if found else ""


def year_in(text: str) -> int | None:
    """The first year in a date."""
    found = _YEAR.search(text)
    return int(found[0]) if found else None


def plain(text: str) -> str:
    """One line of text, without the sign that separates lists."""
    return _MARKS.sub(" ", text).strip()
