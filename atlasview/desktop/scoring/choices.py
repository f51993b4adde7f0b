"""What can be chosen of files of cells, in words: columns, matrices, resamples, threads."""

import os
from collections.abc import Sequence

from atlasview.desktop.scoring.messages import ColumnSeen, FileSeen, Seen

ONE_DONOR = "\0one"
"""Key of the choice that all cells are of one donor; no column is called that."""
RESAMPLES = ("0", "200", "1000", "2000", "10000")
USUAL_RESAMPLES = "1000"
_LOG = "log-normalised"
_MOST_THREADS = 16

Choices = list[tuple[str, str]]


def cell_type_choices(seen: Seen | None) -> Choices:
    """Columns that may hold cell types."""
    return [("", "Choose a column…"), *map(_labelled, _labels(seen))]


def donor_choices(seen: Seen | None) -> Choices:
    """Columns that may hold donors, and that there is one donor only."""
    return [("", "Choose a column…"), (ONE_DONOR, "All cells are of one donor"), *map(_labelled, _labels(seen))]


def context_choices(seen: Seen | None) -> Choices:
    """Columns that may hold tissues or diseases, those with identifiers of them first."""
    columns = sorted(_labels(seen), key=lambda column: -column.contexts)
    return [("", "None: all cells together"), *map(_labelled, columns)]


def matrix_choices(files: Sequence[FileSeen]) -> Choices:
    """Matrices that all files have, with what their values are."""
    kinds: dict[str, list[str]] = {}
    for file in files:
        for name, kind in file.matrices:
            kinds.setdefault(name, []).append(kind)
    common = {name: said for name, said in kinds.items() if len(said) == len(files)}
    said = [(name, f"{name} · {', '.join(dict.fromkeys(own))}") for name, own in common.items()]
    return [("", "Counts, wherever they are"), *said]


def total_choices(seen: Seen | None) -> Choices:
    """Columns of numbers."""
    columns = seen.columns if seen is not None else ()
    return [("", "Found by its name"), *((one.name, one.name) for one in columns if not one.labels)]


def gene_choices(seen: Seen | None) -> Choices:
    """Columns with names of genes."""
    return [("", "As the files name them"), *((name, name) for name in (seen.gene_columns if seen is not None else ()))]


def resample_choices() -> Choices:
    """How many resamples intervals come from."""
    return [(key, f"{int(key):,} resamples of donors" if key != "0" else "No intervals") for key in RESAMPLES]


def thread_choices() -> Choices:
    """How many threads score."""
    some = range(1, min(os.cpu_count() or 1, _MOST_THREADS) + 1)
    return [("", "One a core"), *((str(count), str(count)) for count in some)]


def has_log(files: Sequence[FileSeen]) -> bool:
    """Whether counts may have to be recovered from logarithms."""
    return any(kind == _LOG for file in files for _matrix, kind in file.matrices)


def _labels(seen: Seen | None) -> list[ColumnSeen]:
    return [column for column in seen.columns if column.labels] if seen is not None else []


def _labelled(column: ColumnSeen) -> tuple[str, str]:
    return (column.name, f"{column.name} · {column.labels:,} label{'' if column.labels == 1 else 's'}")
