"""Pfam's families by accession, short name and description: pfamA.txt, whole or cut, and Pfam-A.clans.tsv."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from atlasview.records.reference import CrossReference
from atlasview.records.term import Synonym, Term
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome, Taken

_ACCESSION = re.compile(r"(PF\d{5})(?:\.\d+)?")
_CLAN = re.compile(r"CL\d{4}")
_TYPES = {"Family", "Domain", "Repeat", "Motif", "Coiled-coil", "Disordered"}
FROM_LIST = (1, "")
"""Version of a family from Pfam's own lists, which state none."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Places of the columns; -1 where the file has none of them."""

    accession: int
    id: int
    description: int
    type: int = -1
    clan: int = -1


_CLANS = _Layout(accession=0, id=3, description=4, clan=1)
_TABLE = _Layout(accession=0, id=1, description=3, type=6)
"""pfamA.txt of Pfam's database dump: accession, id, previous id, description, depositor, source of seed, type, ..."""


def _layout(file: SourceFile, line: str) -> _Layout | None:
    """The layout by the header or, where there is none, by the first row."""
    cells = line.split("\t")
    if cells[0] == "pfamA_acc":
        header = Header(file, 1, cells)
        accession, short, description = (header.need(name) for name in ("pfamA_acc", "pfamA_id", "description"))
        return _Layout(accession, short, description, header.find("type"))
    if len(cells) == 5 and _ACCESSION.fullmatch(cells[0]) and (not cells[1] or _CLAN.fullmatch(cells[1])):
        return _CLANS
    if len(cells) > 6 and _ACCESSION.fullmatch(cells[0]) and cells[6] in _TYPES:
        return _TABLE
    return None


def _read(file: SourceFile) -> Iterator[Outcome]:
    layout = None
    for number, line in file.lines():
        if not line.strip():
            continue
        if layout is None:
            layout = _layout(file, line)
            if layout is None:
                raise file.refused("neither the columns of pfamA.txt nor those of Pfam-A.clans.tsv", number)
            if line.startswith("pfamA_acc"):
                continue
        yield _family(file, number, line, layout)


def _family(file: SourceFile, line: int, text: str, layout: _Layout) -> Outcome:
    cells = [cell.strip() for cell in text.split("\t")]
    if len(cells) <= max(layout.id, layout.description) or not (found := _ACCESSION.fullmatch(cells[layout.accession])):
        return file.rejected(line, "no row of accession, id and description", text)
    short, name = cells[layout.id], cells[layout.description]
    kind = cells[layout.type].lower() if 0 <= layout.type < len(cells) else "family"
    subject = f"Pfam:{found[1]}"
    records: list[Any] = [Term(subject, name or short, kind, "", False, "", file.source)]
    if short and name:
        records.append(Synonym(subject, short, "exact", file.source))
    if layout.clan >= 0 and cells[layout.clan]:
        records.append(CrossReference(subject, "Pfam", cells[layout.clan], f"clan {cells[2]}", file.source))
    return Taken(line, records, subject, FROM_LIST)


def _is_pfam(head: Head) -> bool:
    lines = list(islice(head.lines, 2))
    file = lines[0].split("\t") if lines else []
    if file[:2] == ["pfamA_acc", "pfamA_id"]:
        return True
    return bool(file) and _ACCESSION.fullmatch(file[0]) is not None and len(file) >= 5 and _headless(file)


def _headless(cells: list[str]) -> bool:
    clans = len(cells) == 5 and (not cells[1] or _CLAN.fullmatch(cells[1]) is not None)
    return clans or (len(cells) > 6 and cells[6] in _TYPES)


FORMATS = (
    Format(
        key="pfam-families",
        title="Pfam families (pfamA.txt, Pfam-A.clans.tsv)",
        database="pfam",
        turn=Turn.ONTOLOGIES,
        adds="families of Pfam by accession, short name and description",
        recognises=_is_pfam,
        read=_read,
    ),
)
