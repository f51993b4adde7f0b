"""References of an entry in flat text: RN, RP, RX, RA, RG, RT and RL lines."""

import re

from atlasview.sources.uniprot.entry import Paper
from atlasview.sources.uniprot.wrapping import unwrapped

_END_OF_YEAR = (").", ")")
_NO_PAGES = ("0", "0-0")
_NO_JOURNAL = re.compile(r"\(In\) |\(er\) |Patent number |Submitted |Thesis |Unpublished ")
_SUBMITTED = re.compile(r"Submitted \((?:[A-Z]{3}-)?(\d{4})\) to (?:the )?(.+?)\.?$")
_BOOK = re.compile(
    r"(?:.*?\(eds?\.\); )?(?P<title>.+?)(?:, pp\.(?P<volume>\d+:)?(?P<pages>[^,]+))?, .*\((?P<year>\d{4})\)"
)
_ONLINE = re.compile(r"\(er\) (.+?) ?(\S+?)\((\d{4})\)\.?$")
_PAPER = re.compile(
    r"\nRN   \[([^\n\]]*)[^\n]*(?:\nRP   ([^\n]*(?:\nRP   [^\n]*)*))?(?:\nRC   [^\n]*)*"
    r"(?:\nRX   PubMed=([0-9]+);(?: DOI=([^;\n]+);)?(?=\n))?((?:\nRX   [^\n]*)*)((?:\nRG   [^\n]*)*)"
    r"(?:\nRA   ([^\n]*(?:\nRA   [^\n]*)*))?(?:\nRT   ([^\n]*(?:\nRT   [^\n]*)*))?"
    r"(?:\nRL   (?:(?!\(In\) |\(er\) |Patent number |Submitted |Thesis |Unpublished )"
    r"([^\n:]+)(?<! Suppl\.) ([^\n: ]+):([^\n:(]*)\(([0-9]{4})\)\.?(?=\n(?!RL   )|\Z)|([^\n]*(?:\nRL   [^\n]*)*)))?"
)
"""A reference: its number; what it is cited for; PMID and DOI, and further lines of identifiers where there are any;
groups, authors, title; journal, volume, pages and year, or a place that is written in another way than most."""
_LONGEST_PLACE = 2000
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def papers(text: str) -> list[Paper]:
    """The references on R lines, which follow each other in `text`, in their order."""
    found: list[Paper] = []
    for (
        number,
        scope,
        first,
        second,
        others,
        groups,
        names,
        title,
        journal,
        volume,
        pages,
        year,
        where,
    ) in _PAPER.findall(text):
        own = int(number) if number.isdecimal() and number.isascii() else len(found) + 1
        said_for = unwrapped(scope, "\nRP   ").strip().rstrip(".")
        pmid, doi = _identifiers(first, second, others) if others else (first, second.lower())
        name = _title(unwrapped(title, "\nRT   "))
        published = (
            (journal, int(year), "" if volume == "0" else volume, "" if pages in _NO_PAGES else pages)
            if journal
            else place(where)
        )
        found.append((own, said_for, pmid, doi, name, _authors(names, groups), *published))
    return found


def _authors(names: str, groups: str) -> tuple[str, ...]:
    if "\n" in names:
        names = names.replace("\nRA   ", " ")
    authors = names.rstrip("; ").split(", ") if names else []
    if groups:
        authors += [one for one in map(str.strip, groups[6:].replace("\nRG   ", " ").split(";")) if one]
    return tuple(authors)


def place(text: str) -> tuple[str, int | None, str, str]:
    """Journal (or what stands for it), year, volume and pages that an RL line names."""
    text = unwrapped(text, "\nRL   ").strip()
    if not text:
        return "", None, "", ""
    before, _, year = text.rpartition("(")
    named, sign, pages = before.rpartition(":")
    journal, _, volume = named.rpartition(" ")
    if sign and journal and year[4:] in _END_OF_YEAR and year[:4].isdecimal() and not _NO_JOURNAL.match(text):
        if journal.endswith(" Suppl."):
            title, _, more = journal.removesuffix(" Suppl.").rpartition(" ")
            if more.isdecimal():
                journal, volume = title, f"{more} Suppl. {volume}"
        return journal, int(year[:4]), "" if volume == "0" else volume, "" if pages in _NO_PAGES else pages
    return _other_place(text[:_LONGEST_PLACE])


def _other_place(text: str) -> tuple[str, int | None, str, str]:
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
