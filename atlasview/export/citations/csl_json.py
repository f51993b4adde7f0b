"""Citations as CSL-JSON, the items that citation processors and reference managers exchange."""

import json
from collections.abc import Iterable
from typing import Any

from atlasview.export.citations.authors import Author, Group
from atlasview.export.citations.reference import Kind, Reference
from atlasview.export.citations.ris import SHORTENED


def csl_json_text(references: Iterable[Reference]) -> str:
    """A list of items.

    CSL has no sign for authors left out, and a literal `et al.` would be a person of that name: an item whose list of
    authors the source shortens has the known ones, and says so in `note`.
    """
    return json.dumps([csl_item(each) for each in references], ensure_ascii=False, indent=2) + "\n"


def csl_item(reference: Reference) -> dict[str, Any]:
    """One item with the variables that are known.

    What is in no journal is an article too: many styles leave out where a manuscript, a thesis or a patent lies.
    """
    item: dict[str, Any] = {
        "id": reference.id,
        "type": "document" if reference.kind is Kind.OTHER else "article-journal",
        "title": reference.title,
        "author": [csl_name(each) for each in reference.authors.listed],
        "container-title": reference.journal,
        "issued": {"date-parts": [[reference.year]]} if reference.year is not None else None,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages,
        "DOI": reference.doi,
        "PMID": reference.pmid,
        "note": SHORTENED if reference.authors.shortened else "",
    }
    return {name: value for name, value in item.items() if value}


def csl_name(author: Author) -> dict[str, str]:
    """An author as a CSL name."""
    if isinstance(author, Group):
        return {"literal": author.name}
    name = {
        "family": author.family,
        "given": author.given,
        "non-dropping-particle": author.particle,
        "suffix": author.suffix,
    }
    return {part: value for part, value in name.items() if value}
