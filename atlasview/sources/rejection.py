"""What a reader could not take, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that was not read: file, line (from 1) and the reason in a few words."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file} line {self.line}: {self.reason}"
