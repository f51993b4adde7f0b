"""References of an entry in flat text: RN, RP, RX, RA, RG, RT and RL lines."""

import re

from atlasview.sources.uniprot.entry import Paper
from atlasview.sources.uniprot.wrapping import joined

_PLACE = re.compile(r"(?P<journal>.+?) (?P<volume>(?:\d+ Suppl\. )?[^\s:]*):(?P<pages>[^()]*)\((?P<year>\d{4})\)\.?$")
_SUBMITTED = re.compile(r"Submitted \((?:[A-Z]{3}-)?(\d{4})\) to (?:the )?(.+?)\.?$")
_BOOK = re.compile(
    r"(?:.*?\(eds?\.\); )?(?P<title>.+?)(?:, pp\.(?P<volume>\d+:)?(?P<pages>[^,]+))?, .*\((?P<year>\d{4})\)"
)
_ONLINE = re.compile(r"\(er\) (.+?) ?(\S+?)\((\d{4})\)\.?$")
_LONGEST_PLACE = 2000
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def papers(lines: list[str]) -> list[Paper]:
    """The references on R lines, in their order; `lines` are whole lines."""
    blocks = "\n".join(lines).split("RN   [")
    return [_paper(number, block) for number, block in enumerate(blocks[1:], 1)]


def place(text: str) -> tuple[str, int | None, str, str]:
    """Journal (or what stands for it), year, volume and pages that an RL line names."""
    text = text[:_LONGEST_PLACE]
    if found := _PLACE.match(text):
        volume, pages = found["volume"], found["pages"]
        return (
            found["journal"],
            int(found["year"]),
            "" if volume == "0" else volume,
            "" if pages in {"0", "0-0"} else pages,
        )
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
    parts: dict[str, list[str]] = {}
    for line in rest.split("\n"):
        code = line[:2]
        if code in parts:
            parts[code].append(line[5:])
        else:
            parts[code] = [line[5:]]
    pmid, doi = _identifiers(parts["RX"]) if "RX" in parts else ("", "")
    journal, year, volume, pages = place(joined(parts["RL"])) if "RL" in parts else ("", None, "", "")
    return Paper(
        number=int(number) if number.isdecimal() else ordinal,
        scope=joined(parts["RP"]).rstrip(".") if "RP" in parts else "",
        pmid=pmid,
        doi=doi,
        title=_title(joined(parts["RT"])) if "RT" in parts else "",
        authors=(*_people(parts.get("RA"), ", "), *_people(parts.get("RG"), ";")),
        journal=journal,
        year=year,
        volume=volume,
        pages=pages,
    )


def _identifiers(lines: list[str]) -> tuple[str, str]:
    pmid = doi = ""
    for part in joined(lines).split("; "):
        if part.startswith("PubMed="):
            pmid = part[7:].rstrip(";")
        elif part.startswith("DOI="):
            doi = part[4:].rstrip(";").lower()
    return (pmid if pmid.isdecimal() and pmid.isascii() else ""), doi


def _title(text: str) -> str:
    text = text.removesuffix(";")
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text


def _people(lines: list[str] | None, between: str) -> list[str]:
    if lines is None:
        return []
    text = " ".join(lines).rstrip().rstrip(";")
    return [name for name in map(str.strip, text.split(between)) if name]
