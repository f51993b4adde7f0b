"""What holds for every test: off screen, a home of its own, and no warning, stray log record or leftover thread."""

import logging
import os
import threading
import time
import traceback
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("ATLASVIEW_ATLAS", None)

from PySide6.QtCore import QThread
from PySide6.QtGui import QGuiApplication

pytest_plugins = ["tests.atlases"]

CHECKOUT = Path(__file__).resolve().parent.parent
SHARED = CHECKOUT.parent / "shared"
GRACE = 2.0

# Speed is measured in `benchmarks/`: no test fails because the machine is busy.
settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="run the long checks whole instead of a seeded sample")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, and say so, what needs the public files where they are not there."""
    if not (SHARED / "data").is_dir():
        absent = pytest.mark.skip(reason="needs the public files in ../shared/data, which are not here")
        for item in items:
            if item.get_closest_marker("shared"):
                item.add_marker(absent)


@pytest.fixture(scope="session", autouse=True)
def clipboard_is_let_go() -> Iterator[None]:
    """Off screen the clipboard is a global of Qt, which would let go of what Python made after Python has ended."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def soak(request: pytest.FixtureRequest) -> bool:
    """Whether the long checks run whole."""
    return bool(request.config.getoption("--soak"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of public files; use with `@pytest.mark.shared`."""
    return SHARED


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of settings, logs and notes: no test sees a person's, nor a terminal's width."""
    monkeypatch.delenv("COLUMNS", raising=False)
    folder = tmp_path / "home"
    monkeypatch.setenv("ATLASVIEW_HOME", str(folder))
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(folder / variable.lower()))
    return folder


@pytest.fixture(autouse=True)
def no_stray_log_record(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A record of WARNING or above fails the test, unless the test has looked at it and called `caplog.clear()`."""
    yield
    stray = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    if stray:
        pytest.fail("log records: " + "; ".join(f"{one.levelname} {one.name} {one.getMessage()}" for one in stray))


class Threads:
    """Remembers every thread that is started, and the lines of code that started it."""

    def __init__(self) -> None:
        self.started: list[tuple[weakref.ref[Any], str]] = []

    def watch(self, start: Callable[..., None]) -> Callable[..., None]:
        """Wrap the `start` method of a class of threads."""

        def watched(thread: Any, *arguments: Any) -> None:
            self.started.append((weakref.ref(thread), "".join(traceback.format_stack(limit=6)[:-1])))
            start(thread, *arguments)

        return watched

    def running(self) -> list[str]:
        """Where the threads that still run were started."""
        return [origin for reference, origin in self.started if _runs(reference())]


def _runs(thread: Any) -> bool:
    if thread is None:
        return False
    try:
        return bool(thread.is_alive() if isinstance(thread, threading.Thread) else thread.isRunning())
    except RuntimeError:  # the object on Qt's side is gone, and the thread with it
        return False


@pytest.fixture(scope="session")
def threads() -> Iterator[Threads]:
    """The threads that tests start."""
    watcher = Threads()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(threading.Thread, "start", watcher.watch(threading.Thread.start))
        patch.setattr(QThread, "start", watcher.watch(QThread.start))
        yield watcher


@pytest.fixture(autouse=True)
def no_leftover_thread(threads: Threads, request: pytest.FixtureRequest) -> Iterator[None]:
    """A thread that outlives its test fails it and says where it began."""
    threads.started.clear()
    yield
    end = time.monotonic() + GRACE
    while threads.running() and time.monotonic() < end:
        time.sleep(0.01)
    if left := threads.running():
        pytest.fail(f"{len(left)} thread(s) of {request.node.name} still run, started here:\n" + "\n".join(left))
