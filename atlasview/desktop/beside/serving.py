"""The process's side: takes orders until the pipe ends, which it does with the window."""

import os
import queue
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from atlasview.desktop.beside.messages import Left, Mistake, Refused, Stop
from atlasview.home.log import frames
from atlasview.records.trouble import Stopped, Trouble

_GRACE = 8.0
"""Seconds to tidy up in after the window has gone."""

Say = Callable[[object], None]
Obey = Callable[[Any, Say, threading.Event], None]
"""Does what an order wants: the order, where answers go, and the event that says to stop."""


def serve(orders: Connection, answers: Connection, obey: Obey, hello: tuple[object, ...] = (), nicer: int = 5) -> None:
    """Say hello, and obey one order after the other; trouble, being stopped and our mistakes are answers too.

    `nicer` is how far the process stands back behind the window, as the system counts it (1 to 19).
    """
    with suppress(OSError, AttributeError, ValueError):
        os.nice(nicer)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the window decides, not the terminal that it was started from
    waiting: queue.SimpleQueue[object] = queue.SimpleQueue()
    stop = threading.Event()
    threading.Thread(target=_listen, args=(orders, waiting, stop), daemon=True).start()
    with suppress(BrokenPipeError):  # nobody is there any more
        for answer in hello:
            answers.send(answer)
        while (order := waiting.get()) is not None:
            _carry_out(order, obey, answers.send, stop)


def _listen(orders: Connection, waiting: "queue.SimpleQueue[object]", stop: threading.Event) -> None:
    """Take in orders while others are carried out; a process that does not end by itself after the last is ended."""
    with suppress(EOFError, OSError):
        while True:
            order = orders.recv()
            if isinstance(order, Stop):
                stop.set()
            else:
                stop.clear()
                waiting.put(order)
    stop.set()
    waiting.put(None)
    time.sleep(_GRACE)
    os._exit(1)


def _carry_out(order: object, obey: Obey, say: Say, stop: threading.Event) -> None:
    try:
        obey(order, say, stop)
    except Stopped:
        say(Left())
    except Trouble as trouble:
        say(Refused(trouble.what, trouble.where, trouble.remedy, getattr(trouble, "choice", "")))
    except BrokenPipeError:
        raise
    except MemoryError:
        say(Refused("there is not enough memory for this", "", "close other programs, or take less at once"))
    except Exception as error:  # noqa: BLE001 -- the window tells it as a mistake of ours
        say(Mistake(tuple(frames(error))))
