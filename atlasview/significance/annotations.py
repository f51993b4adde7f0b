"""A table that says of each barcode which cell it is: TSV with a head, first column the barcode."""

import csv
import gzip
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from atlasview.records.trouble import InputRefused
from atlasview.significance.cell_file import no_column
from atlasview.significance.labels import Labels, of_texts

_LEAST = 2


class Annotations:
    """Columns of a table in the order of a file's barcodes; a barcode that the table lacks has nothing in them."""

    def __init__(self, path: Path, barcodes: Sequence[str]) -> None:
        self.path = path
        head, rows = _read(path)
        self.columns = tuple(head[1:])
        self._rows = [rows.get(barcode) for barcode in barcodes]
        if barcodes and not any(self._rows):
            raise InputRefused(
                "no barcode of the matrix is in the first column of the table",
                str(path),
                f"barcodes are written like {barcodes[0]}",
            )

    def labels(self, column: str) -> Labels:
        """A column as labels."""
        return of_texts(self._texts(column), len(self._rows))

    def numbers(self, column: str) -> Any:
        """A column as float64."""
        try:
            return np.array([float(text or "nan") for text in self._texts(column)])
        except ValueError as error:
            raise InputRefused(f"the column {column!r} holds no numbers", str(self.path)) from error

    def is_measure(self, column: str) -> bool:
        """Whether a column holds measured numbers, some with a fraction, which label nothing."""
        try:
            return any(number % 1 for number in map(float, filter(None, self._texts(column))))
        except ValueError:
            return False

    def _texts(self, column: str) -> list[str]:
        if column not in self.columns:
            raise no_column(self.path, column, self.columns)
        at = self.columns.index(column) + 1
        return [row[at] if row else "" for row in self._rows]


def _read(path: Path) -> tuple[list[str], dict[str, list[str]]]:
    rows: dict[str, list[str]] = {}
    try:
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file, delimiter="\t", strict=True)
            head = next(lines, [])
            if len(head) < _LEAST:
                raise InputRefused("this is no table of barcodes", f"{path} line 1", "write barcode, cell type, donor")
            for cells in lines:
                if len(cells) != len(head):
                    raise InputRefused(f"{len(cells)} cells under {len(head)} heads", f"{path} line {lines.line_num}")
                if cells[0] in rows:
                    raise InputRefused(f"the barcode {cells[0]} stands twice", f"{path} line {lines.line_num}")
                rows[cells[0]] = cells
    except (OSError, UnicodeDecodeError, csv.Error, EOFError) as error:
        raise InputRefused(f"the table cannot be read ({error})", str(path)) from error
    return head, rows
