"""Where the names of cell types come from: a table, an ontology's file, an atlas."""

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from atlasview.records.trouble import InputRefused

if TYPE_CHECKING:
    from atlasview.atlas.reader import AtlasReader
    from atlasview.significance.cell_types import CellOntology


def read_map(path: Path) -> dict[str, str]:
    """A table of label and CL identifier, tab-separated; a first line without an identifier is its head."""
    from atlasview.significance.cell_types import term_in
    from atlasview.sources.opened import SourceFile

    told: dict[str, str] = {}
    with SourceFile(path) as file:
        for number, line in file.lines():
            cells = next(csv.reader([line], delimiter="\t"), [])
            if not cells or line.startswith("#"):
                continue
            term = term_in(cells[1]) if len(cells) > 1 else ""
            if not term and number > 1:
                raise InputRefused("the second cell is no CL identifier", f"{path} line {number}", "write CL:0000084")
            if term and told.setdefault(cells[0].strip(), term) != term:
                raise InputRefused(f"{cells[0]!r} has two meanings", f"{path} line {number}", "leave one")
    return told


def of_atlas(reader: "AtlasReader") -> "CellOntology":
    """The cell types of an atlas."""
    from atlasview.atlas.cell_type import cell_types
    from atlasview.significance.cell_types import CellOntology

    found = CellOntology()
    found.add(cell_types(reader))
    return found


def of_file(path: Path) -> "CellOntology":
    """The cell types of the Cell Ontology, as OBO or OBO-graph JSON. Raises InputRefused for any other file."""
    from atlasview.significance.cell_types import CellOntology
    from atlasview.sources.opened import SourceFile
    from atlasview.sources.recognition import recognise
    from atlasview.sources.taken import Taken

    found = CellOntology(whole=True)
    told = next(iter(recognise(path)), None)
    if told is None or told.format is None or told.format.database != "cl":
        raise InputRefused("the file is not the Cell Ontology", str(path), "hand in cl-basic.obo or cl-basic.json")
    with SourceFile(path, told.member) as file:
        for outcome in told.format.read(file):
            if isinstance(outcome, Taken):
                found.add(outcome.records)
    return found
