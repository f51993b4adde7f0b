"""Reads a file into the intake, record by record: with several processes, which read ahead, where there are some."""

import marshal
import os
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing
from dataclasses import replace
from typing import Self

from atlasview.building.batches import Batch, batches
from atlasview.building.blocks import Block
from atlasview.building.intake import Intake
from atlasview.building.outcomes import Packed, outcome_of, outcomes_of, packed, plain
from atlasview.building.parcels import Parcel
from atlasview.building.plan import Step
from atlasview.building.reading_processes import ReadingProcesses
from atlasview.building.uncollected import uncollected
from atlasview.building.watch import Watch
from atlasview.building.whole_files import WholeFiles
from atlasview.sources.format import Format
from atlasview.sources.formats import format_of
from atlasview.sources.licences_stated import with_licence
from atlasview.sources.links import Links
from atlasview.sources.opened import SourceFile

_WORTH_PROCESSES = 3 << 20
"""Bytes on the disk of a file from which reading it in chunks pays."""
_WORTH_READING_AHEAD = 3 << 19
"""Bytes on the disk of all files from which starting processes pays."""
_MOST_PROCESSES = 4


def jobs_of(wished: int | None) -> int:
    """How many processes work on a build, as many as pay where nobody said."""
    return wished or min(_MOST_PROCESSES, os.cpu_count() or 1)


class Readers:
    """The processes that read along, started when there is work for them. Used as a context manager."""

    def __init__(self, jobs: int | None = None) -> None:
        self.jobs = jobs_of(jobs)
        self._processes: ReadingProcesses | None = None
        self._whole: WholeFiles | None = None

    def expect(self, steps: Sequence[Step], sizes: Sequence[int], taxon: int | None) -> None:
        """Say which files will be read, in this order, and their sizes: processes may go ahead with those to come."""
        if self.jobs > 1 and sum(sizes) >= _WORTH_READING_AHEAD:
            whole = (not self._in_chunks(step.input.format, size) for step, size in zip(steps, sizes, strict=True))
            self._whole = WholeFiles(zip(steps, whole, strict=True), taxon)

    def batches(self, step: Step, taxon: int | None) -> Generator[Batch, None, None]:
        """What a file holds, in its order, however many processes read it.

        Raises InputRefused where the file as a whole is not what it was taken for, ProcessLost where the system ends
        a process, as it does when memory runs out, or has no room for it.
        """
        beside = self._whole.batches(step, self._started()) if self._whole is not None else None
        if beside is not None:
            yield from beside
            return
        given = step.input
        with SourceFile(given.path, given.member, step.key, taxon, given.assembly) as file:
            in_chunks = self._in_chunks(given.format, file.size)
            yield from batches(file, self._chunks(given.format, file) if in_chunks else outcomes_of(given.format, file))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._processes is not None:
            self._processes.close()

    def _started(self) -> ReadingProcesses:
        """The processes; they end when the one that started them does."""
        if self._processes is None:
            self._processes = ReadingProcesses(self.jobs)
        return self._processes

    def _in_chunks(self, known: Format, size: int) -> bool:
        return known.chunks is not None and self.jobs > 1 and size >= _WORTH_PROCESSES

    def _chunks(self, known: Format, file: SourceFile) -> Iterator[Packed | Links | Block]:
        assert known.chunks is not None
        waiting: deque[Future[bytes]] = deque()
        processes = self._started()
        for line, text in known.chunks(file):
            waiting.append(processes.submit(_read_chunk, known.key, line, text, file.name, file.source, file.taxon))
            if len(waiting) > self.jobs + 1:
                yield from map(outcome_of, marshal.loads(waiting.popleft().result()))
        while waiting:
            yield from map(outcome_of, marshal.loads(waiting.popleft().result()))


def read_step(step: Step, intake: Intake, number: int, taxon: int | None, readers: Readers, watch: Watch) -> None:
    """Read the file of a step as source `number` of the intake. `watch` is told the share of this file, 0 to 1.

    Raises Stopped where `watch` says so, and what `Readers.batches` does.
    """
    with closing(readers.batches(step, taxon)) as read:
        for batch in read:
            for outcome in batch.outcomes:
                if isinstance(outcome, Parcel):
                    intake.take(number, outcome)
                    watch.records += outcome.rows
                elif isinstance(outcome, Links):
                    intake.link(number, outcome)
                    watch.records += outcome.read
                elif isinstance(outcome, Block):
                    intake.take_block(number, outcome)
                    watch.records += outcome.read
                else:
                    intake.reject(number, outcome)
                    watch.records += 1
            watch.tell(f"reading {step.input.name}", batch.done)
    said = batch.said
    intake.accounts[number].remarks += said.remarks
    source = with_licence(intake.sources[number], said.licence)
    intake.sources[number] = replace(source, release=said.release or source.release, date=said.date or source.date)


def _read_chunk(key: str, line: int, text: str, name: str, source: str, taxon: int | None) -> bytes:
    known = format_of(key)
    assert known is not None and known.read_chunk is not None
    with uncollected():
        outcomes = known.read_chunk(line, text, name, source, taxon)
        return marshal.dumps([plain(packed(outcome, name)) for outcome in outcomes])
