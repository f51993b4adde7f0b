"""Files that processes read whole, file beside file: what they hold comes in batches, ahead of the one who takes it."""

import marshal
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from typing import Any

from atlasview.building.batches import Batch, Said, batches
from atlasview.building.outcomes import outcome_of, outcomes_of, plain
from atlasview.building.plan import Step
from atlasview.building.reading_processes import ReadingProcesses
from atlasview.building.uncollected import uncollected
from atlasview.sources.formats import format_of
from atlasview.sources.opened import SourceFile


class WholeFiles:
    """Files in the order in which they will be asked for, with whether each is read whole.

    As many are read at a time as there are processes. None behind a file that is read in chunks is begun before that
    is read: it wants all processes.
    """

    def __init__(self, coming: Iterable[tuple[Step, bool]], taxon: int | None) -> None:
        self._coming = deque(coming)
        self._taxon = taxon
        self._begun: dict[str, Iterator[bytes]] = {}

    def batches(self, step: Step, processes: ReadingProcesses) -> Iterator[Batch] | None:
        """What the next file holds, None where it is read in chunks; those behind it are begun.

        Raises ProcessLost where the system ends the process that reads it, and what reading it raises.
        """
        while len(self._begun) < processes.number and self._coming and self._coming[0][1]:
            self._begin(self._coming.popleft()[0], processes)
        if step.key in self._begun:
            return map(_batch, self._begun.pop(step.key))
        self._coming.popleft()
        return None

    def _begin(self, step: Step, processes: ReadingProcesses) -> None:
        given = step.input
        where = given.path, given.member, step.key, self._taxon, given.assembly
        self._begun[step.key] = processes.stream(_read, given.format.key, *where)


def _read(key: str, *where: Any) -> Iterator[bytes]:
    """The process's side: batches of a file as bytes."""
    known = format_of(key)
    assert known is not None
    with uncollected(), SourceFile(*where) as file:
        for batch in batches(file, outcomes_of(known, file)):
            yield marshal.dumps((batch.done, list(map(plain, batch.outcomes)), astuple(batch.said)))


def _batch(content: bytes) -> Batch:
    done, outcomes, said = marshal.loads(content)
    return Batch(done, map(outcome_of, outcomes), Said(*said))
