"""AnnData files (`.h5ad`), of today and of old."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import h5py

from atlasview.records.trouble import InputRefused
from atlasview.significance import h5_matrix, h5ad_frames
from atlasview.significance.cell_file import Block, GeneNames, no_column
from atlasview.significance.gene_names import gene_names
from atlasview.significance.labels import Labels, text_of

_SYMBOLS = ("feature_name", "gene_symbols", "gene_symbol", "gene_name", "symbol", "gene_ids", "ensembl_id")
"""Columns of `var` that commonly hold the other name of a gene, in the order in which they are asked."""


class AnnData:
    """A file opened for reading. Raises InputRefused where it is none."""

    wants_table = False

    def __init__(self, path: Path, file: Any) -> None:
        self.path = path
        self._file = file
        if not {"obs", "var"} <= set(file) or not h5ad_frames.is_frame(file["obs"]):
            raise InputRefused("the file is HDF5, but not of AnnData: it has no obs and var", str(path))
        self._obs = file["obs"]
        self.cells = h5ad_frames.length(self._obs)
        self.columns = h5ad_frames.column_names(self._obs)
        self.form = f"AnnData {h5ad_frames.years(self._obs)}"
        self.matrices = tuple(self._matrices())
        for matrix in self.matrices:
            if h5_matrix.shape(self._node(matrix))[0] != self.cells:
                raise InputRefused(f"the matrix {matrix} has not as many rows as there are cells", str(path))

    def labels(self, column: str) -> Labels:
        """A column of `obs` as labels."""
        self._need(column)
        return h5ad_frames.labels(self._obs, column, self._file.get("uns"))

    def numbers(self, column: str) -> Any:
        """A column of `obs` as float64."""
        self._need(column)
        try:
            return h5ad_frames.numbers(self._obs, column)
        except (ValueError, TypeError) as error:
            raise InputRefused(f"the column {column!r} holds no numbers", str(self.path)) from error

    def is_measure(self, column: str) -> bool:
        """Whether a column of `obs` holds fractions."""
        self._need(column)
        return h5ad_frames.is_measure(self._obs, column)

    def gene_columns(self, matrix: str) -> tuple[str, ...]:
        """Columns of the `var` of a matrix that hold texts."""
        var = self._var(matrix)
        return tuple(name for name in h5ad_frames.column_names(var) if not h5ad_frames.is_number(var, name))

    def stored(self, matrix: str) -> int:
        """Number of values of a matrix."""
        return h5_matrix.stored(self._node(matrix))

    def genes(self, matrix: str, column: str = "") -> GeneNames:
        """Names of the genes of a matrix: the row names of its `var`, with a column of symbols where there is one."""
        var = self._var(matrix)
        there = h5ad_frames.column_names(var)
        if column:
            if column not in there:
                raise no_column(self.path, column, there)
            return gene_names(self._words(var, column))
        names = self._words(var, h5ad_frames.index_name(var))
        other = next((name for name in _SYMBOLS if name in there), "")
        return gene_names(names, self._words(var, other) if other else None)

    def blocks(self, matrix: str) -> Iterator[Block]:
        """Values of a matrix; raises InputRefused where it is damaged."""
        try:
            yield from h5_matrix.blocks(self._node(matrix))
        except (ValueError, KeyError, OSError) as error:
            raise InputRefused(f"the matrix {matrix} cannot be read: {error}", str(self.path)) from error

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _need(self, column: str) -> None:
        if column not in self.columns:
            raise no_column(self.path, column, self.columns)

    def _matrices(self) -> Iterator[str]:
        if "raw" in self._file or "raw.X" in self._file:
            yield "raw"
        if "X" in self._file and not isinstance(self._file["X"], h5py.Empty):
            yield "X"
        yield from self._file.get("layers", {})

    def _node(self, matrix: str) -> Any:
        if matrix == "X":
            return self._file["X"]
        if matrix == "raw":
            return self._file["raw.X"] if "raw.X" in self._file else self._file["raw/X"]
        return self._file["layers"][matrix]

    def _var(self, matrix: str) -> Any:
        if matrix != "raw":
            return self._file["var"]
        return self._file["raw.var"] if "raw.var" in self._file else self._file["raw/var"]

    def _words(self, var: Any, column: str) -> list[str]:
        if isinstance(var, h5py.Dataset):
            return [text_of(value) for value in var[column]]
        found = h5ad_frames.labels(var, column)
        return [found.words[code] if code >= 0 else "" for code in found.codes]
