"""Citations as BibTeX, for LaTeX with bibtex or biber."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from atlasview.export.citations.authors import Author, Authors, Group
from atlasview.export.citations.latex import latex, latex_title
from atlasview.export.citations.reference import Kind, Reference

_FOLDED = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "ł": "l", "Ł": "L", "đ": "d",
                         "ð": "d", "þ": "th", "ı": "i"})  # fmt: skip

_PLACES = {Kind.ARTICLE: "journal", Kind.UNPUBLISHED: "note"}
"""Which field says where it is; of what is neither, `howpublished`."""


def bibtex_text(references: Iterable[Reference]) -> str:
    """One entry for each reference, a blank line between two; UTF-8 with LaTeX's own signs escaped.

    Keys are ASCII, unique, and the same in every file: first author, year and PMID (`Bell1979_503234`).
    """
    keys: set[str] = set()
    entries = []
    for each in references:
        key = _unused(citation_key(each), keys)
        keys.add(key.casefold())
        fields = "".join(f",\n  {name} = {{{value}}}" for name, value in _fields(each))
        entries.append(f"@{_type(each)}{{{key}{fields}\n}}\n")
    return "\n".join(entries)


def citation_key(reference: Reference) -> str:
    """First author's surname and year as far as known, and the PMID, else the identifier: ASCII letters and digits."""
    first = next(iter(reference.authors.listed), None)
    name = "" if first is None else _ascii(first.name if isinstance(first, Group) else first.surname)[:40]
    year = "" if reference.year is None else str(reference.year)
    tail = _ascii(reference.pmid or reference.id.partition(":")[2] or reference.id)
    return "_".join(part for part in (f"{name}{year}", tail) if part) or "reference"


def _type(reference: Reference) -> str:
    """`unpublished` has to have a title."""
    if reference.kind is Kind.ARTICLE and reference.journal:
        return "article"
    return "unpublished" if reference.kind is Kind.UNPUBLISHED and reference.title else "misc"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    for name, value in (
        ("author", _authors(reference.authors)),
        ("title", latex_title(reference.title)),
        (_PLACES.get(reference.kind, "howpublished"), latex(reference.journal)),
        ("year", "" if reference.year is None else str(reference.year)),
        ("volume", latex(reference.volume)),
        ("number", latex(reference.issue)),
        ("pages", "--".join(latex(page) for page in (reference.first_page, reference.last_page) if page)),
        ("doi", _verbatim(reference.doi)),
        ("pmid", _verbatim(reference.pmid)),
    ):
        if value:
            yield name, value


def _authors(authors: Authors) -> str:
    names = [_author(each) for each in authors.listed]
    return " and ".join([*names, "others"] if authors.shortened and names else names)


def _author(author: Author) -> str:
    if isinstance(author, Group):
        return f"{{{latex(author.name)}}}"
    surname = f"{author.particle} {_family(author.family)}".lstrip()
    return ", ".join(part for part in (surname, latex(author.suffix), latex(author.given)) if part)


def _family(family: str) -> str:
    """In braces where BibTeX would take a word of it for a particle, an `and`, or the end of the name."""
    words = family.split()
    odd = "," in family or "and" in words or (len(words) > 1 and any(word[0].islower() for word in words))
    return f"{{{latex(family)}}}" if odd else latex(family)


def _verbatim(identifier: str) -> str:
    """An identifier as it is, as the fields doi and pmid are taken; braces, which would end it, percent-encoded."""
    return identifier.replace("{", "%7b").replace("}", "%7d")


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_FOLDED)).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9]+", "", plain)


def _unused(key: str, used: set[str]) -> str:
    """BibTeX takes keys that differ in case only for one."""
    candidate, count = key, 1
    while candidate.casefold() in used:
        count += 1
        candidate = f"{key}_{count}"
    return candidate
