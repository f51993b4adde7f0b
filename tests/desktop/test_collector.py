import gc
import threading
import weakref

import pytest

from atlasview.desktop.collector import Collector


class Knot:
    """Two of these hold each other, so that only a collection frees them."""

    freed_in: str = ""

    def __init__(self):
        self.other = self

    def __del__(self):
        Knot.freed_in = threading.current_thread().name


@pytest.fixture
def collector(qapp):
    collector = Collector()
    yield collector
    collector.stop()
    assert gc.isenabled()


def knots():
    return [weakref.ref(Knot()) for _ in range(2000)]


def test_garbage_of_another_thread_is_freed_by_the_window(qtbot, collector):
    assert not gc.isenabled()
    made = []
    thread = threading.Thread(target=lambda: made.extend(knots()))
    thread.start()
    thread.join()
    assert all(knot() is not None for knot in made)
    collector._collect()
    assert all(knot() is None for knot in made)
    assert Knot.freed_in == threading.main_thread().name


def test_what_is_old_is_looked_at_now_and_then(qtbot, collector):
    collector.settle()
    old = Knot()
    reference = weakref.ref(old)
    gc.collect(0)
    gc.collect(1)
    del old
    for _ in range(10):
        knots()
        collector._collect()
    assert reference() is None


def test_opening_a_page_puts_a_collection_off_but_not_for_ever(qtbot, collector):
    collector.settle()
    collector._timer.setInterval(300)
    garbage = knots()
    for _ in range(4):
        collector.put_off()
        qtbot.wait(100)
    assert all(knot() is not None for knot in garbage)
    collector.put_off()
    assert all(knot() is not None for knot in garbage), "not while the page is made"
    qtbot.waitUntil(lambda: all(knot() is None for knot in garbage), timeout=200)
