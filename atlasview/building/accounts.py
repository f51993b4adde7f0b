"""Accounts of what was read: every record of every file was kept, rejected, filtered or superseded, with its reason."""

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

_EXAMPLES = 12


class Fate(IntEnum):
    """What became of a record of a file."""

    KEPT = 0
    REJECTED = 1
    FILTERED = 2
    SUPERSEDED = 3


@dataclass(slots=True)
class SourceAccount:
    """Counts of one source while it is read: `read` is all records met, `fates` what became of those not kept.

    taken_over  the source is that of an atlas which is added to: what was read of it then is counted there
    """

    taken_over: bool = False
    read: int = 0
    fates: Counter[Fate] = field(default_factory=Counter)
    unmatched: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    @property
    def kept(self) -> int:
        """Records of which at least one fact is in the atlas."""
        return self.read - sum(self.fates.values())

    def unmatch(self, what: str, example: str, times: int = 1) -> None:
        """A fact of a record that leads nowhere; the record itself may have others."""
        self.unmatched[what] += times
        met = self.examples.setdefault(what, [])
        if len(met) < _EXAMPLES and example not in met:
            met.append(example)


class Batches:
    """Every record that was staged, by number: its source and line, and how many of its facts are still in.

    Eleven bytes a record, so that twelve million rows of interactions take no more than 130 MB. Rows that were staged
    together are one of them; `runs` says how many rows they are, each with one fact.
    """

    def __init__(self) -> None:
        self.source = array("H")
        self.line = array("Q")
        self.facts = array("i")
        self.runs: dict[int, int] = {}

    def add(self, source: int, line: int, facts: int) -> int:
        """Number of a new batch."""
        self.source.append(source)
        self.line.append(line)
        self.facts.append(facts)
        return len(self.facts) - 1

    def lose(self, batch: int, facts: int = 1) -> bool:
        """Facts of a batch fall away; whether none is left now."""
        self.facts[batch] -= facts
        return self.facts[batch] == 0

    def end(self, batches: Iterable[int]) -> None:
        """Take batches out of the account of facts: they were counted as superseded."""
        for batch in batches:
            self.facts[batch] = -1
