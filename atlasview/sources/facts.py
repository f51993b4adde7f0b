"""Rows that say one fact each: files of them have hundreds of thousands, so that a row is no more than its values."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from atlasview.records.packing import Packed, packing
from atlasview.records.variant import Sighting, Variant
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome, Taken

Row = tuple[int, Packed] | Outcome
"""Line and fact, packed, whose owner stands first in it; what else became of a row.

A sighting is its variant with the sample behind it. A row that says more than one thing is `Taken`, with `Rows`: facts
of the noun, and shared things.
"""
_FIELDS = len(packing(Variant).fields)


@dataclass(frozen=True, slots=True)
class Facts:
    """How the rows of a format are read: the noun of their facts, and the rows of a file in its order."""

    noun: type
    rows: Callable[[SourceFile], Iterator[Row]]


def singly(noun: type, rows: Iterable[Row]) -> Iterator[Outcome]:
    """The outcome of each row, with its record."""
    unpack = packing(noun).unpack
    for row in rows:
        if type(row) is tuple:
            line, fact = row
            yield Taken(line, [_sighting(fact) if noun is Variant and len(fact) > _FIELDS else unpack(fact)])
        else:
            yield row  # type: ignore[misc]  # no tuple


def _sighting(fact: Packed) -> Any:
    return Sighting(packing(Variant).unpack(fact[:_FIELDS]), fact[_FIELDS])
