"""The file of a large atlas, written by a process beside this one while this one ties the next facts together.

Rows go there in batches; an answer is waited for only where rows are read, and at the end.
"""

import marshal
from collections.abc import Iterator
from itertools import count, islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from atlasview.atlas.new_file import AtlasFile, Row
from atlasview.building.process_beside import Beside, Inbox, Outbox, ProcessLost
from atlasview.building.uncollected import uncollected
from atlasview.closing import Closing

_AHEAD = 32 << 20
"""Bytes of rows that wait in the process while it sorts a table for seconds."""
_ROWS_AT_ONCE = 5_000
"""Rows that are read together."""
_RUN, _INSERT, _READ, _FINISH = range(4)
"""What a message asks for."""


class FileBeside(Closing):
    """A new file that another process writes, see `atlas.new_file.NewFile`.

    Every method raises OSError where the disk is full or fails, with the next call after it did, and ProcessLost where
    the system ended the process or has no room for it.

    ahead  bytes of rows that may wait in the process
    """

    def __init__(self, path: Path, ahead: int = _AHEAD) -> None:
        self._process = Beside(_serve, str(path), ahead)
        self._pipe = self._process.pipe
        self._numbers = count(1)
        self._answers: dict[int, Any] = {}

    def run(self, statement: str) -> None:
        """Have a statement run that gives no rows."""
        self._ask(_RUN, statement)

    def insert(self, into: str, width: int, values: list[Any]) -> None:
        """Have rows appended."""
        self._ask(_INSERT, into, width, values)

    def read(self, statement: str) -> Iterator[Row]:
        """Rows of a statement, one after the other; the next are asked for while those before are looked at."""
        number = next(self._numbers)
        self._ask(_READ, number, statement)
        while rows := self._answer(number):
            self._ask(_READ, number, "")
            yield from rows

    def finish(self) -> tuple[str, int]:
        """Have the file sealed; gives the seal and the size in bytes."""
        number = next(self._numbers)
        self._ask(_FINISH, number)
        seal, size = self._answer(number)
        return seal, size

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._process.end()
        self._pipe.close()

    def _ask(self, kind: int, *given: Any) -> None:
        message = marshal.dumps((kind, *given))
        while self._told():
            self._take()
        try:
            self._pipe.send_bytes(message)
        except OSError as error:
            if self._told():
                self._take()  # what ended the process
            raise ProcessLost from error

    def _answer(self, number: int) -> Any:
        while number not in self._answers:
            self._take()
        return self._answers.pop(number)

    def _told(self) -> bool:
        try:
            return self._pipe.poll()
        except OSError as error:
            raise ProcessLost from error

    def _take(self) -> None:
        """Keep the next answer; what went wrong in the process is raised here."""
        try:
            number, answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise ProcessLost from error
        if isinstance(answer, Exception):
            raise answer
        self._answers[number] = answer


def _serve(pipe: Connection, path: str, ahead: int) -> None:
    """The process's side: statements as they come, until one fails or the file is finished."""
    waiting, answers = Inbox(pipe, ahead), Outbox(pipe)
    try:
        with uncollected(), AtlasFile(Path(path)) as file:
            _write(file, waiting, answers)
    except Exception as error:  # noqa: BLE001 -- raised again where the statement came from
        answers.put((0, error))
    while True:  # those who sent more meanwhile read why it was not run
        waiting.get()


def _write(file: AtlasFile, waiting: Inbox, answers: Outbox) -> None:
    reads: dict[int, Iterator[Row]] = {}
    while True:
        kind, *given = marshal.loads(waiting.get())
        if kind == _RUN:
            file.run(*given)
        elif kind == _INSERT:
            file.insert(*given)
        elif kind == _READ:
            number, statement = given
            rows = reads.setdefault(number, file.read(statement)) if statement else reads[number]
            answers.put((number, list(islice(rows, _ROWS_AT_ONCE))))
        else:
            answers.put((*given, file.finish()))
            return
