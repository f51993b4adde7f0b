"""A process that works beside this one, at the other end of a pipe of its own.

What several processes share (a queue, a lock) would be left half written or locked by one that the system ends, and the
build would wait for ever.
"""

import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from queue import Queue, SimpleQueue
from threading import Condition, Thread


class ProcessLost(Exception):
    """The system ended a process, or has no room for another."""


class Beside:
    """A process that calls `serve` with its end of the pipe, and what else is given; `pipe` is our end.

    The pipe ends with this process, and the other with the pipe, see `Inbox`. Raises ProcessLost where the system has
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


class Inbox:
    """What comes through the pipe, for the process's side; about so many bytes may wait, 0 for all that come.

    The process ends with the pipe, whatever it is doing: nobody wants its work any more.
    """

    def __init__(self, pipe: Connection, most: int = 0) -> None:
        self._pipe, self._most = pipe, most
        self._messages: SimpleQueue[bytes] = SimpleQueue()
        self._bytes = 0
        self._room = Condition()
        Thread(target=self._receive, daemon=True).start()

    def get(self) -> bytes:
        """The next message, waited for."""
        message = self._messages.get()
        with self._room:
            self._bytes -= len(message)
            self._room.notify()
        return message

    def _receive(self) -> None:
        try:
            while True:
                self._put(self._pipe.recv_bytes())
        except (EOFError, OSError):
            os._exit(1)

    def _put(self, message: bytes) -> None:
        with self._room:
            self._room.wait_for(lambda: not self._most or self._bytes < self._most)
            self._bytes += len(message)
        self._messages.put(message)


class Outbox:
    """What leaves through the pipe, from the process's side, while it goes on; at most so many answers wait, 0 for all.

    The process ends with the pipe. Without an outbox two that send to each other would wait for each other.
    """

    def __init__(self, pipe: Connection, most: int = 0) -> None:
        self._pipe = pipe
        self._answers: Queue[bytes] = Queue(most)
        Thread(target=self._send, daemon=True).start()

    def put(self, answer: object) -> None:
        """Have an answer sent, as soon as there is room for it. Raises what pickling it does."""
        self._answers.put(pickle.dumps(answer))

    def _send(self) -> None:
        try:
            while True:
                self._pipe.send_bytes(self._answers.get())
        except OSError:
            os._exit(1)
