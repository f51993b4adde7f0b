"""Processes that read along, each with a pipe of its own: where the system ends one, whoever waits for it is told."""

import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, TypeVar

from atlasview.building.process_beside import Beside, Inbox, Outbox, ProcessLost

_Answer = TypeVar("_Answer")
_AHEAD = 8
"""Items of a stream that may wait in its process, besides those that are in the pipe."""


class _Reader(Beside):
    """A process that answers one call after the other, with an answer or with a stream of them that None ends."""

    def call(self, streams: bool, function: Callable[..., Any], arguments: tuple[object, ...]) -> None:
        """Have a function called; that the process was lost is told to whoever wants the answer."""
        with suppress(OSError):
            self.pipe.send((streams, function, arguments))

    def answer(self) -> Any:
        """What the function gives, or gives next. Raises ProcessLost, and what the function raises."""
        try:
            answer = self.pipe.recv()
        except (EOFError, OSError) as error:
            raise ProcessLost from error
        if isinstance(answer, Exception):
            raise answer
        return answer


class ReadingProcesses:
    """So many processes, started at once, and as many threads that wait for their answers.

    Raises ProcessLost where the system has no room for them.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self._readers: list[_Reader] = []
        self._idle: SimpleQueue[_Reader] = SimpleQueue()
        self._threads = ThreadPoolExecutor(number, "reading")
        try:
            for _ in range(number):
                self._readers.append(_Reader(_serve))
                self._idle.put(self._readers[-1])
        except ProcessLost:
            self.close()
            raise

    def submit(self, function: Callable[..., _Answer], *arguments: object) -> Future[_Answer]:
        """Call a function of a module in the first process that is free; the answer is the future's result."""
        return self._threads.submit(self._ask, function, arguments)

    def stream(self, function: Callable[..., Iterator[_Answer]], *arguments: object) -> Iterator[_Answer]:
        """What a function of a module gives one by one in the first process that is free, which goes ahead at once.

        The process is held until the end is read, so no more streams may be open than there are processes. Raises
        ProcessLost, and what the function raises, behind what came before.
        """
        reader = self._idle.get()
        reader.call(True, function, arguments)
        return self._rest(reader)

    def close(self) -> None:
        """End all of them, whatever they are doing; what was not answered never will be."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for reader in self._readers:
            reader.end()
        self._threads.shutdown()
        for reader in self._readers:
            reader.pipe.close()

    def _ask(self, function: Callable[..., Any], arguments: tuple[object, ...]) -> Any:
        reader = self._idle.get()
        try:
            reader.call(False, function, arguments)
            return reader.answer()
        finally:
            self._idle.put(reader)

    def _rest(self, reader: _Reader) -> Iterator[Any]:
        try:
            while (answer := reader.answer()) is not None:
                yield answer
        except Exception:
            self._idle.put(reader)
            raise
        self._idle.put(reader)


def _serve(pipe: Connection) -> None:
    """The process's side: answers what it is asked, and goes ahead while the answers before are sent."""
    asked = Inbox(pipe)
    answers = Outbox(pipe, _AHEAD)
    while True:
        streams, function, arguments = pickle.loads(asked.get())
        try:
            if streams:
                for answer in function(*arguments):
                    answers.put(answer)
                answers.put(None)
            else:
                answers.put(function(*arguments))
        except Exception as error:  # noqa: BLE001 -- raised again where it was asked
            answers.put(error)
