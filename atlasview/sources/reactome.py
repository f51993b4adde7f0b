"""Reactome's pathways, and which lies within which: two tables without header."""

import re
from collections.abc import Iterator
from itertools import islice

from atlasview.records.term import Hierarchy, Term
from atlasview.sources.companions import REACTOME_PATHWAYS
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.species import reactome_prefix
from atlasview.sources.taken import Outcome, Taken

IDENTIFIER = re.compile(r"R-[A-Z]{3}-\d+")
FROM_PATHWAYS = (1, "")
"""Version of a pathway from Reactome's own list, which states none."""


def _read_pathways(file: SourceFile) -> Iterator[Outcome]:
    wanted = reactome_prefix(file.taxon)
    for number, line in file.lines():
        cells = line.split("\t")
        identifier = cells[0]
        if len(cells) != 3 or not IDENTIFIER.fullmatch(identifier) or not cells[1].strip():
            if line.strip():
                yield file.rejected(number, "no row of identifier, name and species", line)
        elif identifier.startswith(wanted):
            term = Term(f"Reactome:{identifier}", cells[1].strip(), "pathway", "", False, "", file.source)
            yield Taken(number, [term], term.id, FROM_PATHWAYS)
        else:
            yield Filtered(number, "another organism")


def _read_relations(file: SourceFile) -> Iterator[Outcome]:
    wanted = reactome_prefix(file.taxon)
    for number, line in file.lines():
        parent, _tab, child = line.partition("\t")
        if not IDENTIFIER.fullmatch(parent) or not IDENTIFIER.fullmatch(child):
            if line.strip():
                yield file.rejected(number, "no row of two identifiers", line)
        elif parent == child:
            yield file.rejected(number, "a pathway within itself", parent)
        elif child.startswith(wanted):
            yield Taken(number, [Hierarchy(f"Reactome:{child}", f"Reactome:{parent}", "part_of", file.source)])
        else:
            yield Filtered(number, "another organism")


def _rows(head: Head) -> list[list[str]]:
    return [line.split("\t") for line in islice(head.lines, 50) if line]


def _are_pathways(head: Head) -> bool:
    rows = _rows(head)
    return bool(rows) and all(
        len(row) == 3 and IDENTIFIER.fullmatch(row[0]) and not row[2].startswith("http") for row in rows
    )


def _are_relations(head: Head) -> bool:
    rows = _rows(head)
    return bool(rows) and all(len(row) == 2 and all(map(IDENTIFIER.fullmatch, row)) for row in rows)


FORMATS = (
    Format(
        key="reactome-pathways",
        title="Reactome pathways (ReactomePathways.txt)",
        database="reactome",
        turn=Turn.ONTOLOGIES,
        adds="pathways by name",
        recognises=_are_pathways,
        read=_read_pathways,
    ),
    Format(
        key="reactome-relations",
        title="Reactome's hierarchy (ReactomePathwaysRelation.txt)",
        database="reactome",
        turn=Turn.ONTOLOGIES,
        adds="which pathway lies within which",
        recognises=_are_relations,
        read=_read_relations,
        companion=REACTOME_PATHWAYS,
    ),
)
