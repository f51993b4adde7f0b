"""What the system lacks is named before Qt would end the process."""

import subprocess
import sys

import pytest

from atlasview import environment
from atlasview.environment import DisplayMissing, LibrariesMissing
from tests.conftest import CHECKOUT

linux = pytest.mark.skipif(sys.platform != "linux", reason="shared libraries and displays of Linux")
ABSENT = {"libabsent-atlas.so.7": "libabsent7"}


@linux
def test_without_a_display_the_message_says_so_and_what_works_without():
    with pytest.raises(DisplayMissing) as trouble:
        environment.require_window({})
    assert "no display" in trouble.value.what
    assert "atlasview show IL21" in trouble.value.remedy


@linux
def test_a_display_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setitem(environment.WINDOW, "xcb", {"libxcb.so.1": "libxcb1"})
    if environment.missing_libraries(["libxcb.so.1"]):
        pytest.skip("needs libxcb")
    with pytest.raises(DisplayMissing, match="DISPLAY is :7531"):
        environment.require_window({"DISPLAY": ":7531"})


@linux
def test_a_compositor_that_is_not_there_is_named(monkeypatch, tmp_path):
    monkeypatch.setitem(environment.WINDOW, "wayland", {})
    with pytest.raises(DisplayMissing, match="WAYLAND_DISPLAY is wayland-3"):
        environment.require_window({"WAYLAND_DISPLAY": "wayland-3", "XDG_RUNTIME_DIR": str(tmp_path)})


@linux
def test_one_platform_that_works_is_enough(monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "WINDOW", {"xcb": ABSENT, "wayland": {}})
    (tmp_path / "wayland-0").touch()
    with pytest.raises(LibrariesMissing, match="libabsent7"):
        environment.require_window({"DISPLAY": ":0"})
    environment.require_window({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})


@linux
def test_a_missing_library_is_named_with_the_command_that_installs_it(monkeypatch):
    monkeypatch.setattr(environment, "DRAWING", {"libc.so.6": "libc6", **ABSENT})
    for check in (environment.require_drawing, environment.require_window):
        with pytest.raises(LibrariesMissing) as trouble:
            check()
        assert trouble.value.where == "libabsent-atlas.so.7"
        assert trouble.value.remedy.endswith("sudo apt-get install libabsent7")


@linux
def test_libraries_of_the_visible_window_are_asked_for_where_there_is_a_display(monkeypatch):
    monkeypatch.setitem(environment.WINDOW, "xcb", ABSENT)
    with pytest.raises(LibrariesMissing, match="libabsent7"):
        environment.require_window({"DISPLAY": ":0"})
    assert "libabsent-atlas.so.7" not in environment.needed_libraries({"QT_QPA_PLATFORM": "offscreen"})


def test_off_screen_needs_no_display(monkeypatch):
    monkeypatch.setattr(environment, "WINDOW", {"xcb": ABSENT, "wayland": ABSENT})
    with pytest.raises((LibrariesMissing, DisplayMissing)):
        environment.require_window({})
    environment.require_window({"QT_QPA_PLATFORM": "offscreen"})


def test_the_check_runs_on_a_bare_python():
    code = "import sys; sys.modules['PySide6'] = None; from atlasview import environment; environment.require_drawing()"
    subprocess.run([sys.executable, "-S", "-c", code], cwd=CHECKOUT, check=True)
