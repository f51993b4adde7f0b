"""Reads a file into the intake, record by record; large ones with several processes."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from typing import Self

from atlasview.building.intake import Intake
from atlasview.building.parcels import Parcel, UnfitOwner, parcel_of
from atlasview.building.plan import Step
from atlasview.building.process_beside import ProcessLost
from atlasview.building.reading_processes import ReadingProcesses
from atlasview.building.uncollected import uncollected
from atlasview.building.watch import Watch
from atlasview.sources.format import Format
from atlasview.sources.formats import format_of
from atlasview.sources.links import Links
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Outcome, Taken

_ROWS_BETWEEN_LOOKS = 500
_WORTH_PROCESSES = 3 << 20
"""Bytes on the disk from which starting processes pays."""
_MOST_PROCESSES = 4

Packed = Parcel | Rejected | Filtered


class Readers:
    """The processes that read along, started when the first large file is met. Used as a context manager."""

    def __init__(self, jobs: int | None = None) -> None:
        self.jobs = jobs or min(_MOST_PROCESSES, os.cpu_count() or 1)
        self._processes: ReadingProcesses | None = None

    def processes(self) -> ReadingProcesses:
        """The processes; they end when the one that started them does. Raises ProcessLost."""
        if self._processes is None:
            self._processes = ReadingProcesses(self.jobs)
        return self._processes

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._processes is not None:
            self._processes.close()


def read_step(step: Step, intake: Intake, number: int, taxon: int | None, readers: Readers, watch: Watch) -> None:
    """Read the file of a step as source `number` of the intake. `watch` is told the share of this file, 0 to 1.

    Raises InputRefused where the file as a whole is not what it was taken for, Stopped where `watch` says so.
    """
    given = step.input
    with SourceFile(given.path, given.member, step.key, taxon, given.assembly) as file:
        for at, outcome in enumerate(_outcomes(given.format, file, readers)):
            if isinstance(outcome, Parcel):
                intake.take(number, outcome)
                watch.records += outcome.rows
            elif isinstance(outcome, Links):
                intake.link(number, outcome)
                watch.records += outcome.read
            else:
                intake.reject(number, outcome)
                watch.records += 1
            if at % _ROWS_BETWEEN_LOOKS == 0 or isinstance(outcome, Links):
                watch.tell(f"reading {file.name}", file.position / max(1, file.size))
        intake.accounts[number].remarks += file.remarks
        source = intake.sources[number]
        intake.sources[number] = replace(
            source,
            release=file.release or source.release,
            date=file.date or source.date,
            licence=file.licence or source.licence,
        )


def _outcomes(known: Format, file: SourceFile, readers: Readers) -> Iterator[Packed | Links]:
    if known.links is not None:
        return known.links(file)
    if known.chunks is None or readers.jobs < 2 or file.size < _WORTH_PROCESSES:
        name = file.name
        return (packed(outcome, name) for outcome in known.read(file))
    return _by_processes(known, file, readers)


def packed(outcome: Outcome, name: str) -> Packed:
    """What was taken as a parcel; a record that an atlas cannot hold is rejected."""
    if not isinstance(outcome, Taken):
        return outcome
    try:
        return parcel_of(outcome)
    except UnfitOwner as error:
        return Rejected(name, outcome.line, *error.args)
    except ValueError as error:
        return Rejected(name, outcome.line, "a list holds the sign that separates lists", str(error)[:200])


def _by_processes(known: Format, file: SourceFile, readers: Readers) -> Iterator[Packed]:
    """Outcomes in the order of the file, however many processes work.

    Raises InputRefused where the system ends one of them, as it does when memory runs out, or has no room for it.
    """
    waiting: deque[Future[list[Packed]]] = deque()
    assert known.chunks is not None
    try:
        processes = readers.processes()
        for line, text in known.chunks(file):
            waiting.append(processes.submit(_read_chunk, known.key, line, text, file.name, file.source, file.taxon))
            if len(waiting) > readers.jobs + 1:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except ProcessLost as error:
        remedy = "close other programs, or read with one process (--jobs 1)"
        raise file.refused("a process that was reading it was ended by the system", remedy=remedy) from error


def _read_chunk(key: str, line: int, text: str, name: str, source: str, taxon: int | None) -> list[Packed]:
    known = format_of(key)
    assert known is not None and known.read_chunk is not None
    with uncollected():
        outcomes: Iterable[Outcome] = known.read_chunk(line, text, name, source, taxon)
        return [packed(outcome, name) for outcome in outcomes]
