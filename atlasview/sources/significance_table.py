"""Tables of cell significance scores, with the header of `records.significance.COLUMNS`; only gene, cell_type and one
score are required."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from itertools import islice
from operator import itemgetter
from typing import Any, get_type_hints

from atlasview.records.cell_type import Context, context_in
from atlasview.records.quick import quick
from atlasview.records.significance import COLUMNS, Significance
from atlasview.sources.cells import whole
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
_TOLD = ("program", "dataset", "file", "observations", "bootstrap")
_LONGEST = 400
REPLICATION = ("", "replicated", "few donors", "not replicated", "pseudoreplicated")
_TEXTS = ("gene", "cell_type", "context", "dataset", "replication")
_NOT_GIVEN = frozenset(("", "NA", "NaN", "nan", "None", "null", "-"))
_GENE = re.compile(r"(?:HGNC|NCBIGene|UniProtKB|symbol):\S{1,40}|ENSEMBL:ENSG\d{11}", re.ASCII)
_SYMBOL = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,39}", re.ASCII)
_CELL = re.compile(r"CL[:_]?(\d{7})", re.ASCII)
_RANGES: dict[str, tuple[float, float]] = {
    "prs": (0, 100),
    "delta": (-1, 1),
    "p": (0, 1),
    "q": (0, 1),
    "percent_expressing": (0, 100),
}
_WITHOUT_END = float("inf")
_MOST = 10**18 - 1
"""Largest number of profiles, donors or cells: what the file of an atlas can hold."""
_ANY = (-_WITHOUT_END, _WITHOUT_END)
_ROWS_TOGETHER = 64
_MOST_HELD = 100_000
"""Names that are held with what they mean."""
_SIGNIFICANCE = quick(Significance)
_HINTS = get_type_hints(Significance)


def _finite(cell: str) -> float:
    """A number with a decimal point, no group separators; ValueError for what has no end."""
    value = float(cell)
    if "_" in cell or not -_WITHOUT_END < value < _WITHOUT_END:
        raise ValueError(cell)
    return value


_NUMBERS: dict[str, Callable[[str], float | int]] = {
    field.name: whole if _HINTS[field.name] == int | None else _finite
    for field in fields(Significance)
    if field.name in COLUMNS and field.name not in _TEXTS
}

_READERS = tuple(int if read is whole else float for read in _NUMBERS.values())
_PLAIN = re.compile(r"[0-9.eE-]*", re.ASCII)
_LIMITS = tuple(
    (at, *_RANGES.get(name, (-_MOST, _MOST)))
    for at, name in enumerate(_NUMBERS)
    if name in _RANGES or _READERS[at] is int
)
"""Place, least and most of numbers that have limits."""


def gene_said(cell: str) -> str:
    """Identifier of a gene as a table writes it: a CURIE, an Ensembl gene with or without version, or a symbol."""
    if _GENE.fullmatch(cell):
        return cell
    if cell.startswith("ENSG"):
        return f"ENSEMBL:{cell.partition('.')[0]}"
    return f"symbol:{cell}" if _SYMBOL.fullmatch(cell) else ""


def _context(cell: str) -> str:
    """`overall`, or the tissue or disease, or healthy; raises ValueError for what is none."""
    if cell in _NOT_GIVEN or cell == OVERALL:
        return OVERALL
    if context := context_in(cell):
        return context
    raise ValueError("the context is neither overall nor a term of UBERON or MONDO, nor PATO:0000461 (healthy)")


def _number(name: str, cell: str, low: float, high: float, read: Callable[[str], float]) -> Any:
    """The number in a cell, None where it has only blanks in it. Raises ValueError with the reason."""
    if cell in _NOT_GIVEN:
        return None
    try:
        value = read(cell)
    except ValueError as error:
        raise ValueError(f"{name} is no number") from error
    if not low <= value <= high:
        raise ValueError(f"{name} is not between {low} and {high}")
    return value


class _Rows:
    """Rows of one table: its columns by their places, and the texts that were met, which are the same in many rows."""

    def __init__(self, header: Header, source: str) -> None:
        self.source = source
        self._texts = [header.find(name) for name in _TEXTS]
        self._numbers = [(name, header.find(name), *_RANGES.get(name, _ANY), read) for name, read in _NUMBERS.items()]
        self._pick = itemgetter(*(header.find(name) for name in _NUMBERS))
        self._scores = [list(_NUMBERS).index(name) for name in SCORES]
        self._genes: dict[str, str] = {}
        self._cell_types: dict[str, str] = {}
        self._contexts: dict[str, str] = {}

    def record(self, cells: list[str]) -> Significance:
        """The record of a row. Raises ValueError with the reason where it is none."""
        gene, cell_type, context, dataset, replication = [cells[place].strip() for place in self._texts]
        gene = _held(self._genes, gene, _gene)
        cell_type = _held(self._cell_types, cell_type, _cell_type)
        if replication not in REPLICATION:
            raise ValueError(f"replication is none of {', '.join(REPLICATION[1:])}")
        values = self._plain(cells) or self._looked_at(cells)
        if all(values[place] is None for place in self._scores):
            raise ValueError("no score")
        csi, rcsi, prs, threshold, fold, delta, p, q, low_end, high_end, own, others, donors, number, share = values
        record: Significance = _SIGNIFICANCE(
            gene, cell_type, _held(self._contexts, context, _context), dataset,
            csi, rcsi, prs, threshold, fold, delta, p, q, low_end, high_end, own, others, donors, number, share,
            replication, self.source,
        )  # fmt: skip
        return record

    def _plain(self, cells: list[str]) -> list[Any] | None:
        """Numbers of a row, quickly; None where one of them has to be looked at."""
        picked = self._pick(cells)
        if not _PLAIN.fullmatch("".join(picked)):
            return None
        try:
            values = [read(cell) if cell else None for read, cell in zip(_READERS, picked, strict=True)]
        except ValueError:
            return None
        for at, low, high in _LIMITS:
            if (value := values[at]) is not None and not low <= value <= high:
                return None
        return None if _WITHOUT_END in values or -_WITHOUT_END in values else values

    def _looked_at(self, cells: list[str]) -> list[Any]:
        return [
            None if (cell := cells[place]) in _NOT_GIVEN else _number(name, cell.strip(), low, high, read)
            for name, place, low, high, read in self._numbers
        ]

    def place(self, cells: list[str]) -> str:
        """Gene and cell type of a row, for messages."""
        return f"{cells[self._texts[0]].strip()} {cells[self._texts[1]].strip()}"


def _held(known: dict[str, str], said: str, read: Callable[[str], str]) -> str:
    """What a text means, found out once."""
    found = known.get(said)
    if found is None:
        if len(known) >= _MOST_HELD:
            known.clear()
        found = known[said] = read(said)
    return found


def _gene(cell: str) -> str:
    if (gene := gene_said(cell)) and gene.isprintable():
        return gene
    raise ValueError("no identifier or symbol of a gene")


def _cell_type(cell: str) -> str:
    found = _CELL.fullmatch(cell)
    if found is None:
        raise ValueError("the cell type is no term of the Cell Ontology (CL:0000084)")
    return f"CL:{found[1]}"


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
    yield from _together(file, _Rows(header, file.source), header.rows(lines, least))


def _together(file: SourceFile, rows: _Rows, lines: Iterator[tuple[int, list[str]] | Rejected]) -> Iterator[Outcome]:
    """Rows of one gene that follow each other are taken together: a table may have millions."""
    contexts: set[str] = set()
    begun = last = 0
    records: list[Significance] = []
    for row in lines:
        read = row if isinstance(row, Rejected) else _row(file, rows, *row)
        if records and (len(records) >= _ROWS_TOGETHER or not _goes_on(read, last, records[0].gene)):
            yield _run(begun, records, contexts, file.source)
            records = []
        if isinstance(read, Rejected):
            yield read
            continue
        last, record = read
        begun = begun if records else last
        records.append(record)
    if records:
        yield _run(begun, records, contexts, file.source)


def _goes_on(read: tuple[int, Significance] | Rejected, last: int, gene: str) -> bool:
    """Whether a row is the next one, and of the same gene."""
    return not isinstance(read, Rejected) and read[0] == last + 1 and read[1].gene == gene


def _row(file: SourceFile, rows: _Rows, number: int, cells: list[str]) -> tuple[int, Significance] | Rejected:
    """Line and record of a row, or why there is none."""
    try:
        return number, rows.record(cells)
    except ValueError as error:
        return file.rejected(number, str(error), rows.place(cells))


def _run(line: int, records: list[Significance], met: set[str], source: str) -> Taken:
    """Rows as one, with the contexts that they are the first to name."""
    new = [name for name in dict.fromkeys(one.context for one in records) if name not in met]
    met.update(new)
    contexts = [Context(name, "Overall" if name == OVERALL else name, source) for name in new]
    return Taken(line, [*records, *contexts], rows=len(records))


def _note(file: SourceFile, said: str) -> None:
    """What the lines before the header say of the scores: date, licence, and how they were computed as remarks."""
    key, _, value = said.partition(": ")
    if key == "date" and _DATE.fullmatch(value):
        file.date = value
    elif key == "licence" and len(value) <= _LONGEST:
        file.licence = value.strip()
    elif key in _TOLD and len(value) <= _LONGEST:
        file.remarks.append(f"the table says: {said}")


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
