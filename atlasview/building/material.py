"""What an atlas is built from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, runtime_checkable

Noun = TypeVar("Noun")


def _by_position(noun: type, index: int) -> str:
    return f"{noun.__name__} {index + 1}"


@dataclass(frozen=True, slots=True)
class Material:
    """Records by their type, and what the manifest says.

    built    date of the facts, ISO 8601; not the clock's, so that the same facts give the same file
    where    names the origin of the record of a type at an index, for messages (`features.tsv line 12`)
    inputs   fingerprint of what the records were read from, empty where nobody asks whether they changed
    """

    name: str
    version: str
    assembly: str
    built: str
    records: Mapping[type, Sequence[Any]]
    where: Callable[[type, int], str] = _by_position
    inputs: str = ""

    def of(self, noun: type[Noun]) -> Sequence[Noun]:
        """Records of a type; none is an empty sequence."""
        return self.records.get(noun, ())

    def among(self, noun: type[Noun], ids: set[str]) -> Iterable[Noun]:
        """Records of these ids."""
        records: Any = self.of(noun)
        if isinstance(records, ManyRecords):
            return records.among(ids)
        return [record for record in records if record.id in ids]

    def owned_by(self, noun: type[Noun], field: str, owner: str) -> list[Noun]:
        """Records of one subject."""
        records = self.of(noun)
        if isinstance(records, AskedByOwner):
            return records.owned_by(owner)
        return [record for record in records if getattr(record, field) == owner]


@runtime_checkable
class AskedByOwner(Protocol):
    """Records that can be asked for by their owner."""

    def owned_by(self, owner: str) -> list[Any]:
        """Records of one subject."""


@runtime_checkable
class ManyRecords(Protocol):
    """Records of which a few can be had without the others."""

    def among(self, chosen: Iterable[str]) -> list[Any]:
        """Records of these ids."""
