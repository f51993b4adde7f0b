"""Tables of cell significance scores, with the header of `records.significance.COLUMNS`; only gene, cell_type and one
score are required."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from itertools import islice
from typing import Any, get_type_hints

from atlasview.records.cell_type import Context
from atlasview.records.significance import COLUMNS, Significance
from atlasview.sources.cells import real, whole
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Rejected
from atlasview.sources.taken import Outcome, Taken

SCORES = ("csi", "rcsi", "prs", "fold_change", "delta")
OVERALL = "overall"
MORE = ("symbol", "cell_type_label", "delta_low", "delta_high", "mean_log2_cpm", "tau", "share")
"""Columns that `atlasview significance` writes for readers of the table, and an atlas has no place for."""
_COMMENT = "# "
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TOLD = ("program", "dataset", "licence", "file", "observations", "bootstrap")
_LONGEST = 400
REPLICATION = ("", "replicated", "few donors", "not replicated", "pseudoreplicated")
_TEXTS = ("gene", "cell_type", "context", "dataset", "replication")
_NOT_GIVEN = frozenset(("", "NA", "NaN", "nan", "None", "null", "-"))
_GENE = re.compile(r"(?:HGNC|NCBIGene|UniProtKB|symbol):\S{1,40}|ENSEMBL:ENSG\d{11}", re.ASCII)
_SYMBOL = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,39}", re.ASCII)
_CELL = re.compile(r"CL[:_]?(\d{7})", re.ASCII)
_CONTEXT = re.compile(r"(UBERON|MONDO)[:_]?(\d{7})", re.ASCII)
_RANGES: dict[str, tuple[float, float]] = {
    "prs": (0, 100),
    "delta": (-1, 1),
    "p": (0, 1),
    "q": (0, 1),
    "percent_expressing": (0, 100),
}
_HINTS = get_type_hints(Significance)
_NUMBERS: dict[str, Callable[[str], float | int]] = {
    field.name: whole if _HINTS[field.name] == int | None else real
    for field in fields(Significance)
    if field.name in COLUMNS and field.name not in _TEXTS
}


def gene_said(cell: str) -> str:
    """Identifier of a gene as a table writes it: a CURIE, an Ensembl gene with or without version, or a symbol."""
    if _GENE.fullmatch(cell):
        return cell
    if cell.startswith("ENSG"):
        return f"ENSEMBL:{cell.partition('.')[0]}"
    return f"symbol:{cell}" if _SYMBOL.fullmatch(cell) else ""


def _context(cell: str) -> str:
    """`overall`, or the tissue or disease; raises ValueError for what is none."""
    if cell in _NOT_GIVEN or cell == OVERALL:
        return OVERALL
    found = _CONTEXT.fullmatch(cell)
    if found is None:
        raise ValueError("the context is neither overall nor a term of UBERON or MONDO")
    return f"{found[1]}:{found[2]}"


def _number(name: str, cell: str) -> float | int | None:
    if cell in _NOT_GIVEN:
        return None
    try:
        value = _NUMBERS[name](cell)
    except ValueError as error:
        raise ValueError(f"{name} is no number") from error
    low, high = _RANGES.get(name, (value, value))
    if not low <= value <= high:
        raise ValueError(f"{name} is not between {low} and {high}")
    return value


def _row(cells: dict[str, str], source: str) -> Significance:
    """The record of a row. Raises ValueError with the reason where it is none."""
    gene, cell = gene_said(cells["gene"]), _CELL.fullmatch(cells["cell_type"])
    if not gene:
        raise ValueError("no identifier or symbol of a gene")
    if cell is None:
        raise ValueError("the cell type is no term of the Cell Ontology (CL:0000084)")
    if cells["replication"] not in REPLICATION:
        raise ValueError(f"replication is none of {', '.join(REPLICATION[1:])}")
    values: dict[str, Any] = {name: _number(name, cells[name]) for name in _NUMBERS}
    if all(values[name] is None for name in SCORES):
        raise ValueError("no score")
    return Significance(
        gene=gene,
        cell_type=f"CL:{cell[1]}",
        context=_context(cells["context"]),
        dataset=cells["dataset"],
        replication=cells["replication"],
        source=source,
        **values,
    )


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    while line.startswith(_COMMENT):
        _note(file, line.removeprefix(_COMMENT))
        number, line = first_line(file, lines)
    header = Header(file, number, line.removeprefix("#").split("\t"))
    least = 1 + max(header.need("gene"), header.need("cell_type"))
    places = {name: header.find(name) for name in COLUMNS}
    if all(places[name] < 0 for name in SCORES):
        header.need(SCORES[0])
    if unknown := [name for name in header.names if name and name not in COLUMNS and name not in MORE]:
        file.remarks.append(f"columns that are no scores were left out: {', '.join(unknown[:12])}")
    contexts: set[str] = set()
    for row in header.rows(lines, least):
        if isinstance(row, Rejected):
            yield row
            continue
        number, cells = row
        said = {name: cells[place].strip() for name, place in places.items()}
        try:
            record = _row(said, file.source)
        except ValueError as error:
            yield file.rejected(number, str(error), f"{said['gene']} {said['cell_type']}")
        else:
            yield Taken(number, [record, *_once(record.context, contexts, file.source)])


def _note(file: SourceFile, said: str) -> None:
    """What the lines before the header say of the scores: the date, and how they were computed as remarks."""
    key, _, value = said.partition(": ")
    if key == "date" and _DATE.fullmatch(value):
        file.date = value
    elif key in _TOLD and len(value) <= _LONGEST:
        file.remarks.append(f"the table says: {said}")


def _once(context: str, met: set[str], source: str) -> list[Context]:
    if context in met:
        return []
    met.add(context)
    return [Context(context, "Overall" if context == OVERALL else context, source)]


def _recognises(head: Head) -> bool:
    first = next((line for line in head.lines if line.strip() and not line.startswith(_COMMENT)), "")
    names = set(first.removeprefix("#").split("\t"))
    scores = names & set(SCORES)
    return {"gene", "cell_type"} <= names and bool(scores) and not any("<" in line for line in islice(head.lines, 1))


FORMATS = (
    Format(
        key="significance",
        title="Table of cell significance scores",
        database="scores",
        turn=Turn.TIES,
        adds="scores of genes in cell types",
        recognises=_recognises,
        read=_read,
    ),
)
