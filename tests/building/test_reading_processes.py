"""Processes that read along: answers in order, mistakes as they were raised, an end that leaves nobody waiting."""

import gc
import multiprocessing
import os
import signal
import struct
import sys
import threading
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


def counted(number: int, size: int) -> Iterator[bytes]:
    for at in range(number):
        yield str(at).encode().ljust(size)
    if number == 13:
        raise InputRefused("thirteen")


def numbers(items: Iterator[bytes]) -> list[int]:
    return [int(item) for item in items]


def test_streams_are_read_in_any_order_beside_each_other_and_their_processes_are_free_then(
    processes: ReadingProcesses,
) -> None:
    for _ in range(3):
        one, two = processes.stream(counted, 40, 1 << 20), processes.stream(counted, 50, 1 << 10)
        assert (numbers(two), numbers(one)) == (list(range(50)), list(range(40)))
    assert [one.result() for one in [processes.submit(divmod, at, 2) for at in range(5)]] == [
        divmod(at, 2) for at in range(5)
    ]


def test_what_a_stream_raises_stands_behind_what_came_before(processes: ReadingProcesses) -> None:
    for _ in range(3):
        stream = processes.stream(counted, 13, 1)
        assert [int(next(stream)) for _ in range(13)] == list(range(13))
        with pytest.raises(InputRefused, match="thirteen"):
            next(stream)


def test_calls_are_answered_while_a_stream_that_nobody_reads_is_full(processes: ReadingProcesses) -> None:
    stream = processes.stream(counted, 400, 1 << 18)
    assert [processes.submit(divmod, at, 2).result() for at in range(9)] == [divmod(at, 2) for at in range(9)]
    assert numbers(stream) == list(range(400))


def test_a_stream_whose_process_is_lost_leaves_nobody_waiting(processes: ReadingProcesses) -> None:
    stream = processes.stream(counted, 400, 1 << 18)
    next(stream)
    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGKILL)
    with pytest.raises(ProcessLost):
        numbers(stream)
    with pytest.raises(ProcessLost):
        numbers(processes.stream(counted, 1, 1))


def test_an_answer_that_cannot_be_sent_is_told(processes: ReadingProcesses) -> None:
    with pytest.raises(Exception, match="pickle"):
        processes.submit(threading.Lock).result()
    assert processes.submit(divmod, 7, 2).result() == (3, 1)


def test_closing_does_not_wait_for_streams() -> None:
    processes = ReadingProcesses(2)
    stream = processes.stream(counted, 400, 1 << 18)
    next(stream)
    processes.close()
    assert multiprocessing.active_children() == []
