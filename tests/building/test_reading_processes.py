"""Processes that read along: answers in order, mistakes as they were raised, an end that leaves nobody waiting."""

import gc
import os
import signal
import struct
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest

from atlasview.building.process_beside import ProcessLost
from atlasview.building.reading_processes import ReadingProcesses
from atlasview.records.trouble import InputRefused

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX systems do")


@pytest.fixture
def processes() -> Iterator[ReadingProcesses]:
    made = ReadingProcesses(2)
    yield made
    made.close()


def refuse(path: str) -> None:
    raise InputRefused("it is empty", path, "fetch it again")


def end_amid_an_answer() -> None:
    """What a process leaves that is ended while it writes: the length of an answer, and a part of it."""
    (pipe,) = (one for one in gc.get_objects() if isinstance(one, Connection))
    os.write(pipe.fileno(), struct.pack("!i", 1000) + b"part")
    os.kill(os.getpid(), signal.SIGKILL)


def test_each_call_has_its_answer_however_large(processes: ReadingProcesses) -> None:
    answers = [processes.submit(str.ljust, str(at), 3 << 20) for at in range(9)]
    assert [(len(one), one.rstrip()) for one in (each.result() for each in answers)] == [
        (3 << 20, str(at)) for at in range(9)
    ]


def test_what_is_raised_there_is_raised_here_and_the_process_goes_on(processes: ReadingProcesses) -> None:
    with pytest.raises(InputRefused) as refused:
        processes.submit(refuse, "a.txt").result()
    assert (refused.value.where, refused.value.remedy) == ("a.txt", "fetch it again")
    with pytest.raises(ZeroDivisionError):
        processes.submit(divmod, 1, 0).result()
    assert processes.submit(divmod, 7, 2).result() == (3, 1)


def test_an_answer_that_breaks_off_leaves_nobody_waiting(processes: ReadingProcesses) -> None:
    with pytest.raises(ProcessLost):
        processes.submit(end_amid_an_answer).result()


def test_closing_does_not_wait_for_what_is_being_done() -> None:
    processes = ReadingProcesses(2)
    asked = [processes.submit(signal.pause) for _ in range(5)]
    processes.close()
    assert all(one.cancelled() or isinstance(one.exception(), ProcessLost) for one in asked)
