"""What kind of values a matrix holds, and whole counts from them or a clear word why not."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any

import numpy as np

from atlasview.records.trouble import InputRefused
from atlasview.significance.cell_file import Block, CellFile
from atlasview.significance.lacking import Lacking

_LOOKED_AT = 4
_LARGEST_LOG = 20.0
_LARGEST_COUNT = float(1 << 31)
PER_CELL = 1e4
"""Sum of a cell in `log1p-cp10k`: value = ln(1 + count / total of the cell x 10,000)."""
_ROUNDED = 1e-3
"""Relative error of a count that was recovered from values written with three decimals."""
_AMBIGUOUS = 0.25


class Kind(StrEnum):
    """What values are, in words for a person."""

    COUNTS = "counts"
    LOG = "log-normalised"
    NORMALISED = "normalised"
    NEGATIVE = "scaled or centred"
    NOT_A_NUMBER = "not numbers"
    EMPTY = "nothing but zero"
    TEXT = "no numbers at all"


_REFUSED = {
    Kind.LOG: "the values are fractions up to {top:.3g}: log-normalised, not counts",
    Kind.NORMALISED: "the values are fractions up to {top:.3g}: normalised, not counts",
    Kind.NEGATIVE: "there are negative values: scaled or corrected, not counts",
    Kind.NOT_A_NUMBER: "there are values that are not a number (NaN or infinite)",
    Kind.EMPTY: "there is no value other than zero",
    Kind.TEXT: "the values are no numbers",
}


def kind_of(values: Any) -> Kind:
    """Kind of some values other than zero."""
    if not np.issubdtype(values.dtype, np.number):
        return Kind.TEXT
    if not len(values):
        return Kind.EMPTY
    if not np.isfinite(values).all():
        return Kind.NOT_A_NUMBER
    if values.min() < 0:
        return Kind.NEGATIVE
    if np.issubdtype(values.dtype, np.integer) or (values == np.floor(values)).all():
        return Kind.COUNTS
    return Kind.LOG if values.max() <= _LARGEST_LOG else Kind.NORMALISED


def look_at(file: CellFile, matrix: str) -> Kind:
    """Kind of the first values of a matrix; all of them are looked at when they are read."""
    seen = [kind_of(block.values) for block in islice(file.blocks(matrix), _LOOKED_AT)]
    worst = (Kind.TEXT, Kind.NOT_A_NUMBER, Kind.NEGATIVE, Kind.NORMALISED, Kind.LOG, Kind.COUNTS)
    return next((kind for kind in worst if kind in seen), Kind.EMPTY)


def refusal(kind: Kind, where: str, top: float = 0.0) -> InputRefused:
    """Trouble with values that are no counts."""
    return Lacking("values", _REFUSED[kind].format(top=top), where)


@dataclass(frozen=True, slots=True)
class Counting:
    """Makes counts of the blocks of a matrix.

    where   file and matrix, for messages
    totals  total of each cell where values are `log1p-cp10k`, None where they are counts
    """

    where: str
    totals: Any = None

    def counts(self, block: Block) -> Any:
        """Whole counts as uint32. Raises InputRefused for anything else, with the first cell that is wrong."""
        values = block.values
        kind = kind_of(values)
        if kind is Kind.EMPTY:
            return values.astype(np.uint32)
        if kind in (Kind.TEXT, Kind.NOT_A_NUMBER, Kind.NEGATIVE):
            raise refusal(kind, self.where)
        if self.totals is not None:
            values = self._recovered(block)
        elif kind is not Kind.COUNTS:
            raise refusal(kind, self.where, float(values.max()))
        if values.max() >= _LARGEST_COUNT:
            raise Lacking("values", f"a count of {values.max():.3g} is no count of a cell", self.where)
        return values.astype(np.uint32)

    def _recovered(self, block: Block) -> Any:
        exact = np.expm1(block.values.astype(np.float64)) * self.totals[block.cells] / PER_CELL
        whole = np.rint(exact)
        off = np.abs(exact - whole)
        wrong = ~(off <= np.minimum(_ROUNDED * (1 + exact), _AMBIGUOUS)) | (whole < 1)
        if wrong.any():
            cell = int(block.cells[np.argmax(wrong)]) + 1
            raise InputRefused(
                f"the counts that are recovered are not whole numbers (cell {cell}: {exact[np.argmax(wrong)]:.4g})",
                self.where,
                "the values are not ln(1 + 10,000 x count / total), or another column holds the totals",
            )
        return whole
