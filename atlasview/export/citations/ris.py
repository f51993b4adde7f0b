"""Citations as RIS, the tagged lines that every reference manager reads."""

from collections.abc import Iterable, Iterator

from atlasview.export.citations.authors import Author, Group
from atlasview.export.citations.reference import Kind, Reference

SHORTENED = "The source lists the first authors only (et al.)."

_TYPES = {
    Kind.ARTICLE: "JOUR",
    Kind.UNPUBLISHED: "UNPB",
    Kind.PATENT: "PAT",
    Kind.THESIS: "THES",
    Kind.OTHER: "GEN",
}

_PLACES = {Kind.UNPUBLISHED: "PB", Kind.PATENT: "SN", Kind.THESIS: "PB"}
"""Which field of these types says where it lies; reference managers show T2 of articles only."""


def ris_text(references: Iterable[Reference]) -> str:
    """One record for each reference, a blank line between two.

    The format has no sign for authors left out, so a list that the source shortens says so in a note.
    """
    return "\n".join("".join(f"{tag}  - {value}\n" for tag, value in _lines(each)) for each in references)


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[reference.kind]
    yield "ID", reference.id
    for author in reference.authors.listed:
        yield "AU", author_name(author)
    for tag, value in (
        ("TI", reference.title),
        (_PLACES.get(reference.kind, "T2"), reference.journal),
        ("PY", "" if reference.year is None else f"{reference.year:04d}"),
        ("VL", reference.volume),
        ("IS", reference.issue),
        ("SP", reference.first_page),
        ("EP", reference.last_page),
        ("DO", reference.doi),
        ("AN", reference.pmid),
        ("DB", "PubMed" if reference.pmid else ""),
        ("N1", SHORTENED if reference.authors.shortened else ""),
    ):
        if value:
            yield tag, value
    yield "ER", ""


def author_name(author: Author) -> str:
    """`van Brunt, A.`, `Cameron, R. P., Jr.`; a group as it is named."""
    if isinstance(author, Group):
        return author.name
    return ", ".join(part for part in (author.surname, author.given, author.suffix) if part)
