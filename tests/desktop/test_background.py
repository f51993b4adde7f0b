import itertools
import threading
import time

import pytest

from atlasview.atlas.statement import Statement
from atlasview.bundled import starter_atlas
from atlasview.desktop import queries
from atlasview.desktop.background import AtlasWorker, LatestRead
from atlasview.records.place import Kind, Place
from atlasview.records.trouble import AtlasMissing, NotFound

ENDLESS = Statement("WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count) SELECT max(n) FROM count")


@pytest.fixture
def worker(qtbot):
    worker = AtlasWorker()
    with qtbot.waitSignal(worker.opened):
        worker.open(starter_atlas())
    yield worker
    worker.close()


def thread_of(_reader):
    return threading.current_thread().name


def run_endlessly(reader):
    return reader.rows(ENDLESS)


def test_answers_come_back_to_the_thread_of_the_window(qtbot, worker):
    threads: list[object] = []
    read = LatestRead(worker)
    read.arrived.connect(lambda answer: threads.append((answer, threading.current_thread())))
    with qtbot.waitSignal(read.arrived):
        read.ask(thread_of)
    assert threads == [("atlas", threading.main_thread())]
    assert not read.waiting


def test_only_the_newest_question_is_answered(qtbot, worker):
    answers: list[object] = []
    read = LatestRead(worker)
    read.arrived.connect(answers.append)
    for number in range(200):
        read.ask(lambda _reader, number=number: number)
    qtbot.waitUntil(lambda: bool(answers))
    qtbot.wait(50)
    assert answers == [199]


def test_a_running_query_is_stopped_by_a_newer_question(qtbot, worker):
    failures: list[object] = []
    read = LatestRead(worker)
    read.failed.connect(failures.append)
    read.ask(run_endlessly)
    qtbot.wait(100)
    with qtbot.waitSignal(read.arrived, timeout=2000) as answer:
        read.ask(thread_of)
    assert answer.args == ["atlas"]
    assert failures == []


def test_a_withdrawn_question_is_never_answered(qtbot, worker):
    answers: list[object] = []
    read, other = LatestRead(worker), LatestRead(worker)
    read.arrived.connect(answers.append)
    read.ask(run_endlessly)
    qtbot.wait(50)
    read.stop()
    with qtbot.waitSignal(other.arrived, timeout=2000):
        other.ask(thread_of)
    assert answers == []


def test_askers_do_not_disturb_each_other(qtbot, worker):
    reads = [LatestRead(worker) for _ in range(5)]
    answers: list[object] = []
    for number, read in enumerate(reads):
        read.arrived.connect(answers.append)
        read.ask(lambda _reader, number=number: number)
    qtbot.waitUntil(lambda: answers == [0, 1, 2, 3, 4])


def test_trouble_and_mistakes_arrive_as_failures(qtbot, worker):
    read = LatestRead(worker)
    with qtbot.waitSignal(read.failed) as failed:
        read.ask(queries.read_page, Place(Kind.GENE, "HGNC:0"))
    assert isinstance(failed.args[0], NotFound)
    with qtbot.waitSignal(read.failed) as failed:
        read.ask(lambda _reader: 1 / 0)
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_a_file_that_is_not_there_is_refused_and_the_next_one_opens(qtbot, tmp_path, worker):
    with qtbot.waitSignal(worker.refused) as refused:
        worker.open(tmp_path / "none.atlas")
    assert isinstance(refused.args[0], AtlasMissing)
    read = LatestRead(worker)
    with qtbot.waitSignal(read.failed) as failed:
        read.ask(queries.suggest)
    assert "No atlas is open" in failed.args[0].what
    with qtbot.waitSignal(worker.opened) as opened:
        worker.open(starter_atlas())
    assert opened.args[0].name == "Starter atlas"


def test_of_two_atlases_asked_for_the_later_one_is_told(qtbot, tmp_path, worker):
    told: list[object] = []
    worker.refused.connect(told.append)
    worker.open(tmp_path / "none.atlas")
    with qtbot.waitSignal(worker.opened):
        worker.open(starter_atlas())
    assert told == []


def test_closing_ends_a_running_query_and_the_thread(qtbot, worker):
    LatestRead(worker).ask(run_endlessly)
    qtbot.wait(100)
    begun = time.monotonic()
    worker.close()
    assert time.monotonic() - begun < 2
    assert not any(thread.name == "atlas" for thread in threading.enumerate())
    worker.close()


def test_the_window_is_served_while_the_thread_works(qtbot, worker):
    """Frames stay regular while a query runs: the longest gap between two events of the window's loop is short."""
    beats: list[float] = []
    read = LatestRead(worker)
    read.ask(run_endlessly)
    for _ in range(60):
        qtbot.wait(5)
        beats.append(time.monotonic())
    read.stop()
    gaps = sorted(later - earlier for earlier, later in itertools.pairwise(beats))
    assert gaps[len(gaps) // 2] < 0.016
