"""The program as a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import CHECKOUT

HEAVY = ("pyqtgraph", "Bio", "numpy", "scipy", "alembic", "typer", "rich", "sqlalchemy.orm", "PySide6.QtNetwork")


def run(*words, code=None):
    command = ["-c", code, *words] if code else ["-m", "atlasview", *words]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, *command], env=environment, capture_output=True, text=True, check=False, timeout=100
    )


def test_it_shows_a_page_tells_how_long_that_took_and_ends():
    done = run("IL7R", "--exit-when-shown")
    assert done.returncode == 0, done.stderr
    times = json.loads(done.stdout)
    assert 0 < times["window"] < times["page"] < 60


def test_it_saves_a_picture_of_the_page_and_keeps_nothing(tmp_path, home):
    picture = tmp_path / "window.png"
    done = run("IL21", "--picture", str(picture))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(picture)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert not home.exists()


def test_a_picture_that_cannot_be_saved_is_trouble(tmp_path):
    done = run("IL21", "--picture", str(tmp_path / "none" / "window.png"))
    assert done.returncode == 1
    assert done.stderr.startswith("atlasview: ") and "Traceback" not in done.stderr


def test_trouble_with_the_atlas_is_shown_and_counts_as_settled(tmp_path):
    done = run("--atlas", str(tmp_path / "none.atlas"), "--exit-when-shown")
    assert done.returncode == 0, done.stderr
    assert "page" in json.loads(done.stdout)


def test_the_window_is_painted_before_the_database_and_the_pages_are_loaded():
    code = (
        "import sys, json\n"
        "from atlasview.app import build\n"
        "session = build(place='IL21')\n"
        "early = []\n"
        "session.painted.connect(lambda: early.extend(sys.modules))\n"
        "session.settled.connect(session.application.quit)\n"
        "session.window.show()\n"
        "session.application.exec()\n"
        "late = list(sys.modules)\n"
        "session.close()\n"
        "print(json.dumps([early, late]))\n"
    )
    done = run(code=code)
    assert done.returncode == 0, done.stderr
    early, late = json.loads(done.stdout)
    for name in (
        "sqlalchemy",
        "sqlite3",
        "atlasview.records.profile",
        "atlasview.atlas.reader",
        "atlasview.desktop.pages.page",
    ):
        assert name not in early, name
    assert "atlasview.desktop.pages.page" in late
    for name in HEAVY:
        assert name not in late, name


def test_no_thread_or_process_is_left(tmp_path):
    code = (
        "import threading\n"
        "from atlasview.app import run\n"
        "assert run(place='IL21', exit_when_shown=True) == 0\n"
        "print([thread.name for thread in threading.enumerate()])\n"
    )
    done = run(code=code)
    assert done.stdout.splitlines()[-1] == "['MainThread']"
    assert Path(CHECKOUT).is_dir()
