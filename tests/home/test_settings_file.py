"""The file of settings: nothing in it may stop a start, and nobody's settings are lost."""

import json
import os
import subprocess
import sys

import pytest

from atlasview.home.settings import BY_KEY, SETTINGS
from atlasview.home.settings_file import NAME, SettingsDamaged, read_settings, write_settings
from atlasview.records.trouble import Trouble
from tests.conftest import CHECKOUT

DAMAGED = {
    "empty": b"",
    "cut": b'{"theme": "da',
    "binary": bytes(range(256)),
    "a list": b"[1, 2]",
    "a word": b'"dark"',
    "deep": b"[" * 200_000,
    "huge": b" " * 5_000_000,
    "another encoding": "{“theme”: “dark”}".encode("utf-16"),
}


def test_what_is_written_is_read_again(tmp_path):
    changes = {"theme": "dark", "text-size": 1.25, "save-folder": "r\udcff/ü 日本", "session": {"tabs": [{"at": 0}]}}
    assert write_settings(tmp_path / "deep" / "home", changes) is None
    kept = read_settings(tmp_path / "deep" / "home")
    assert kept.values == changes
    assert kept.trouble is None
    assert [path.name for path in (tmp_path / "deep" / "home").iterdir()] == [NAME]


def test_no_file_is_no_trouble(tmp_path):
    assert read_settings(tmp_path / "none").values == {}
    assert read_settings(tmp_path / "none").trouble is None


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_told_and_set_aside_when_there_is_something_to_write(tmp_path, content):
    path = tmp_path / NAME
    path.write_bytes(content)
    kept = read_settings(tmp_path)
    assert kept.values == {}
    assert isinstance(kept.trouble, SettingsDamaged)
    assert path.read_bytes() == content
    aside = write_settings(tmp_path, {"theme": "dark"})
    assert aside is not None and aside.read_bytes() == content
    assert read_settings(tmp_path).values == {"theme": "dark"}


def test_what_was_set_aside_before_is_not_overwritten(tmp_path):
    for content in (b"first", b"second", b"third"):
        (tmp_path / NAME).write_bytes(content)
        write_settings(tmp_path, {"theme": "dark"})
    assert {path.read_bytes() for path in tmp_path.glob("settings-damaged*")} == {b"first", b"second", b"third"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "pink"),
        ("theme", None),
        ("text-size", "large"),
        ("text-size", 40),
        ("text-size", float("nan")),
        ("text-size", True),
        ("welcome", 1),
        ("window", ["x"]),
        ("window", "x" * 100_000),
        ("session", []),
        ("side-panel-width", -3),
    ],
)
def test_a_value_that_cannot_be_is_told_by_its_name_and_the_others_hold(tmp_path, key, value):
    other = {"save-folder": "figures"}
    (tmp_path / NAME).write_text(json.dumps({key: value, **other}))
    kept = read_settings(tmp_path)
    assert kept.values == other
    assert kept.trouble is not None and key in kept.trouble.what
    write_settings(tmp_path, {"atlas-folder": "a"})
    assert read_settings(tmp_path).trouble is None


def test_settings_of_a_newer_version_stay(tmp_path):
    (tmp_path / NAME).write_text(json.dumps({"hologram": {"depth": 3}, "theme": "light"}))
    write_settings(tmp_path, {"theme": "dark"})
    assert json.loads((tmp_path / NAME).read_text()) == {"hologram": {"depth": 3}, "theme": "dark"}


def test_two_windows_keep_what_each_has_changed(tmp_path):
    write_settings(tmp_path, {"theme": "light", "welcome": True})
    write_settings(tmp_path, {"theme": "dark"})
    write_settings(tmp_path, {"welcome": False})
    assert read_settings(tmp_path).values == {"theme": "dark", "welcome": False}


def test_many_windows_writing_at_once_never_leave_a_damaged_file(tmp_path):
    code = (
        "import sys; from pathlib import Path; from atlasview.home.settings_file import write_settings as w\n"
        "home, me = Path(sys.argv[1]), sys.argv[2]\n"
        "for n in range(150): w(home, {'save-folder': f'{me}-{n}' * 50, 'theme': 'dark'})\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    running = [
        subprocess.Popen([sys.executable, "-c", code, tmp_path, me], env=environment, stderr=subprocess.PIPE, text=True)
        for me in "abc"
    ]
    while any(one.poll() is None for one in running):
        kept = read_settings(tmp_path)
        assert kept.trouble is None
        assert kept.values.get("theme", "dark") == "dark"
    assert [one.communicate()[1] for one in running] == ["", "", ""]
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_home_that_is_a_file_is_trouble_that_says_so(tmp_path):
    home = tmp_path / "home"
    home.parent.mkdir(exist_ok=True)
    home.write_text("mine")
    assert read_settings(home).trouble is None
    with pytest.raises(Trouble, match="it is a file"):
        write_settings(home, {"theme": "dark"})
    with pytest.raises(Trouble, match="home folder cannot be used"):
        write_settings(home / "deeper", {"theme": "dark"})
    assert home.read_text() == "mine"


def test_settings_that_are_a_folder_are_trouble_and_left_alone(tmp_path):
    (tmp_path / NAME).mkdir()
    kept = read_settings(tmp_path)
    assert kept.values == {}
    assert kept.trouble is not None and "cannot be read" in kept.trouble.what
    with pytest.raises(Trouble, match="cannot be read"):
        write_settings(tmp_path, {"theme": "dark"})


def test_every_default_is_one_that_may_be():
    assert len(BY_KEY) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.accepts(setting.default), setting.key
        assert setting.words and setting.title
