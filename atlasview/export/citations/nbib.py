"""Citations in PubMed's own format (MEDLINE, .nbib)."""

import re
from collections.abc import Iterable, Iterator
from textwrap import wrap

from atlasview.export.citations.authors import Author, Group
from atlasview.export.citations.reference import Reference
from atlasview.export.citations.ris import SHORTENED

_LINE = 88
_REPEATED = {"AU", "CN", "AID", "GN"}
"""Fields that may stand several times: readers take a continued line of them for another value."""

_INDENT = " " * 6


def nbib_text(references: Iterable[Reference]) -> str:
    """One record for each reference, a blank line between two, long values continued on indented lines.

    A journal's name stands as title (JT), and also as abbreviation (TA) where it is written with full stops.
    """
    return "\n".join("".join(_field(tag, value) for tag, value in _fields(each)) for each in references)


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    doi = f"{reference.doi} [doi]" if reference.doi else ""
    for tag, value in (
        ("PMID", reference.pmid),
        ("VI", reference.volume),
        ("IP", reference.issue),
        ("DP", "" if reference.year is None else f"{reference.year:04d}"),
        ("TI", _sentence(reference.title)),
        ("PG", reference.pages),
        ("LID", doi),
    ):
        if value:
            yield tag, value
    for author in reference.authors.listed:
        yield ("CN", author.name) if isinstance(author, Group) else ("AU", author_name(author))
    for tag, value in (
        ("TA", reference.journal if "." in reference.journal else ""),
        ("JT", reference.journal),
        ("AID", doi),
        ("GN", SHORTENED if reference.authors.shortened else ""),
    ):
        if value:
            yield tag, value


def author_name(author: Author) -> str:
    """`van Brunt A`, `Cameron RP Jr`."""
    if isinstance(author, Group):
        return author.name
    return " ".join(part for part in (author.surname, author.initials, author.suffix.rstrip(".")) if part)


def _sentence(title: str) -> str:
    """PubMed ends titles with a full stop."""
    return title if not title or re.search(r"[.?!]$", title) else f"{title}."


def _field(tag: str, value: str) -> str:
    width = _LINE - len(_INDENT)
    lines = [value] if tag in _REPEATED else wrap(value, width, break_long_words=False, break_on_hyphens=False)
    return f"{tag:<4}- " + f"\n{_INDENT}".join(lines) + "\n"
