import threading

import pytest
from PySide6.QtCore import QTimer
from shiboken6 import delete

from atlasview.atlas.statement import Statement
from atlasview.bundled import starter_atlas
from atlasview.desktop import queries
from atlasview.desktop.background import AtlasWorker, LatestRead, Request
from atlasview.records.place import Kind, Place
from atlasview.records.trouble import AtlasMissing, NotFound

ENDLESS = Statement("WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count) SELECT max(n) FROM count")
LONGEST = 60_000
"""Milliseconds after which something hangs, on a machine however busy."""


@pytest.fixture
def worker(qtbot):
    worker = AtlasWorker()
    with qtbot.waitSignal(worker.opened, timeout=LONGEST):
        worker.open(starter_atlas())
    yield worker
    worker.close()


def thread_of(_reader):
    return threading.current_thread().name


def run_endlessly(reader, begun):
    begun.set()
    return reader.rows(ENDLESS)


def begin_endless(qtbot, read):
    """Ask what has no end, and wait until it runs."""
    begun = threading.Event()
    read.ask(run_endlessly, begun)
    qtbot.waitUntil(begun.is_set, timeout=LONGEST)


class HeldUp(Request):
    """A question that is just being taken up, and no further until `go_on`."""

    def __init__(self, begun):
        self.reached, self.go_on = threading.Event(), threading.Event()
        super().__init__(run_endlessly, (begun,), None)

    @property
    def withdrawn(self):
        self.reached.set()
        self.go_on.wait()
        return False

    @withdrawn.setter
    def withdrawn(self, _value):
        pass


def test_answers_come_back_to_the_thread_of_the_window(qtbot, worker):
    threads: list[object] = []
    read = LatestRead(worker)
    read.arrived.connect(lambda answer: threads.append((answer, threading.current_thread())))
    with qtbot.waitSignal(read.arrived, timeout=LONGEST):
        read.ask(thread_of)
    assert threads == [("atlas", threading.main_thread())]
    assert not read.waiting


def test_only_the_newest_question_is_answered(qtbot, worker):
    answers: list[object] = []
    read = LatestRead(worker)
    read.arrived.connect(answers.append)
    for number in range(200):
        read.ask(lambda _reader, number=number: number)
    qtbot.waitUntil(lambda: bool(answers), timeout=LONGEST)
    qtbot.wait(50)
    assert answers == [199]


def test_a_running_query_is_stopped_by_a_newer_question(qtbot, worker):
    failures: list[object] = []
    read = LatestRead(worker)
    read.failed.connect(failures.append)
    begin_endless(qtbot, read)
    with qtbot.waitSignal(read.arrived, timeout=LONGEST) as answer:
        read.ask(thread_of)
    assert answer.args == ["atlas"]
    assert failures == []


def test_a_withdrawn_question_is_never_answered(qtbot, worker):
    answers: list[object] = []
    read, other = LatestRead(worker), LatestRead(worker)
    read.arrived.connect(answers.append)
    begin_endless(qtbot, read)
    read.stop()
    with qtbot.waitSignal(other.arrived, timeout=LONGEST):
        other.ask(thread_of)
    assert answers == []


def test_an_asker_that_is_gone_is_told_nothing(qtbot, worker):
    gone, other = LatestRead(worker), LatestRead(worker)
    gone.ask(thread_of)
    delete(gone)
    with qtbot.waitSignal(other.arrived, timeout=LONGEST) as arrived:
        other.ask(thread_of)
    assert arrived.args == ["atlas"]


def test_askers_do_not_disturb_each_other(qtbot, worker):
    reads = [LatestRead(worker) for _ in range(5)]
    answers: list[object] = []
    for number, read in enumerate(reads):
        read.arrived.connect(answers.append)
        read.ask(lambda _reader, number=number: number)
    qtbot.waitUntil(lambda: answers == [0, 1, 2, 3, 4], timeout=LONGEST)


def test_trouble_and_mistakes_arrive_as_failures(qtbot, worker):
    read = LatestRead(worker)
    with qtbot.waitSignal(read.failed, timeout=LONGEST) as failed:
        read.ask(queries.read_page, Place(Kind.GENE, "HGNC:0"))
    assert isinstance(failed.args[0], NotFound)
    with qtbot.waitSignal(read.failed, timeout=LONGEST) as failed:
        read.ask(lambda _reader: 1 / 0)
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_where_no_atlas_was_open_and_a_file_is_refused_there_is_none(qtbot, tmp_path):
    worker = AtlasWorker()
    with qtbot.waitSignal(worker.refused, timeout=LONGEST) as refused:
        worker.open(tmp_path / "none.atlas")
    assert isinstance(refused.args[0], AtlasMissing)
    read = LatestRead(worker)
    with qtbot.waitSignal(read.failed, timeout=LONGEST) as failed:
        read.ask(queries.suggest)
    assert "No atlas is open" in failed.args[0].what
    with qtbot.waitSignal(worker.opened, timeout=LONGEST) as opened:
        worker.open(starter_atlas())
    assert opened.args[0].name == "Starter atlas"
    worker.close()


def test_where_a_file_is_refused_the_atlas_that_was_open_answers(qtbot, tmp_path, worker):
    with qtbot.waitSignal(worker.refused, timeout=LONGEST):
        worker.open(tmp_path / "none.atlas")
    read = LatestRead(worker)
    with qtbot.waitSignal(read.arrived, timeout=LONGEST) as arrived:
        read.ask(queries.suggest)
    assert arrived.args[0]


def test_of_two_atlases_asked_for_the_later_one_is_told(qtbot, tmp_path, worker):
    told: list[object] = []
    worker.refused.connect(told.append)
    worker.open(tmp_path / "none.atlas")
    with qtbot.waitSignal(worker.opened, timeout=LONGEST):
        worker.open(starter_atlas())
    assert told == []


def running():
    return [thread for thread in threading.enumerate() if thread.name == "atlas"]


def test_closing_ends_a_running_query_and_the_thread(qtbot, worker):
    begin_endless(qtbot, LatestRead(worker))
    worker.close()
    assert not running()
    worker.close()


def test_closing_ends_a_query_that_is_just_being_taken_up(worker):
    request = HeldUp(threading.Event())
    worker.submit(request)
    assert request.reached.wait(LONGEST / 1000)
    threading.Timer(0.2, request.go_on.set).start()
    worker.close()
    assert not running()


def test_the_window_is_served_while_the_thread_works(qtbot, worker):
    """The window's loop goes on turning while a query runs that never ends."""
    turns: list[bool] = []
    read = LatestRead(worker)
    begin_endless(qtbot, read)
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(read.waiting))
    timer.start()
    qtbot.waitUntil(lambda: len(turns) >= 200, timeout=LONGEST)
    timer.stop()
    assert all(turns)
    read.stop()
