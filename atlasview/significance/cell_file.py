"""A file of single cells, whatever its format: columns that describe cells, names of genes, and values in blocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, Self

from atlasview.records.trouble import InputRefused
from atlasview.significance.labels import Labels

ENTRIES = 1 << 20
"""Values that a block holds at the most, about 24 MB."""


@dataclass(frozen=True, slots=True)
class Block:
    """Values other than zero, with the cell (row of the file, from 0) and the gene of each."""

    cells: Any
    genes: Any
    values: Any


@dataclass(frozen=True, slots=True)
class GeneNames:
    """Names of the genes of a matrix in its order.

    ids      `ENSEMBL:ENSG...` where the file gives it, else `symbol:NAME`
    symbols  empty where the file has none
    """

    ids: tuple[str, ...]
    symbols: tuple[str, ...]


class CellFile(Protocol):
    """A file opened for reading; used as a context manager."""

    path: Path
    cells: int
    matrices: tuple[str, ...]
    """Names of the matrices that it holds, in the order in which counts are looked for."""
    columns: tuple[str, ...]
    """Columns that describe cells."""
    form: str
    """What such a file is called, with the years of its encoding."""
    wants_table: bool
    """Whether a table of its own has to describe the cells."""

    def labels(self, column: str) -> Labels:
        """A column as labels. Raises InputRefused where there is none of that name."""

    def numbers(self, column: str) -> Any:
        """A column as float64. Raises InputRefused where it is missing or holds no numbers."""

    def is_measure(self, column: str) -> bool:
        """Whether a column holds measured numbers, some with a fraction, which label nothing."""

    def gene_columns(self, matrix: str) -> tuple[str, ...]:
        """Columns that may hold names of the genes of a matrix."""

    def stored(self, matrix: str) -> int:
        """Number of values of a matrix that are not zero, 0 where that is not known before they are read."""

    def genes(self, matrix: str, column: str = "") -> GeneNames:
        """Names of the genes of a matrix, from `column` where it is given."""

    def blocks(self, matrix: str) -> Iterator[Block]:
        """Values of a matrix, block after block, in memory that does not grow with the file."""

    def close(self) -> None:
        """Let the file go."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def no_column(path: Path, column: str, there: tuple[str, ...]) -> InputRefused:
    """Trouble with a column that is not there; says which are."""
    listed = ", ".join(there[:20]) + (", ..." if len(there) > 20 else "")
    return InputRefused(f"there is no column {column!r}", str(path), f"name one of {listed or '(it has no columns)'}")
