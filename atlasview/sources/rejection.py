"""What a reader could not take or was told to leave, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that was not read: file, line (from 1), the reason in a few words, and what it was found on.

    reason  the same words for all records of the same fault, so that a report can count them
    detail  what is particular to this record: the value, the identifier; empty where the reason says it all
    """

    file: str
    line: int
    reason: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.file} line {self.line}: {self.reason}" + (f" ({self.detail})" if self.detail else "")


@dataclass(frozen=True, slots=True)
class Filtered:
    """A sound record that is not wanted, another organism's say; `reason` in words that a report can count.

    key, version  as in `Taken`, where it says that what an earlier release held under this key is no more
    """

    line: int
    reason: str
    key: str = ""
    version: tuple[int | str, ...] = ()
