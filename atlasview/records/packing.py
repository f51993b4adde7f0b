"""Records as plain tuples that `marshal` can write, and back: what is read waits on the disk in this form."""

import marshal
from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, get_type_hints

from atlasview.records.article import Section
from atlasview.records.gene import Location
from atlasview.records.lists import joined_evidence, listed_authors, parted_authors, parted_evidence
from atlasview.records.protein import Evidence
from atlasview.records.publication import Authors
from atlasview.records.quick import quick
from atlasview.records.transcript import Exon

Packed = tuple[Any, ...]
Change = Callable[[Any], Any]


def _plain(kind: type) -> Change:
    return attrgetter(*(field.name for field in fields(kind)))


_LOCATION, _EXON, _SECTION = _plain(Location), _plain(Exon), _plain(Section)
_IN: dict[Any, Change] = {
    Authors: listed_authors,
    tuple[Evidence, ...]: joined_evidence,
    Location: _LOCATION,
    tuple[Exon, ...]: lambda exons: tuple(map(_EXON, exons)),
    tuple[Section, ...]: lambda sections: tuple(map(_SECTION, sections)),
}
_OUT: dict[Any, Change] = {
    Authors: parted_authors,
    tuple[Evidence, ...]: parted_evidence,
    Location: lambda values: Location(*values),
    tuple[Exon, ...]: lambda exons: tuple(Exon(*exon) for exon in exons),
    tuple[Section, ...]: lambda sections: tuple(Section(*section) for section in sections),
}


class Packing:
    """Packs and unpacks the records of one type. A packed record has its fields in their order.

    Evidence is packed as the text that a cell of the atlas holds, the authors of a paper as one text where they can be;
    other nested records as tuples.
    """

    def __init__(self, noun: type) -> None:
        self.noun = noun
        self.fields = tuple(field.name for field in fields(noun))
        hints = get_type_hints(noun, include_extras=True)
        self._get = attrgetter(*self.fields)
        self._make = quick(noun)
        self._nested = [(at, hints[name]) for at, name in enumerate(self.fields) if hints[name] in _IN]

    def pack(self, record: Any) -> Packed:
        """Values of the record. Raises ValueError where an item of a list holds the sign that separates lists."""
        values: Packed = self._get(record)
        for at, hint in self._nested:
            values = (*values[:at], _IN[hint](values[at]), *values[at + 1 :])
        return values

    def unpack(self, values: Packed) -> Any:
        """The record of the values."""
        for at, hint in self._nested:
            values = (*values[:at], _OUT[hint](values[at]), *values[at + 1 :])
        return self._make(*values)

    def at(self, field: str) -> int:
        """Place of a field in a packed record."""
        return self.fields.index(field)


@cache
def packing(noun: type) -> Packing:
    """The packing of a type."""
    return Packing(noun)


def payload(packed: Iterable[Packed]) -> bytes:
    """Packed records as bytes."""
    return marshal.dumps(list(packed))


def parted_payload(packed: Iterable[Packed]) -> bytes:
    """Packed records as bytes, each by itself: the same values give the same bytes, whoever holds them."""
    return marshal.dumps([marshal.dumps([values], 0) for values in packed])


def payloads_of(content: bytes) -> list[bytes]:
    """Payloads of one record each, of bytes that `parted_payload` made."""
    payloads: list[bytes] = marshal.loads(content)
    return payloads


def lined_payload(packed: list[Packed], lines: list[int]) -> bytes:
    """Packed records of several lines as bytes, with the line of each."""
    return marshal.dumps((packed, lines))


def packed_of(content: bytes) -> list[Packed]:
    """The packed records of bytes that `payload` or `lined_payload` made; never of bytes from elsewhere."""
    held = marshal.loads(content)
    records: list[Packed] = held if type(held) is list else held[0]
    return records


def lined_of(content: bytes) -> tuple[list[Packed], list[int]]:
    """Records and lines of bytes that `lined_payload` made."""
    held: tuple[list[Packed], list[int]] = marshal.loads(content)
    return held
