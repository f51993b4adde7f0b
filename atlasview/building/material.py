"""What an atlas is built from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

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
