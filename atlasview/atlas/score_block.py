"""Blocks of scores: many rows of genes and strata in one cell of a table, column after column.

A column stands in a block in one of four ways: not at all where no row has a value; as it was given, eight bytes a
number; with six significant digits as a decimal number; or, what is a share of CSI, as what is missing in the sixth
digit of that share. A decimal number is a whole number of twenty bits and an exponent with the sign. Bytes that
change little from row to row stand together and are compressed; the digits are not, since nothing makes them shorter.
Decoding needs the standard library only, because the first page of a window may hold scores.
"""

import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import Any

REALS = ("csi", "rcsi", "prs", "fold_change", "delta", "p", "q", "csi_low", "csi_high", "percent_expressing")
"""Numbers of a row, in the order of its values; CSI comes before what is a share of it."""
SHARES = {"rcsi": 100.0, "fold_change": 1.0}
"""What is this times CSI by a number of the stratum: CSI's largest value, and its threshold."""
DIGITS = 6
GENES_OF_TILE = 16
STRATA_OF_TILE = 32
"""Keys of genes and strata that follow each other and stand in one block, where they have scores."""

Numbers = list[float | None]
Chooser = Callable[[Any], Sequence[Any]]
Bases = tuple[float | None, float | None]
"""Of a stratum: what rCSI and fold change are shares of, in the order of SHARES; None where unknown."""

ABSENT, GIVEN, DECIMAL, SHARE = range(4)
UNKNOWN = 0x7FFF
"""Exponent of a number that is not there."""
FIRST_POWER = -323
POWERS = [float(f"1e{power}") for power in range(FIRST_POWER, 309)]
"""Powers of ten, those below the normal range as near as they come."""
_DIVISORS = {2 * power + sign: (-1) ** sign * 10.0**-power for power in range(-22, 1) for sign in (0, 1)}
"""Divisors by exponent and sign for which the quotient is the very number that the decimal digits mean."""
LIKE = {"q": "p", "csi_low": "csi", "csi_high": "csi"}
"""Columns whose exponents and signs are mostly those of another column: they are kept as what differs."""
WIDTHS = {ABSENT: 0, GIVEN: 8, DECIMAL: 2, SHARE: 1}
"""Bytes of a number in the compressed part."""
HEAD = 8 + len(REALS)
"""Bytes of a block before its compressed part: number of rows, length of that part, how each column stands in it."""
_LOW, _HIGH = (bytes(byte >> shift & 15 for byte in range(256)) for shift in (0, 4))


class Block:
    """Rows of a block, sorted by gene and then by stratum.

    genes, strata  keys of the gene and of the stratum of each row
    """

    def __init__(self, content: bytes) -> None:
        self._rows = rows = int.from_bytes(content[:4], "little")
        packed = int.from_bytes(content[4:8], "little")
        self._forms = content[8:HEAD]
        self._body = body = zlib.decompress(content[HEAD : HEAD + packed])
        self._digits = content[HEAD + packed :]
        self.genes = array("I", _woven(body, 0, rows, 4))
        self.strata = array("I", _woven(body, 4 * rows, rows, 4))
        self._starts = tuple(accumulate((WIDTHS[form] * rows for form in self._forms), initial=8 * rows))
        decimals = [at for at, form in enumerate(self._forms) if form == DECIMAL]
        self._order = {at: place for place, at in enumerate(decimals)}
        digits = (2 * len(decimals) + (len(decimals) + 1) // 2) * rows
        if (len(body), len(self._digits)) != (self._starts[-1], digits):
            raise ValueError(f"a block of {rows:,} rows has {len(body):,} and {len(self._digits):,} bytes")

    def __len__(self) -> int:
        return self._rows

    def of_gene(self, gene: int) -> range:
        """Places of the rows of a gene."""
        return range(bisect_left(self.genes, gene), bisect_right(self.genes, gene))

    def of_stratum(self, stratum: int) -> list[int]:
        """Places of the rows of a stratum."""
        found, at = [], -1
        strata = self.strata
        for _ in range(strata.count(stratum)):
            at = strata.index(stratum, at + 1)
            found.append(at)
        return found

    def rows(self, places: Sequence[int], bases: Mapping[int, Bases]) -> list[tuple[float | None, ...]]:
        """Values of the rows at some places, each in the order of REALS."""
        if not places:
            return []
        csi = self.column("csi", places, bases)
        others = (self._column(at, places, bases, csi) for at in range(1, len(REALS)))
        return list(zip(csi, *others, strict=True))

    def column(self, name: str, places: Sequence[int], bases: Mapping[int, Bases]) -> Numbers:
        """Values of one column at some places; `bases` are those of the strata that stand there."""
        csi = self.column("csi", places, bases) if name in SHARES else []
        return self._column(REALS.index(name), places, bases, csi)

    def _column(self, at: int, places: Sequence[int], bases: Mapping[int, Bases], csi: Numbers) -> Numbers:
        """Values of a column by its place; what is a share needs the values of CSI."""
        form = self._forms[at]
        if form == ABSENT:
            return [None] * len(places)
        chosen = _chooser(places)
        if form == SHARE:
            base = tuple(SHARES).index(REALS[at])
            known = [bases[stratum][base] for stratum in chosen(self.strata)]
            return _shared(csi, known, SHARES[REALS[at]], chosen(self._plane(at, 0)))
        if form == GIVEN:
            start = self._starts[at]
            given = array("d", self._body[start : start + 8 * self._rows])
            return [None if value != value else value for value in chosen(given)]  # noqa: PLR0124 (NaN)
        return _decimals(self._wholes(at, chosen), array("h", self._powers(at, chosen)))

    def _wholes(self, column: int, chosen: Chooser) -> Sequence[int]:
        """The digits of a column as whole numbers: two planes of bytes, and half of one that two columns share."""
        rows, place = self._rows, self._order[column]
        parts = [
            self._digits[2 * place * rows : (2 * place + 1) * rows],
            self._digits[(2 * place + 1) * rows : (2 * place + 2) * rows],
        ]
        start = (2 * len(self._order) + place // 2) * rows
        parts.append(self._digits[start : start + rows].translate(_HIGH if place % 2 else _LOW))
        planes = [bytes(chosen(part)) for part in parts]
        wholes = bytearray(4 * len(planes[0]))
        for at, plane in enumerate(planes):
            wholes[at::4] = plane
        return array("I", bytes(wholes))

    def _powers(self, column: int, chosen: Chooser) -> bytes:
        """Twice the exponents of a column, with the sign as the last bit, two bytes each."""
        planes = [bytes(chosen(self._plane(column, plane))) for plane in range(2)]
        powers = bytearray(2 * len(planes[0]))
        powers[::2], powers[1::2] = planes
        other = LIKE.get(REALS[column])
        if other is None or (like := REALS.index(other)) not in self._order:
            return bytes(powers)
        return differing(bytes(powers), self._powers(like, chosen))

    def _plane(self, column: int, plane: int) -> bytes:
        start = self._starts[column] + plane * self._rows
        return self._body[start : start + self._rows]


def differing(one: bytes, other: bytes) -> bytes:
    """Where two rows of bytes of one length differ, bit by bit; with one of them, this gives the other again."""
    return (int.from_bytes(one, "little") ^ int.from_bytes(other, "little")).to_bytes(len(one), "little")


def _woven(body: bytes, start: int, rows: int, width: int) -> bytes:
    """Numbers of `width` bytes from planes of their bytes, the lowest first."""
    numbers = bytearray(width * rows)
    for plane in range(width):
        numbers[plane::width] = body[start + plane * rows : start + (plane + 1) * rows]
    return bytes(numbers)


def _chooser(places: Sequence[int]) -> Chooser:
    """What takes the values at some places out of a sequence."""
    first, last = places[0], places[-1]
    if last - first + 1 == len(places):
        return itemgetter(slice(first, last + 1))
    return itemgetter(*places)


def _decimals(wholes: Sequence[int], powers: Sequence[int]) -> Numbers:
    divisors = _DIVISORS
    try:
        return [whole / divisors[power] for whole, power in zip(wholes, powers, strict=True)]
    except KeyError:
        return [
            whole / divisors[power] if power in divisors else _decimal(whole, power)
            for whole, power in zip(wholes, powers, strict=True)
        ]


def _decimal(whole: int, power: int) -> float | None:
    """A number whose exponent is too large for one division to give it exactly."""
    if power == UNKNOWN:
        return None
    value = float(f"{whole}e{power >> 1}")
    return -value if power & 1 else value


def _shared(csi: Numbers, bases: Sequence[float | None], times: float, missing: Sequence[int]) -> Numbers:
    """Shares of CSI, each with what is missing in its sixth digit."""
    return [
        None
        if value is None or base is None
        else (_mended(times * value / base, more) if more else float(f"{times * value / base:.5e}"))
        for value, base, more in zip(csi, bases, missing, strict=True)
    ]


def _mended(expected: float, missing: int) -> float:
    """A share with six digits, which is what is expected but for so many units of the sixth."""
    unit = bisect_right(POWERS, abs(expected)) - 1 + FIRST_POWER - DIGITS + 1
    return float(f"{float(f'{expected:.5e}') + (missing - 256 if missing > 127 else missing) * 10.0**unit:.5e}")
