"""Output of 10x Genomics' Cell Ranger: one `.h5` file (versions 2 and 3) or a folder with a Matrix Market file."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Self

import numpy as np

from atlasview.records.trouble import InputRefused
from atlasview.significance import h5_matrix
from atlasview.significance.annotations import Annotations
from atlasview.significance.cell_file import ENTRIES, Block, GeneNames, no_column
from atlasview.significance.gene_names import gene_names
from atlasview.significance.labels import Labels, text_of

_EXPRESSION = "Gene Expression"


class TenX:
    """What both forms share: barcodes, features, and a table that describes the cells."""

    matrices: tuple[str, ...] = ("matrix",)
    wants_table = True
    form = "10x"

    def __init__(self, path: Path, barcodes: list[str], features: list[list[str]], table: Path | None) -> None:
        self.path = path
        self.cells = len(barcodes)
        self._table = Annotations(table, barcodes) if table is not None else None
        self.columns = self._table.columns if self._table is not None else ()
        kept = [len(row) < 3 or row[2] == _EXPRESSION for row in features]
        self._place = np.where(kept, np.cumsum(kept) - 1, -1)
        self._names = gene_names(*zip(*([row[0], row[1]] for row in np.array(features)[kept]), strict=True))

    def labels(self, column: str) -> Labels:
        """A column of the table as labels."""
        return self._need(column).labels(column)

    def numbers(self, column: str) -> Any:
        """A column of the table as float64."""
        return self._need(column).numbers(column)

    def is_measure(self, column: str) -> bool:
        """Whether a column of the table holds measured numbers."""
        return self._need(column).is_measure(column)

    def genes(self, matrix: str, column: str = "") -> GeneNames:  # noqa: ARG002 (there is one matrix, two columns)
        """Identifiers and symbols of the features that are genes; antibodies and guides are left out."""
        return self._names

    def gene_columns(self, matrix: str) -> tuple[str, ...]:  # noqa: ARG002 (there is one matrix)
        """None: the features have an identifier and a name, both are used."""
        return ()

    def _need(self, column: str) -> Annotations:
        if self._table is None:
            raise no_column(self.path, column, ())
        return self._table

    def _genes_only(self, block: Block) -> Block:
        place = self._place[block.genes]
        kept = place >= 0
        return Block(block.cells[kept], place[kept], block.values[kept])


class TenXFile(TenX):
    """A `.h5` file."""

    form = "10x, one file"

    def __init__(self, path: Path, file: Any, table: Path | None) -> None:
        self._file = file
        group = file["matrix"] if "matrix" in file else file[next(iter(file))]
        self._group = group
        if "features" in group:
            found = [group["features"][name][:] for name in ("id", "name", "feature_type")]
        else:
            found = [group["genes"][:], group["gene_names"][:]]
        features = [[text_of(word) for word in row] for row in zip(*found, strict=True)]
        super().__init__(path, [text_of(word) for word in group["barcodes"][:]], features, table)

    def stored(self, matrix: str) -> int:  # noqa: ARG002 (there is one)
        """Number of values."""
        return int(self._group["data"].shape[0])

    def blocks(self, matrix: str) -> Iterator[Block]:  # noqa: ARG002 (there is one)
        """Values; the file holds genes by cells compressed by cell."""
        try:
            for block in h5_matrix.compressed(self._group, self.cells, len(self._place), by_cell=True):
                yield self._genes_only(block)
        except (ValueError, KeyError, OSError) as error:
            raise InputRefused(f"the matrix cannot be read: {error}", str(self.path)) from error

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class TenXFolder(TenX):
    """A folder with `matrix.mtx`, `barcodes.tsv` and `features.tsv` (`genes.tsv` before version 3), plain or .gz."""

    form = "10x, a folder"

    def __init__(self, path: Path, table: Path | None) -> None:
        barcodes = [row[0] for row in _rows(_member(path, "barcodes.tsv"))]
        super().__init__(path, barcodes, _rows(_member(path, "features.tsv", "genes.tsv")), table)

    def stored(self, matrix: str) -> int:  # noqa: ARG002 (there is one)
        """Number of values, as the head of the matrix says it."""
        with _opened(_member(self.path, "matrix.mtx")) as file:
            return self._pass_head(file)[1]

    def blocks(self, matrix: str) -> Iterator[Block]:  # noqa: ARG002 (there is one)
        """Values of the Matrix Market file, whose indices count from 1."""
        with _opened(_member(self.path, "matrix.mtx")) as file:
            number, _stored = self._pass_head(file)
            while lines := file.readlines(ENTRIES * 8):
                try:
                    read = np.array(" ".join(lines).split(), dtype=np.float64).reshape(len(lines), 3)
                except ValueError as error:
                    raise self._refused("a line that is not row, column, value", number) from error
                genes, cells = read[:, 0].astype(np.int64) - 1, read[:, 1].astype(np.int64) - 1
                if min(genes.min(), cells.min()) < 0 or genes.max() >= len(self._place) or cells.max() >= self.cells:
                    raise self._refused("a row or column outside of the matrix", number)
                number += len(lines)
                yield self._genes_only(Block(cells, genes, read[:, 2]))

    def close(self) -> None:
        """Nothing stays open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _pass_head(self, file: IO[str]) -> tuple[int, int]:
        """Read to the line of sizes; gives its number, and how many values follow."""
        number, line = 1, file.readline()
        if not line.lower().startswith("%%matrixmarket matrix coordinate"):
            raise self._refused("this is no Matrix Market file of coordinates", 1)
        while line.startswith("%"):
            number, line = number + 1, file.readline()
        sizes = line.split()
        if sizes[:2] != [str(len(self._place)), str(self.cells)] or not sizes[-1].isdecimal():
            raise self._refused("the size of the matrix is not that of features and barcodes", number)
        return number, int(sizes[-1])

    def _refused(self, what: str, line: int) -> InputRefused:
        return InputRefused(what, f"{self.path / 'matrix.mtx'} from line {line}", "write the folder again")


def _member(folder: Path, *names: str) -> Path:
    for name in names:
        for path in (folder / f"{name}.gz", folder / name):
            if path.is_file():
                return path
    raise InputRefused(f"the folder has no {names[0]}", str(folder), "name a folder that Cell Ranger wrote")


def _opened(path: Path) -> IO[str]:
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def _rows(path: Path) -> list[list[str]]:
    with _opened(path) as file:
        return [line.rstrip("\r\n").split("\t") for line in file]
