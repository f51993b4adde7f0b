"""Papers, and what they are cited for."""

from dataclasses import dataclass
from typing import Annotated

Authors = Annotated[tuple[str, ...], "as one text, with commas between, while they wait"]


@dataclass(frozen=True, slots=True)
class Publication:
    """A paper; `id` is `PMID:...`, else `DOI:...`, else `source key + : + ordinal`.

    authors    as the source writes them (`Parrish-Novak J.`); `et al` stays where the source shortens
    doi        lower case, without prefix
    cited_by   number of papers that cite it, None where no source gives it
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
    pages: str
    cited_by: int | None
    source: str


def stand_in(paper: Publication) -> str:
    """What a paper without a title is called: by its PMID or DOI, without these by where and when it was published
    (`Submitted to EMBL/GenBank/DDBJ databases (2003)`)."""
    if paper.journal and not (paper.pmid or paper.doi):
        return f"{paper.journal} ({paper.year})" if paper.year else paper.journal
    return paper.id.replace(":", " ", 1)


def given_title(paper: Publication) -> str:
    """The title that a source gives; empty where the paper only has a stand-in for one."""
    return "" if paper.title == stand_in(paper) else paper.title


def shown_pages(paper: Publication) -> str:
    """The pages; one page that a source writes as a range (`E112883-E112883`) once."""
    first, _, last = paper.pages.partition("-")
    return first if first == last else paper.pages


@dataclass(frozen=True, slots=True)
class Citation:
    """`publication` supports something said of `subject` (CURIE of a gene, protein or article).

    scope  what for: UniProt's positions (`FUNCTION; SUBCELLULAR LOCATION`), a section of a card, ...
    """

    subject: str
    publication: str
    scope: str
    source: str
