"""The log: last lines, a file that rotates, nothing private, and no failure where it cannot be written."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from atlasview.home.log import NAME, RECENT, Log
from atlasview.home.log_file import LARGEST, OLDER
from tests.conftest import CHECKOUT

SPOKEN = logging.getLogger("atlasview.somewhere")


@pytest.fixture
def log():
    log = Log()
    log.start()
    yield log
    log.stop()


def stumble(words):
    try:
        try:
            raise KeyError(words)
        except KeyError as before:
            raise LookupError(words) from before
    except LookupError:
        SPOKEN.exception("a section could not be built")


def test_the_last_lines_are_remembered_and_written_when_there_is_a_file(log, home):
    SPOKEN.info("before")
    assert log.keep_in(home)
    SPOKEN.info("after")
    lines = (home / "logs" / NAME).read_text().splitlines()
    assert [line.split(" ", 3)[2:] for line in lines] == [
        ["INFO", "atlasview.somewhere before"],
        ["INFO", "atlasview.somewhere after"],
    ]
    assert log.lines == tuple(lines)
    for number in range(RECENT * 2):
        SPOKEN.info("line %d", number)
    assert len(log.lines) == RECENT


def test_nothing_that_was_typed_is_in_the_traceback_of_the_log(log, home, caplog):
    log.keep_in(home)
    stumble("IL7R p.S185C")
    caplog.clear()
    text = (home / "logs" / NAME).read_text()
    assert "S185C" not in text
    assert "KeyError\nthen\n" in text and text.rstrip().endswith("LookupError")
    assert "test_log.py" in text and "stumble" in text


def test_the_persons_own_folder_is_not_written_out(log, home, monkeypatch):
    monkeypatch.setenv("HOME", str(CHECKOUT))
    log.keep_in(home)
    SPOKEN.info("reads %s", CHECKOUT / "x.atlas")
    assert "reads ~/x.atlas" in (home / "logs" / NAME).read_text()


def test_the_file_rotates_and_old_ones_go(log, home):
    log.keep_in(home)
    line = "x" * 1000
    for _ in range((OLDER + 3) * LARGEST // 1000):
        SPOKEN.info(line)
    files = sorted((home / "logs").iterdir())
    assert [path.name for path in files] == [NAME, *(f"{NAME}.{number}" for number in range(1, OLDER + 1))]
    assert all(path.stat().st_size <= LARGEST for path in files)


def a_file_for_the_folder(home):
    home.mkdir()
    (home / "logs").write_text("mine")


def a_folder_for_the_file(home):
    (home / "logs" / NAME).mkdir(parents=True)


def a_file_for_the_home(home):
    home.write_text("mine")


@pytest.mark.parametrize("spoil", [a_file_for_the_folder, a_folder_for_the_file, a_file_for_the_home])
def test_a_log_that_cannot_be_written_is_no_failure(log, home, spoil):
    spoil(home)
    assert not log.keep_in(home)
    SPOKEN.info("goes on")
    assert "goes on" in log.lines[-1]


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_a_disk_that_becomes_full_ends_the_file_without_a_word():
    code = (
        "import logging, resource, signal, sys, tempfile\n"
        "from pathlib import Path\n"
        "from atlasview.home.log import Log\n"
        "log = Log(); log.start()\n"
        "with tempfile.TemporaryDirectory() as home:\n"
        "    assert log.keep_in(Path(home))\n"
        "    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))\n"
        "    for n in range(100): logging.getLogger('atlasview').info('line %d', n)\n"
        "    log.stop()\n"
        "print(log.lines[-1][-7:])\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "line 99\n", "")


def test_when_it_stops_nothing_of_it_is_left(home):
    log = Log()
    before = list(logging.getLogger("atlasview").handlers)
    log.start()
    log.keep_in(home)
    log.stop()
    assert logging.getLogger("atlasview").handlers == before
    SPOKEN.info("later")
    assert "later" not in Path(home / "logs" / NAME).read_text()
