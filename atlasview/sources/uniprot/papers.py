"""References of an entry in flat text: RN, RP, RX, RA, RG, RT and RL lines."""

import re
from functools import lru_cache

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
_AFTER_SCOPE = ("\nRG   ", "\nRA   ", "\nRT   ", "\nRL   ")
Cited = tuple[str, str, str, tuple[str, ...], str, int | None, str, str]
_LONGEST_PLACE = 2000
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def papers(text: str) -> list[Paper]:
    """The references on R lines, which follow each other in `text`, in their order."""
    blocks = text.split("\nRN   [")
    return [_paper(number, block) for number, block in enumerate(blocks[1:], 1)]


def place(text: str) -> tuple[str, int | None, str, str]:
    """Journal (or what stands for it), year, volume and pages that an RL line names."""
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


def _paper(ordinal: int, block: str) -> Paper:
    number, _, rest = block.partition("]")
    scope, sign, cited = rest.partition("\nRX   ")
    if not sign:
        at = min((at for at in map(rest.find, _AFTER_SCOPE) if at >= 0), default=len(rest))
        scope, cited = rest[:at], rest[at:]
    scope = scope.partition("\nRC   ")[0].partition("\nRP   ")[2]
    return Paper(
        int(number) if number.isdecimal() and number.isascii() else ordinal,
        unwrapped(scope.replace("\nRP   ", "\n")).strip().rstrip("."),
        *_cited(sign + cited),
    )


@lru_cache(maxsize=2000)
def _cited(text: str) -> Cited:
    """What RX, RG, RA, RT and RL lines say, in this order; some papers are cited by thousands of entries."""
    text, _, where = text.partition("\nRL   ")
    text, _, title = text.partition("\nRT   ")
    text, _, names = text.partition("\nRA   ")
    text, _, groups = text.partition("\nRG   ")
    authors = names.replace("\nRA   ", " ").rstrip("; ").split(", ") if names else []
    if groups:
        authors += [one for one in map(str.strip, groups.replace("\nRG   ", " ").split(";")) if one]
    pmid, doi = _identifiers(text.partition("\nRX   ")[2].replace("\nRX   ", " ")) if text else ("", "")
    said = _title(unwrapped(title.replace("\nRT   ", "\n")).strip()) if title else ""
    return pmid, doi, said, tuple(authors), *place(unwrapped(where.replace("\nRL   ", "\n")).strip())


def _identifiers(text: str) -> tuple[str, str]:
    pmid = doi = ""
    for part in text.strip().split("; "):
        if part.startswith("PubMed="):
            pmid = part[7:].rstrip(";")
        elif part.startswith("DOI="):
            doi = part[4:].rstrip(";").lower()
    return (pmid if pmid.isdecimal() and pmid.isascii() else ""), doi


def _title(text: str) -> str:
    text = text.removesuffix(";")
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
