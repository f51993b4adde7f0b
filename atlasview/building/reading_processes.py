"""Processes that read along, each with a pipe of its own: where the system ends one, whoever waits for it is told.

What several processes share (a queue, a lock) would be left half written or locked by the one that is ended, and the
build would wait for ever.
"""

import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, NamedTuple, TypeVar

_Answer = TypeVar("_Answer")


class ProcessLost(Exception):
    """The system ended a process, or has no room for another."""


class _Reader(NamedTuple):
    """A process and our end of its pipe."""

    process: multiprocessing.process.BaseProcess
    pipe: Connection

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
                self._start_one()
        except OSError as error:
            self.close()
            raise ProcessLost from error

    def submit(self, function: Callable[..., _Answer], *arguments: object) -> Future[_Answer]:
        """Call a function of a module in the first process that is free; the answer is the future's result."""
        return self._threads.submit(self._ask, function, arguments)

    def close(self) -> None:
        """End all of them, whatever they are doing; what was not answered never will be."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for reader in self._readers:
            reader.process.terminate()
            reader.process.join()
        self._threads.shutdown()
        for reader in self._readers:
            reader.pipe.close()

    def _start_one(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), daemon=True)
        try:
            process.start()
        except OSError:
            ours.close()
            raise
        finally:
            theirs.close()  # else the pipe would not end with the process
        self._readers.append(_Reader(process, ours))
        self._idle.put(self._readers[-1])

    def _ask(self, function: Callable[..., _Answer], arguments: tuple[object, ...]) -> _Answer:
        reader = self._idle.get()
        try:
            return reader.ask(function, arguments)
        finally:
            self._idle.put(reader)


def _serve(pipe: Connection) -> None:
    """The process's side: answers until the pipe ends, which it does with the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    with suppress(EOFError, OSError):
        while True:
            function, arguments = pipe.recv()
            pipe.send(_answer(function, arguments))


def _answer(function: Callable[..., Any], arguments: tuple[object, ...]) -> Any:
    try:
        return function(*arguments)
    except Exception as error:  # noqa: BLE001 -- raised again where it was asked
        return error
