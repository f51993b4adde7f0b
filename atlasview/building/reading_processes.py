"""Processes that read along, each with a pipe of its own: where the system ends one, whoever waits for it is told."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, TypeVar

from atlasview.building.process_beside import Beside, ProcessLost

_Answer = TypeVar("_Answer")


class _Reader(Beside):
    """A process that answers one call after the other."""

    def ask(self, function: Callable[..., _Answer], arguments: tuple[object, ...]) -> _Answer:
        """What the function gives in the process. Raises ProcessLost, and what the function raises."""
        try:
            self.pipe.send((function, arguments))
            answer = self.pipe.recv()
        except (EOFError, OSError) as error:
            raise ProcessLost from error
        if isinstance(answer, Exception):
            raise answer
        return answer  # type: ignore[no-any-return]


class ReadingProcesses:
    """So many processes, started at once, and as many threads that wait for their answers.

    Raises ProcessLost where the system has no room for them.
    """

    def __init__(self, number: int) -> None:
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

    def close(self) -> None:
        """End all of them, whatever they are doing; what was not answered never will be."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for reader in self._readers:
            reader.end()
        self._threads.shutdown()
        for reader in self._readers:
            reader.pipe.close()

    def _ask(self, function: Callable[..., _Answer], arguments: tuple[object, ...]) -> _Answer:
        reader = self._idle.get()
        try:
            return reader.ask(function, arguments)
        finally:
            self._idle.put(reader)


def _serve(pipe: Connection) -> None:
    """The process's side: answers until the pipe ends, which it does with the process that started this one."""
    with suppress(EOFError, OSError):
        while True:
            function, arguments = pipe.recv()
            pipe.send(_answer(function, arguments))


def _answer(function: Callable[..., Any], arguments: tuple[object, ...]) -> Any:
    try:
        return function(*arguments)
    except Exception as error:  # noqa: BLE001 -- raised again where it was asked
        return error
