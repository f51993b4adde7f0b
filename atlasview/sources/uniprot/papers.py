"""References of an entry in flat text: RN, RP, RX, RA, RG, RT and RL lines."""

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial

from atlasview.records.lists import listed_authors
from atlasview.records.packing import Packed
from atlasview.sources.uniprot.entry import Paper, Place, publication
from atlasview.sources.uniprot.wrapping import unwrapped

_END_OF_YEAR = (").", ")")
_NO_PAGES = ("0", "0-0")
_NO_JOURNAL = ("(In) ", "(er) ", "Patent number ", "Submitted ", "Thesis ", "Unpublished ")
_SUBMITTED = re.compile(r"Submitted \((?:[A-Z]{3}-)?(\d{4})\) to (?:the )?(.+?)\.?$")
_BOOK = re.compile(
    r"(?:.*?\(eds?\.\); )?(?P<title>.+?)(?:, pp\.(?P<volume>\d+:)?(?P<pages>[^,]+))?, .*\((?P<year>\d{4})\)"
)
_ONLINE = re.compile(r"\(er\) (.+?) ?(\S+?)\((\d{4})\)\.?$")
_HEAD = re.compile(r"([^\n\]]*)[^\n]*(?:\nRP   ([^\n]*(?:\nRP   [^\n]*)*))?(?:\nRC   [^\n]*)*")
"""What a reference begins with: its number, and what it is cited for."""
_SAID = re.compile(
    r"(?:\nRX   PubMed=([0-9]+);(?: DOI=([^;\n]+);)?(?=\n|\Z))?((?:\nRX   [^\n]*)*)((?:\nRG   [^\n]*)*)"
    r"(?:\nRA   ([^\n]*(?:\nRA   [^\n]*)*))?(?:\nRT   ([^\n]*(?:\nRT   [^\n]*)*))?"
    r"(?:\nRL   ([^\n]*(?:\nRL   [^\n]*)*))?"
)
"""What is said of its paper: PMID and DOI, and further lines of identifiers where there are any; groups, authors,
title; where it was published."""
_IDENTIFIERS = re.compile(r"\nRX   PubMed=([0-9]+);(?: DOI=([^;\n]+);)?")
_LONGEST_PLACE = 2000
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def papers(text: str, accession: str, source: str) -> list[Paper]:
    """The references on R lines, which follow each other in `text`, in their order."""
    found: list[Paper] = []
    paper_of = _reader(source)
    for said in text.split("\nRN   [")[1:]:
        at = said.find("\nRX   ")
        number, sign, scope = said[: max(at, 0)].partition("]\nRP   ")
        other = ""
        if "\n" in scope:
            scope, _, other = scope.partition("\nRC   ")
            scope = unwrapped(scope, "\nRP   ")
        if not sign or "\n" in scope or "\n" in other or not number.isdecimal():
            number, scope, at = _odd_head(said)
        paper = paper_of(said[at:])
        if not paper[0]:
            own = int(number) if number.isdecimal() and number.isascii() else len(found) + 1
            paper = (f"{source}:{accession}.{own}", *paper[1:])
        found.append((scope.strip().rstrip("."), paper))
    return found


def _odd_head(said: str) -> tuple[str, str, int]:
    """Number and scope of a reference that begins in another way than most, and where its paper begins."""
    found = _HEAD.match(said)
    assert found is not None  # it matches nothing as well
    return found[1], unwrapped(found[2] or "", "\nRP   "), found.end()


@cache
def _reader(source: str) -> Callable[[str], Packed]:
    """Gives the paper, packed, of what is said of it; it remembers some thousands that a source speaks of.

    A paper that is known to nobody else has no identifier.
    """
    return lru_cache(maxsize=8_000)(partial(_paper, source))


def _paper(source: str, said: str) -> Packed:
    identifiers, _, more = said.partition("\nRA   ")
    names, _, more = more.partition("\nRT   ")
    title, _, where = more.partition("\nRL   ")
    if "\n" in names:
        names = names.replace("\nRA   ", " ")
    if "\n" in title:
        title = unwrapped(title, "\nRT   ")
    if "\n" in where:
        where = unwrapped(where, "\nRL   ")
    known = _IDENTIFIERS.fullmatch(identifiers)
    if known is None or not where or "\n" in names or "\n" in title or "\n" in where:
        return _odd_paper(said, source)
    pmid, doi = known.groups("")
    published = _in_journal(where.strip()) or place(where)
    return publication("", pmid, doi.lower(), _title(title), names.rstrip("; "), published, source)


def _odd_paper(said: str, source: str) -> Packed:
    """The paper where lines are missing, or stand in another order than in most."""
    found = _SAID.match(said)
    assert found is not None  # it matches nothing as well
    first, second, others, groups, names, title, where = found.groups("")
    pmid, doi = _identifiers(first, second, others) if others else (first, second.lower())
    title = _title(unwrapped(title, "\nRT   "))
    return publication("", pmid, doi, title, listed_authors(_authors(names, groups)), place(where), source)


def _authors(names: str, groups: str) -> list[str]:
    authors = names.replace("\nRA   ", " ").rstrip("; ").split(", ") if names else []
    if groups:
        authors += [one for one in map(str.strip, groups[6:].replace("\nRG   ", " ").split(";")) if one]
    return authors


def place(text: str) -> Place:
    """Journal (or what stands for it), year, volume and pages that an RL line names."""
    text = unwrapped(text, "\nRL   ").strip()
    return (_in_journal(text) or _other_place(text[:_LONGEST_PLACE])) if text else ("", None, "", "")


def _in_journal(text: str) -> Place | None:
    """The place of what is in a journal: `J. Biol. Chem. 265:1-2(1990).`"""
    before, _, year = text.rpartition("(")
    named, sign, pages = before.rpartition(":")
    journal, _, volume = named.rpartition(" ")
    if not (sign and journal and year[4:] in _END_OF_YEAR and year[:4].isdecimal()) or text.startswith(_NO_JOURNAL):
        return None
    if journal[-7:] == " Suppl.":
        title, _, more = journal.removesuffix(" Suppl.").rpartition(" ")
        if more.isdecimal():
            journal, volume = title, f"{more} Suppl. {volume}"
    return journal, int(year[:4]), "" if volume == "0" else volume, "" if pages in _NO_PAGES else pages


def _other_place(text: str) -> Place:
    """Of what is in no journal: submissions, books, patents, theses."""
    if found := _SUBMITTED.match(text):
        return f"Submitted to {found[2]}", int(found[1]), "", ""
    year = _YEAR.search(text)
    said = int(year[0]) if year else None
    if text.startswith("(In) ") and (found := _BOOK.match(text[5:])):
        return found["title"].strip(), int(found["year"]), (found["volume"] or "").rstrip(":"), found["pages"] or ""
    if found := _ONLINE.match(text):
        return found[1], int(found[3]), "", found[2]
    if text.startswith("Patent number "):
        return f"Patent {text[14:].partition(',')[0].rstrip('.')}", said, "", ""
    words = re.sub(r"\s*\([^()]*\d{4}\)", "", text).rstrip(".")
    return words, said, "", ""


def _identifiers(pmid: str, doi: str, lines: str) -> tuple[str, str]:
    text = f"PubMed={pmid}; DOI={doi};{lines}" if pmid else lines
    text = text.replace("\nRX   ", " ")
    for part in text.strip().split("; "):
        if part.startswith("PubMed="):
            pmid = part[7:].rstrip(";")
        elif part.startswith("DOI="):
            doi = part[4:].rstrip(";").lower()
    return (pmid if pmid.isdecimal() and pmid.isascii() else ""), doi


def _title(text: str) -> str:
    text = text.strip().removesuffix(";")
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
