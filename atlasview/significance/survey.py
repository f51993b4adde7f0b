"""What files of single cells hold, found before anything is computed, and what cannot be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from atlasview.records.cell_type import context_in
from atlasview.records.trouble import InputRefused
from atlasview.significance import groups as grouping
from atlasview.significance.cell_file import CellFile, GeneNames
from atlasview.significance.cell_types import Naming
from atlasview.significance.gene_names import NAMELESS
from atlasview.significance.groups import CellCodes, Groups
from atlasview.significance.labels import MISSING, Labels, everywhere, narrow, without_words
from atlasview.significance.lacking import Lacking
from atlasview.significance.opening import open_cells
from atlasview.significance.values import Kind, look_at, refusal

LOG = "log1p-cp10k"
COUNTS = "counts"
_TOTALS = ("n_counts", "total_counts", "nCount_RNA", "n_umi", "nUMI")
"""Columns that commonly hold the total of a cell."""
_COUNTS_FIRST = ("counts", "raw_counts", "raw", "matrix", "X")
CELL_TYPES = ("cell_type_ontology_term_id",)
DONORS = ("donor_id",)
_NO_DONOR = frozenset(("unknown",))
"""What CELLxGENE writes where the donor of a cell is not known."""
LARGEST_OF_CELLS = 1 << 28
"""Cells x genes up to which the cells of one donor are taken as observations."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How the files are to be read; empty for what is to be found out.

    values     `counts`, `log1p-cp10k`, or empty
    one_donor  all cells are of one donor, no column says so
    """

    files: tuple[Path, ...]
    annotations: Path | None = None
    cell_type: str = ""
    donor: str = ""
    context: str = ""
    matrix: str = ""
    values: str = ""
    total: str = ""
    genes: str = ""
    one_donor: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A file and how it is read: matrix, kind of values, column of totals (empty for counts)."""

    path: Path
    cells: int
    matrix: str
    total: str
    names: GeneNames
    cell_type: str
    donor: str

    @property
    def values(self) -> str:
        """Kind of values in words."""
        if not self.total:
            return f"counts in {self.matrix}"
        return f"counts recovered from {self.matrix} ({LOG}) with the totals in {self.total}"


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found.

    group     for each file the group of each cell
    genes     identifiers that every file has, with their symbols
    partial   genes that only some files have
    nameless  genes without any name, of the file that has most of them
    twice     rows of a file that name a gene which an earlier row names, the same way
    """

    wish: Wish
    readings: tuple[Reading, ...]
    naming: Naming
    groups: Groups
    group: list[Any]
    genes: GeneNames
    partial: int
    nameless: int
    twice: int
    cells_as_observations: bool
    without: dict[str, int]
    contexts_left_out: dict[str, int]
    donor_count: int


def survey(wish: Wish, naming: Naming) -> Survey:
    """Look at the files. Raises InputRefused for what cannot be scored at all."""
    readings, labels = [], []
    for path in wish.files:
        with open_cells(path, wish.annotations) as file:
            reading = _reading(file, wish)
            readings.append(reading)
            labels.append(_labels(file, wish, reading))
    types, where = _terms(labels, naming)
    if not types:
        what = f"none of the {len(naming.unmapped)} labels means a cell type of the Cell Ontology"
        raise Lacking("names", what, f"column {readings[0].cell_type}")
    donors = tuple(sorted({word for _types, own, _contexts in labels for word in own.words}))
    contexts, left_out = _contexts(labels)
    codes = [
        CellCodes(_codes(own[0], where, types), _codes(own[1], None, donors), _context_codes(own[2], contexts))
        for own in labels
    ]
    genes, partial = _shared_genes([reading.names for reading in readings])
    without = {
        "cell type": sum(own[0].missing for own in labels),
        "donor": sum(own[1].missing for own in labels),
    }
    single = len(donors) == 1
    if single:
        donors, codes = _each_cell(codes, len(genes.ids), readings)
    groups, group = grouping.grouped(codes, types, donors, contexts)
    if not len(groups):
        remedy = "name the column of donors, or say that all cells are of one"
        raise InputRefused("no cell has both a cell type and a donor", str(wish.files[0]), remedy)
    given = 1 if single else len(donors)
    genes_told = (genes, partial, *_odd_genes([reading.names.ids for reading in readings]))
    return Survey(wish, tuple(readings), naming, groups, group, *genes_told, single, without, left_out, given)


def _reading(file: CellFile, wish: Wish) -> Reading:
    if not file.cells:
        raise InputRefused("the file holds no cells", str(file.path))
    if not file.matrices:
        raise InputRefused("the file holds no matrix of values", str(file.path))
    if file.wants_table and wish.annotations is None:
        raise Lacking("annotations", "a matrix of 10x says nothing of cell types and donors", str(file.path))
    matrix, total = _matrix(file, wish)
    names = file.genes(matrix, wish.genes)
    cell_type = _column(file, wish.cell_type, CELL_TYPES, "cell_type", "cell types")
    donor = "" if wish.one_donor else _column(file, wish.donor, DONORS, "donor", "donors")
    return Reading(file.path, file.cells, matrix, total, names, cell_type, donor)


def _column(file: CellFile, asked: str, usual: tuple[str, ...], choice: str, what: str) -> str:
    found = asked or next((name for name in usual if name in file.columns), "")
    if not found:
        there = file.columns or ("(there are none)",)
        raise Lacking(choice, f"it is not said which column holds the {what}", str(file.path), there)
    return found


def _matrix(file: CellFile, wish: Wish) -> tuple[str, str]:
    """The matrix to read, and the column of totals where counts are to be recovered."""
    if wish.matrix and wish.matrix not in file.matrices:
        raise InputRefused(
            f"there is no matrix {wish.matrix!r}", str(file.path), f"name one of {', '.join(file.matrices)}"
        )
    asked = (wish.matrix,) if wish.matrix else tuple(sorted(file.matrices, key=_turn))
    kinds = {matrix: look_at(file, matrix) for matrix in asked}
    if wish.values != LOG:
        for matrix, kind in kinds.items():
            if kind is Kind.COUNTS:
                return matrix, ""
    if wish.values != COUNTS:
        total = wish.total or next((name for name in _TOTALS if name in file.columns), "")
        for matrix, kind in kinds.items():
            if kind is Kind.LOG and total:
                return matrix, total
    if wish.values == LOG and not any(kind is Kind.LOG for kind in kinds.values()):
        raise InputRefused(
            f"no matrix is log-normalised: {', '.join(f'{name} holds {kind}' for name, kind in kinds.items())}",
            str(file.path),
            "leave open what the values are",
        )
    matrix, kind = next(iter(kinds.items()))
    raise refusal(kind, f"{file.path} {matrix}", _largest(file, matrix))


def _turn(matrix: str) -> int:
    return _COUNTS_FIRST.index(matrix) if matrix in _COUNTS_FIRST else len(_COUNTS_FIRST)


def _largest(file: CellFile, matrix: str) -> float:
    block = next(iter(file.blocks(matrix)), None)
    return float(np.nanmax(block.values)) if block is not None and len(block.values) else 0.0


def _labels(file: CellFile, wish: Wish, reading: Reading) -> tuple[Labels, Labels, Labels]:
    nothing = everywhere((), MISSING, file.cells)
    everyone = everywhere(("one donor",), 0, file.cells)
    return (
        file.labels(reading.cell_type),
        without_words(file.labels(reading.donor), _NO_DONOR) if reading.donor else everyone,
        file.labels(wish.context) if wish.context else nothing,
    )


def _terms(labels: Sequence[tuple[Labels, Labels, Labels]], naming: Naming) -> tuple[tuple[str, ...], dict[str, str]]:
    """Terms of the cell types, sorted, and the term of each label."""
    where = {}
    for own, _donors, _contexts in labels:
        for word, cells in own.counts().items():
            where[word] = naming.term(word, cells)
    return tuple(sorted(set(where.values()) - {""})), where


def _codes(labels: Labels, where: dict[str, str] | None, words: tuple[str, ...]) -> Any:
    index = {word: at for at, word in enumerate(words)}
    told = (word if where is None else where.get(word, "") for word in labels.words)
    table = np.array([*(index.get(word, MISSING) for word in told), MISSING], narrow(len(words)))
    return table[labels.codes]


def _contexts(labels: Sequence[tuple[Labels, Labels, Labels]]) -> tuple[tuple[str, ...], dict[str, int]]:
    found, left_out = set(), dict[str, int]()
    for _types, _donors, own in labels:
        for word, cells in own.counts().items():
            if context := context_in(word):
                found.add(context)
            else:
                left_out[word] = left_out.get(word, 0) + cells
    return tuple(sorted(found)), left_out


def _context_codes(labels: Labels, contexts: tuple[str, ...]) -> Any:
    return _codes(labels, {word: context_in(word) for word in labels.words}, contexts)


def _shared_genes(files: Sequence[GeneNames]) -> tuple[GeneNames, int]:
    """Genes of all files in the order of the first, each once; and how many only some files have."""
    there = [set(names.ids) - {NAMELESS} for names in files]
    common = set.intersection(*there)
    symbols: dict[str, str] = {}
    for names in files:
        for gene, symbol in zip(names.ids, names.symbols, strict=True):
            if gene in common and not symbols.get(gene):
                symbols[gene] = symbol
    if not symbols:
        raise Lacking("genes", "the files have no gene in common")
    return GeneNames(tuple(symbols), tuple(symbols.values())), len(set.union(*there)) - len(common)


def _odd_genes(files: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Genes without a name, and rows that name a gene again: the most that a file has of them."""
    named = [[gene for gene in ids if gene != NAMELESS] for ids in files]
    nameless = max(len(ids) - len(own) for ids, own in zip(files, named, strict=True))
    return nameless, max(len(own) - len(set(own)) for own in named)


def _each_cell(codes: list[CellCodes], genes: int, readings: list[Reading]) -> tuple[tuple[str, ...], list[CellCodes]]:
    """Every cell as an observation of its own, in place of a donor."""
    count = sum(reading.cells for reading in readings)
    if count * genes > LARGEST_OF_CELLS:
        raise InputRefused(
            f"all cells are of one donor, and {count:,} are too many to take each as an observation",
            str(readings[0].path),
            "hand in more donors, or a sample of the cells",
        )
    starts = np.cumsum([0, *(reading.cells for reading in readings)])
    found = []
    for own, start in zip(codes, starts[:-1], strict=True):
        cells = np.arange(start, start + len(own.donor))
        found.append(CellCodes(own.cell_type, np.where(own.donor < 0, MISSING, cells), own.context))
    width = len(str(count))
    return tuple(f"cell {at:0{width}d}" for at in range(count)), found
