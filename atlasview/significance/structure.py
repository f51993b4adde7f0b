"""What a file of cells says of itself before anything is chosen, and which of its columns are likely meant."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from atlasview.records.cell_type import context_in
from atlasview.significance.cell_file import CellFile
from atlasview.significance.cell_types import CellOntology
from atlasview.significance.labels import Labels
from atlasview.significance.opening import open_cells
from atlasview.significance.survey import CELL_TYPES
from atlasview.significance.values import Kind, look_at

_MOST_LABELS = 1000
"""Different labels that a column of cell types, donors or contexts has at the most."""
_SURE = 0.3
"""Share of the cells whose label has to mean a cell type, for a column to be taken for that of cell types."""
_EXAMPLES = 3
_MOST_NUMBERS = 100
"""The same for a column whose labels are whole numbers; with more of them they are counts."""


def _patterns(*words: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(word, re.IGNORECASE) for word in words)


_TYPES = _patterns(r"cell_?type", r"cell_?label", "annotation", "bulk_labels", "cluster", "louvain", "leiden")
_DONORS = _patterns(
    r"donor_?id",
    "donor",
    "patient",
    "individual",
    "participant",
    "subject",
    "^donor.?(id|name)",
    r"sample(_?id)?",
    "orig.?ident",
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column that describes cells.

    labels    number of different labels; 0 for a column of numbers
    missing   cells without a label
    named     part of the cells (0 to 1) whose label means a cell type
    contexts  number of labels that are tissues of UBERON or diseases of MONDO
    examples  a few labels, the commonest first
    """

    name: str
    labels: int
    missing: int = 0
    named: float = 0.0
    contexts: int = 0
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """A file: the form in which it is written, its size, its matrices with the kind of their first values."""

    path: Path
    form: str
    cells: int
    genes: int
    matrices: tuple[tuple[str, Kind], ...]
    columns: tuple[Column, ...]
    gene_columns: tuple[str, ...]
    wants_table: bool


def look_into(path: Path, annotations: Path | None, ontology: CellOntology) -> Structure:
    """What a file says of itself. Raises InputRefused for one that is none, or damaged."""
    with open_cells(path, annotations) as file:
        first = next(iter(file.matrices), "")
        return Structure(
            path,
            file.form,
            file.cells,
            len(file.genes(first).ids) if first else 0,
            tuple((matrix, look_at(file, matrix)) for matrix in file.matrices),
            tuple(_column(file, name, ontology) for name in file.columns),
            file.gene_columns(first) if first else (),
            file.wants_table,
        )


def _column(file: CellFile, name: str, ontology: CellOntology) -> Column:
    if file.is_measure(name):
        return Column(name, 0)
    found = file.labels(name)
    numbers = len(found.words) > _MOST_NUMBERS and all(word.isdecimal() for word in found.words)
    if numbers or len(found.words) > _MOST_LABELS:
        return Column(name, 0)
    return _described(name, found, ontology)


def _described(name: str, found: Labels, ontology: CellOntology) -> Column:
    counts = found.counts()
    cells = sum(counts.values()) + found.missing
    named = sum(count for word, count in counts.items() if ontology.term(word))
    common = sorted(counts, key=lambda word: -counts[word])[:_EXAMPLES]
    contexts = sum(1 for word in counts if context_in(word))
    return Column(name, len(counts), found.missing, named / cells if cells else 0.0, contexts, tuple(common))


def label_counts(files: Iterable[Path], annotations: Path | None, column: str) -> dict[str, int]:
    """Cells of each label of a column, over all files. Raises InputRefused where one has no such column."""
    found: dict[str, int] = {}
    for path in files:
        with open_cells(path, annotations) as file:
            for word, cells in file.labels(column).counts().items():
                found[word] = found.get(word, 0) + cells
    return found


def common_columns(files: Sequence[Structure]) -> list[Column]:
    """Columns that every file has, as the first describes them, with the most labels that any has."""
    if not files:
        return []
    others = [{column.name: column for column in one.columns} for one in files[1:]]
    return [_joined(column, others) for column in files[0].columns if all(column.name in names for names in others)]


def _joined(column: Column, others: Iterable[dict[str, Column]]) -> Column:
    same = [column, *(names[column.name] for names in others)]
    if not all(one.labels for one in same):
        return Column(column.name, 0)
    return Column(
        column.name,
        max(one.labels for one in same),
        sum(one.missing for one in same),
        float(np.mean([one.named for one in same])),
        max(one.contexts for one in same),
        column.examples,
    )


def likely(columns: Sequence[Column]) -> dict[str, str]:
    """Names of the columns that are likely those of cell types, donors and contexts; empty for none."""
    named = [column for column in columns if column.labels]
    return {
        "cell_type": _likely_types(named),
        "donor": _first(named, _DONORS),
        "context": next((column.name for column in named if column.contexts > 1), ""),
    }


def _likely_types(columns: Sequence[Column]) -> str:
    several = [column for column in columns if column.labels > 1]
    best = max(several, key=lambda column: (column.named, column.name in CELL_TYPES, column.labels), default=None)
    if best is not None and best.named >= _SURE:
        return best.name
    return _first(several, _TYPES)


def _first(columns: Sequence[Column], patterns: Iterable[re.Pattern[str]]) -> str:
    matches: tuple[Callable[[re.Pattern[str], str], object], ...] = (
        lambda pattern, name: pattern.fullmatch(name),
        lambda pattern, name: pattern.search(name),
    )
    found = (column.name for fits in matches for one in patterns for column in columns if fits(one, column.name))
    return next(found, "")
