"""PROSITE's entries: patterns and profiles by name, and the proteins of UniProt that have them."""

import re
from collections.abc import Iterator
from typing import Any

from atlasview.records.reference import CrossReference
from atlasview.records.term import Term
from atlasview.sources.companions import ENTRIES
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome, Taken

_ID = re.compile(r"ID   (\S+); (PATTERN|MATRIX|RULE)\.")
_ACCESSION = re.compile(r"(PS\d{5});")
_RELEASE = re.compile(r"CC   Release (?:number )?(\S+) of (\d{2})-([A-Z]{3})-(\d{4})", re.I)
_UPDATED = re.compile(r"(?:(\d{2})-)?([A-Z]{3})-(\d{4}) \(?INFO UPDATE")
_HIT = re.compile(r"(\w+)\s*, (\w+)\s*, ([TNPF?])")
_CATEGORIES = {"PATTERN": "pattern", "MATRIX": "profile", "RULE": "rule"}
_KINDS_OF_HITS = {"T": "", "N": "not found by the pattern itself", "P": "partial sequence", "?": "uncertain"}
"""Hits that are told, and what is said of them; `F`, a false one, says that the protein has no such site."""
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_HUMAN = 9606


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines: list[str] = []
    begin = 0
    for number, line in file.lines():
        if line.startswith("//"):
            if lines:
                yield _entry(file, begin, lines)
            lines = []
        elif line.startswith("ID   "):
            if lines:
                yield file.rejected(begin, "an entry without end", lines[0])
            begin, lines = number, [line]
        elif lines:
            lines.append(line)
        elif stated := _RELEASE.match(line):
            file.release = stated[1]
            file.date = f"{stated[4]}-{_month(stated[3])}-{stated[2]}"
    if lines:
        raise file.refused("the file breaks off inside of an entry", begin, "fetch the file again")


def _entry(file: SourceFile, begin: int, lines: list[str]) -> Outcome:
    name = _ID.match(lines[0])
    said: dict[str, str] = {}
    for line in lines[1:]:
        said[line[:2]] = f"{said.get(line[:2], '')} {line[5:].strip()}".strip()
    accession = _ACCESSION.match(said.get("AC", ""))
    if not name or not accession:
        return file.rejected(begin, "an entry without name or accession", lines[0])
    subject = f"PROSITE:{accession[1]}"
    title = said.get("DE", "").removesuffix(".") or name[1]
    records: list[Any] = [Term(subject, title, _CATEGORIES[name[2]], "", False, "", file.source)]
    for protein, entry_name, kind in _HIT.findall(said.get("DR", "")):
        wanted = file.taxon != _HUMAN or entry_name.endswith("_HUMAN")
        if wanted and kind in _KINDS_OF_HITS:
            label = "; ".join(part for part in (name[1], _KINDS_OF_HITS[kind]) if part)
            records.append(CrossReference(f"UniProtKB:{protein}", "PROSITE", accession[1], label, file.source))
    return Taken(begin, records, subject, (1, _updated(said.get("DT", ""))))


def _updated(dates: str) -> str:
    """`2006-03` of `... MAR-2006 (INFO UPDATE).`, with the day where it is said; empty where no date is."""
    found = _UPDATED.search(dates)
    if not found:
        return ""
    day, month, year = found.groups()
    return "-".join(part for part in (year, _month(month), day) if part)


def _month(name: str) -> str:
    name = name.upper()
    return f"{_MONTHS.index(name) + 1:02}" if name in _MONTHS else "00"


def _is_prosite(head: Head) -> bool:
    begin = next((at for at, line in enumerate(head.lines) if line.startswith("ID   ")), -1)
    if begin < 0 or not _ID.match(head.lines[begin]):
        return False
    return begin + 1 < len(head.lines) and head.lines[begin + 1].startswith("AC   PS")


FORMATS = (
    Format(
        key="prosite",
        title="PROSITE (prosite.dat)",
        database="prosite",
        turn=Turn.MORE_OF_PROTEINS,
        adds="patterns and profiles by name, and which proteins have them",
        recognises=_is_prosite,
        read=_read,
        companion=ENTRIES,
    ),
)
