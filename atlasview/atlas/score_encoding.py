"""Makes blocks of scores; see `score_block`. NumPy is imported only for what is not kept as it was given."""

import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from atlasview.atlas.score_block import (
    ABSENT,
    DECIMAL,
    DIGITS,
    FIRST_POWER,
    GIVEN,
    LIKE,
    POWERS,
    REALS,
    SHARE,
    SHARES,
    UNKNOWN,
    Bases,
)

_LEVEL = 6
_NAN = float("nan")
_SMALL = -290
"""Power of ten below which a number is made larger first: its quotient would be rounded twice."""
_MOST_MISSING = 127

Row = Sequence[float | None]


def encoded(
    genes: Sequence[int], strata: Sequence[int], rows: Sequence[Row], bases: Mapping[int, Bases], exact: bool
) -> bytes:
    """A block of rows that are sorted by gene and stratum; `exact` keeps every number as it was given."""
    columns = _given(rows) if exact else _rounded(rows, strata, bases)
    keys = _planes(array("I", genes).tobytes(), 4) + _planes(array("I", strata).tobytes(), 4)
    packed = _packed(keys, *(column.content for column in columns))
    low = [column.digits for column in columns if column.digits]
    halves = [column.halves for column in columns if column.digits]
    return b"".join(
        (
            len(rows).to_bytes(4, "little"),
            len(packed).to_bytes(4, "little"),
            bytes(column.form for column in columns),
            packed,
            *low,
            *map(_paired, halves[::2], [*halves[1::2], bytes(len(rows))]),
        )
    )


@dataclass(frozen=True, slots=True)
class _Column:
    """How a column stands in a block: what of it is compressed, its lower digits, and its highest ones, four bits."""

    form: int
    content: bytes = b""
    digits: bytes = b""
    halves: bytes = b""


def _packed(*parts: bytes) -> bytes:
    """Parts compressed one after the other, each by its own measure."""
    packer = zlib.compressobj(_LEVEL)
    return b"".join(packer.compress(part) + packer.flush(zlib.Z_FULL_FLUSH) for part in parts if part) + packer.flush()


def _planes(numbers: bytes, width: int) -> bytes:
    """Numbers as planes of their bytes, the lowest first: bytes that change little stand together."""
    return b"".join(numbers[plane::width] for plane in range(width))


def _given(rows: Sequence[Row]) -> list[_Column]:
    return [_as_given(column) for column in zip(*rows, strict=True)]


def _as_given(column: Sequence[float | None]) -> _Column:
    if all(value is None for value in column):
        return _Column(ABSENT)
    return _Column(GIVEN, array("d", [_NAN if value is None else value for value in column]).tobytes())


def _rounded(rows: Sequence[Row], strata: Sequence[int], bases: Mapping[int, Bases]) -> list[_Column]:
    import numpy as np

    values = np.array(rows, np.float64).T
    there = [not np.isnan(column).all() for column in values]
    wholes, exponents, near = _digits(values)
    powers = _powers(wholes, exponents, values)
    planes = np.ascontiguousarray(wholes.astype("<u4")).view(np.uint8).reshape(*wholes.shape, 4)
    columns = []
    for at, name in enumerate(REALS):
        if not there[at]:
            columns.append(_Column(ABSENT))
        elif name in SHARES and (share := _share(name, near[0], near[at], [bases[stratum] for stratum in strata])):
            columns.append(_Column(SHARE, share))
        else:
            like = REALS.index(LIKE[name]) if name in LIKE else at
            own = powers[at] ^ powers[like] if like != at and there[like] else powers[at]
            low, middle, high = (planes[at, :, plane].tobytes() for plane in range(3))
            columns.append(_Column(DECIMAL, _planes(own.tobytes(), 2), low + middle, high))
    return columns


def _digits(values: Any) -> tuple[Any, Any, Any]:
    """Whole numbers of six digits, the exponents that belong to them, and the numbers that both are, signed."""
    import numpy as np

    table = _table()
    sizes = np.abs(np.nan_to_num(values))
    powers = _power(sizes)
    small = powers < _SMALL
    scaled, divisors = sizes * np.where(small, 1e40, 1.0), np.where(small, powers + 40, powers)
    wholes = np.rint(scaled / table[np.maximum(divisors - FIRST_POWER, 0)])
    over = wholes >= 10**DIGITS
    nothing = sizes == 0
    wholes = np.where(nothing, 0, np.where(over, wholes / 10, wholes))
    powers = np.where(nothing, 0, np.where(over, powers + 1, powers))
    # One division by a power of ten gives the very number; larger exponents only estimate what a share is.
    divided = wholes / table[np.clip(-powers, 0, 300) - FIRST_POWER]
    near = np.where(powers < 0, divided, wholes * table[np.clip(powers, 0, 300) - FIRST_POWER])
    return wholes.astype(np.uint32), powers, np.where(np.isnan(values), np.nan, np.copysign(near, values))


def _power(sizes: Any) -> Any:
    """Exponent of the last of six digits."""
    return _table().searchsorted(sizes, "right") - 1 + FIRST_POWER - DIGITS + 1


@cache
def _table() -> Any:
    import numpy as np

    return np.array(POWERS)


def _powers(wholes: Any, powers: Any, values: Any) -> Any:
    """Twice the exponents with the sign as the last bit, two bytes each."""
    import numpy as np

    return np.where(np.isnan(values), UNKNOWN, 2 * powers + (np.signbit(values) & (wholes > 0))).astype("<i2")


def _share(name: str, csi: Any, given: Any, bases: Sequence[Bases]) -> bytes | None:
    """What is missing in the sixth digit of what a share is expected to be; None where that does not give it."""
    import numpy as np

    at = tuple(SHARES).index(name)
    with np.errstate(all="ignore"):
        expected = SHARES[name] * csi / np.array([base[at] for base in bases], np.float64)
        known = ~np.isnan(expected)
        if (known == np.isnan(given)).any() or not np.isfinite(expected[known]).all():
            return None
        expected, given = np.nan_to_num(expected), np.nan_to_num(given)
        rounded = _digits(expected)[2]
        unit = _table()[np.maximum(_power(np.abs(expected)) - FIRST_POWER, 0)]
        missing = np.rint((given - rounded) / unit)
        if not (np.abs(missing) <= _MOST_MISSING).all():
            return None
        found = _digits(rounded + missing * unit)[2]
    return bytes(missing.astype(np.int8).tobytes()) if (np.abs(found - given) <= np.abs(given) * 1e-9).all() else None


def _paired(one: bytes, other: bytes) -> bytes:
    """Numbers of four bits, two in a byte."""
    import numpy as np

    return bytes((np.frombuffer(one, np.uint8) | np.frombuffer(other, np.uint8) << 4).tobytes())
