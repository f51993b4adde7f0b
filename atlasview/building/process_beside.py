"""A process that works beside this one, at the other end of a pipe of its own.

What several processes share (a queue, a lock) would be left half written or locked by one that the system ends, and the
build would wait for ever.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from queue import Queue
from threading import Thread


class ProcessLost(Exception):
    """The system ended a process, or has no room for another."""


class Beside:
    """A process that calls `serve` with its end of the pipe, and what else is given; `pipe` is our end.

    The pipe ends with this process, and the other with the pipe, see `inbox`. Raises ProcessLost where the system has
    no room for it.
    """

    def __init__(self, serve: Callable[..., None], *given: object) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self.pipe: Connection = ours
        self._process = context.Process(target=_serve, args=(serve, theirs, *given), daemon=True)
        try:
            self._process.start()
        except OSError as error:
            ours.close()
            raise ProcessLost from error
        finally:
            theirs.close()  # else the pipe would not end with the process

    def end(self) -> None:
        """End the process, whatever it is doing; the pipe stays for those who wait at it."""
        self._process.terminate()
        self._process.join()


def _serve(serve: Callable[..., None], pipe: Connection, *given: object) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    serve(pipe, *given)


def inbox(pipe: Connection, most: int = 0) -> "Queue[bytes]":
    """What comes through the pipe, for the process's side; at most so many messages wait, 0 for all that come.

    The process ends with the pipe, whatever it is doing: nobody wants its work any more.
    """
    waiting: Queue[bytes] = Queue(most)
    Thread(target=_receive, args=(pipe, waiting), daemon=True).start()
    return waiting


def _receive(pipe: Connection, waiting: "Queue[bytes]") -> None:
    try:
        while True:
            waiting.put(pipe.recv_bytes())
    except (EOFError, OSError):
        os._exit(1)
