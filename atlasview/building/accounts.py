"""Accounts of what was read: every record of every file was kept, rejected, filtered or superseded, with its reason."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeVar

_EXAMPLES = 12
_LAST = {"unmatched": 1, "remark": 2}
RANGE = 1 << 40
"""Beyond the number of any record that is counted by itself, and of any line."""
_BYTES_AT_ONCE = 1 << 12
Row = TypeVar("Row")


class Fate(IntEnum):
    """What became of a record of a file."""

    KEPT = 0
    REJECTED = 1
    FILTERED = 2
    SUPERSEDED = 3


@dataclass(slots=True)
class SourceAccount:
    """Counts of one source while it is read: `read` is all records met, `fates` what became of those not kept.

    reasons     how often there was which reason for a fate
    taken_over  the source is that of an atlas which is added to: what was read of it then is counted there
    earlier     kind, text and number of what that atlas tells of the source
    """

    taken_over: bool = False
    read: int = 0
    fates: Counter[Fate] = field(default_factory=Counter)
    reasons: Counter[tuple[Fate, str]] = field(default_factory=Counter)
    unmatched: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    earlier: list[tuple[str, str, int]] = field(default_factory=list)

    @property
    def kept(self) -> int:
        """Records of which at least one fact is in the atlas."""
        return self.read - sum(self.fates.values())

    def refuse(self, fate: Fate, reason: str, times: int = 1) -> None:
        """Records are not kept."""
        self.fates[fate] += times
        self.reasons[fate, reason] += times

    def why(self) -> list[tuple[str, str, int]]:
        """Fate, reason and number of what was not kept, the most frequent first."""
        said = ((fate.name.lower(), reason, times) for (fate, reason), times in self.reasons.items())
        return sorted(said, key=lambda one: (-one[2], one[:2]))

    def notes(self) -> list[tuple[str, str, int]]:
        """Kind, text and number of all that is told of the source: fates, then what leads nowhere, then remarks."""
        told = Counter({(kind, text): times for kind, text, times in self.earlier})
        for fate, reason, times in self.why():
            told[fate, reason] += times
        for what, times in self.unmatched.most_common():
            told["unmatched", what] += times
        for remark in self.remarks:
            told["remark", remark] = 0
        said = ((kind, text, times) for (kind, text), times in told.items())
        return sorted(said, key=lambda one: (_LAST.get(one[0], 0), -one[2]))

    def unmatch(self, what: str, example: str, times: int = 1) -> None:
        """A fact of a record that leads nowhere; the record itself may have others."""
        self.unmatched[what] += times
        met = self.examples.setdefault(what, [])
        if len(met) < _EXAMPLES and example not in met:
            met.append(example)


class Batches:
    """Every record that was staged, by number: its source and line, and how many of its facts are still in.

    Fourteen bytes a record. Records of one fact each, of which a file may have twelve million, take a bit each where
    one of them falls away: their numbers are made of their lines; the few of them that have more facts are told. Rows
    that were staged together are one batch; `runs` says how many rows they are, each with one fact.
    `ranks` are those of the sources where an atlas is added to, whose facts were staged before those of any file.
    """

    def __init__(self) -> None:
        self._source = array("H")
        self._line = array("Q")
        self._facts = array("i")
        self.runs: dict[int, int] = {}
        self.ranks: Sequence[int] = ()
        self._ranges: list[tuple[int, bytearray]] = []
        self._more: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._facts)

    def add(self, source: int, line: int, facts: int) -> int:
        """Number of a new batch."""
        self._source.append(source)
        self._line.append(line)
        self._facts.append(facts)
        return len(self._facts) - 1

    def range(self, source: int) -> int:
        """Number that the lines of a file count from, where each record has one fact."""
        self._ranges.append((source, bytearray()))
        return len(self._ranges) * RANGE

    def expect(self, batch: int, more: int) -> None:
        """A record of a range has so many facts besides the one."""
        self._more[batch] = more

    def join(self, batch: int, facts: int) -> None:
        """A batch has more facts."""
        self._facts[batch] += facts

    def source(self, batch: int) -> int:
        """Number of the source of a batch."""
        return self._source[batch] if batch < RANGE else self._ranges[batch // RANGE - 1][0]

    def line(self, batch: int) -> int:
        """Line where the record of a batch begins."""
        return self._line[batch] if batch < RANGE else batch % RANGE

    def in_turn(self, rows: Iterable[Row], batch: Callable[[Row], int]) -> Iterable[Row]:
        """Rows of one owner as files of one build are read: what an atlas held among them, by the rank of its source.

        batch  gives the number of the batch of a row
        """
        if not self.ranks:
            return rows
        return sorted(rows, key=lambda row: self.ranks[self.source(batch(row))])

    def has_facts(self, batch: int) -> bool:
        """Whether facts of a batch are still in."""
        return self._facts[batch] > 0

    def lose(self, batch: int, facts: int = 1) -> bool:
        """Facts of a batch fall away; whether none is left now."""
        if batch < RANGE:
            self._facts[batch] -= facts
            return self._facts[batch] == 0
        if left := self._more.get(batch):
            self._more[batch] = left - facts
            return False
        gone, (at, bit) = self._ranges[batch // RANGE - 1][1], divmod(batch % RANGE, 8)
        if at >= len(gone):
            gone.extend(bytes(at + _BYTES_AT_ONCE - len(gone)))
        if gone[at] >> bit & 1:
            return False
        gone[at] |= 1 << bit
        return True

    def end(self, batches: Iterable[int]) -> None:
        """Take batches out of the account of facts: they were counted as superseded."""
        for batch in batches:
            self._facts[batch] = -1
