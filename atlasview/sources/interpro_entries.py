"""InterPro's entry.list: accession, type and name of every entry; until 2018 under headings of types."""

import re
from collections.abc import Iterator
from itertools import islice

from atlasview.records.quick import quick
from atlasview.records.term import Term
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome, Taken

CATEGORIES = {
    "Active_site": "active site",
    "Binding_site": "binding site",
    "Conserved_site": "conserved site",
    "Domain": "domain",
    "Family": "family",
    "Homologous_superfamily": "homologous superfamily",
    "PTM": "post-translational modification",
    "Repeat": "repeat",
}
_term = quick(Term)
_COLUMNS = ("ENTRY_AC", "ENTRY_TYPE", "ENTRY_NAME")
_ACCESSION = re.compile(r"IPR\d{6}")
_UNDER_HEADING = re.compile(r"(IPR\d{6})\s+(\S.*)")
FROM_LIST = (1, "")
"""Version of an entry from InterPro's own list, which states none."""


def _read(file: SourceFile) -> Iterator[Outcome]:
    places: list[int] = []
    kind = ""
    for number, line in file.lines():
        if not line.strip():
            continue
        if line.startswith("ENTRY_"):
            header = Header(file, number, line.split("\t"))
            places = [header.need(name) for name in _COLUMNS]
        elif places:
            cells = [cell.strip() for cell in line.split("\t")]
            row = [cells[place] for place in places] if len(cells) > max(places) else ["", "", ""]
            yield _entry(file, number, line, row)
        elif line.strip() in CATEGORIES:
            kind = line.strip()
        elif found := _UNDER_HEADING.fullmatch(line):
            yield _entry(file, number, line, [found[1], kind, found[2]])
        else:
            yield file.rejected(number, "no row of accession, type and name", line)


def _entry(file: SourceFile, line: int, text: str, row: list[str]) -> Outcome:
    accession, kind, name = row
    if not _ACCESSION.fullmatch(accession) or not name:
        return file.rejected(line, "no row of accession, type and name", text)
    category = CATEGORIES.get(kind, kind.replace("_", " ").lower())
    term = _term(f"InterPro:{accession}", name, category, "", False, "", file.source)
    return Taken(line, [term], term.id, FROM_LIST)


def _is_list(head: Head) -> bool:
    if {"ENTRY_AC", "ENTRY_NAME"} <= set(head.columns()):
        return True
    lines = [line for line in islice(head.lines, 20) if line.strip()]
    return len(lines) > 1 and lines[0].strip() in CATEGORIES and _UNDER_HEADING.fullmatch(lines[1]) is not None


FORMATS = (
    Format(
        key="interpro-entries",
        title="InterPro entries (entry.list)",
        database="interpro",
        turn=Turn.ONTOLOGIES,
        adds="families, domains and sites by name",
        recognises=_is_list,
        read=_read,
    ),
)
