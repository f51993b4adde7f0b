"""The records of one record of a file as bare values; a record is made of them when one is asked for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, overload

from atlasview.records.packing import Packed, packing


class Rows(Sequence[Any]):
    """Records of several nouns, kept as packed values (`records.packing`) in the order in which they were said.

    An entry of UniProt says four hundred things. The builder wants the values of each and never the record, which
    takes longer to make than the entry to read.

    groups  noun, owner and packed records; an owner of None means that each record belongs to the one that its first
            field names: it is a thing of its own, such as a term or a paper
    """

    __slots__ = ("groups",)

    def __init__(self, *groups: tuple[type, str | None, list[Packed]]) -> None:
        self.groups = list(groups)

    def add(self, noun: type, owner: str | None, packed: list[Packed]) -> None:
        """Add records of a noun that belong to one owner, or each to itself."""
        if packed:
            self.groups.append((noun, owner, packed))

    def say(self, noun: type, owner: str, records: Iterable[Any]) -> None:
        """Add records that were made, of one noun and owner."""
        self.add(noun, owner, list(map(packing(noun).pack, records)))

    def __iter__(self) -> Iterator[Any]:
        for noun, _owner, packed in self.groups:
            yield from map(packing(noun).unpack, packed)

    def __eq__(self, other: object) -> bool:
        return self.groups == other.groups if isinstance(other, Rows) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # more records may be added

    def __len__(self) -> int:
        return sum(len(packed) for _noun, _owner, packed in self.groups)

    @overload
    def __getitem__(self, index: int) -> Any: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Any]: ...

    def __getitem__(self, index: int | slice) -> Any:
        return list(self)[index]
