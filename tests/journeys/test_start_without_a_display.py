"""A person starts AtlasView where no window can open."""

import os
import subprocess
import sys

import pytest

from tests.conftest import CHECKOUT


def start(folder, *words, **changed):
    """Run AtlasView in a process without a display."""
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment = {**environment, "PYTHONPATH": str(CHECKOUT), **changed}
    if "QT_QPA_PLATFORM" not in changed:
        environment.pop("QT_QPA_PLATFORM")
    return subprocess.run(
        [sys.executable, "-m", "atlasview", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="displays of Linux")
def test_is_told_that_there_is_no_display(tmp_path):
    done = start(tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("atlasview: there is no display") and done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.skipif(sys.platform != "linux", reason="displays of Linux")
def test_is_told_that_the_display_does_not_answer(tmp_path):
    done = start(tmp_path, DISPLAY=":7531")
    assert done.returncode == 1
    assert ":7531" in done.stderr or "apt-get install" in done.stderr


def test_exports_a_figure_all_the_same(tmp_path):
    done = start(tmp_path, "export", "figure", "IL21", "--view", "domains", "-o", "IL21.svg")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "IL21.svg").read_text(encoding="utf-8").startswith("<?xml")


def test_gets_a_picture_of_the_window(tmp_path):
    done = start(tmp_path, "IL21", "--picture", str(tmp_path / "window.png"))
    assert done.returncode == 0, done.stderr
    picture = (tmp_path / "window.png").read_bytes()
    assert picture.startswith(b"\x89PNG") and len(picture) > 20_000
    assert str(tmp_path / "window.png") in done.stdout
