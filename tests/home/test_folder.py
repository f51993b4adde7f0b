"""Which folder is home, and how paths are written for others."""

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from atlasview.home.folder import home_folder, shortened, user_folder
from tests.conftest import CHECKOUT


def test_asked_for_comes_before_the_environment_and_that_before_the_platform(monkeypatch, tmp_path):
    assert home_folder(tmp_path / "asked") == tmp_path / "asked"
    monkeypatch.setenv("ATLASVIEW_HOME", str(tmp_path / "named"))
    assert home_folder() == tmp_path / "named"
    monkeypatch.setenv("ATLASVIEW_HOME", "")
    assert home_folder() == platformdirs.user_data_path("AtlasView", appauthor=False)


@pytest.mark.parametrize("xdg", [None, "", " ", "/srv/data"])
def test_the_platforms_folder_is_the_one_of_platformdirs(monkeypatch, xdg):
    monkeypatch.delenv("ATLASVIEW_HOME")
    if xdg is None:
        monkeypatch.delenv("XDG_DATA_HOME")
    else:
        monkeypatch.setenv("XDG_DATA_HOME", xdg)
    assert home_folder() == platformdirs.user_data_path("AtlasView", appauthor=False)


def test_a_relative_home_is_the_same_wherever_one_goes_later(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert home_folder(Path("here")) == tmp_path / "here"


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can become someone without a home")
def test_someone_without_a_home_has_none():
    code = (
        "import os, pwd\n"
        "from atlasview.home.folder import home_folder, user_folder\n"
        "os.setuid(61234)\n"
        "print(home_folder(), user_folder().is_absolute())\n"
    )
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd="/",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "None True\n", done.stderr


def test_the_persons_own_folder_is_not_written_out(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert user_folder() == tmp_path
    assert shortened(f'File "{tmp_path}/src/a.py", line 3') == 'File "~/src/a.py", line 3'
    monkeypatch.setenv("HOME", "/")
    assert shortened("/usr/lib") == "/usr/lib"
