"""A person opens a file that is no whole atlas, is told what is wrong with it, and goes on with the starter atlas."""

import sqlite3

import pytest

from atlasview import cli
from atlasview.bundled import starter_atlas


def truncated(path):
    path.write_bytes(starter_atlas().read_bytes()[: 3 * 4096])


def empty(path):
    path.touch()


def foreign(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE song (title)")
    connection.close()


def a_text(path):
    path.write_text("gene\tscore\nIL21\t11.3\n" * 100)


def newer(path):
    path.write_bytes(starter_atlas().read_bytes())
    with sqlite3.connect(path) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute(f"PRAGMA user_version = {version + 1}")
    connection.close()


def missing(path):
    path.unlink(missing_ok=True)


SPOILED = {
    truncated: "incomplete",
    empty: "empty",
    foreign: "not an atlas",
    a_text: "not an atlas",
    newer: "later",
    missing: "no",
}


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: spoil.__name__)
def test_the_window_says_what_is_wrong_and_opens_the_starter_instead(person, tmp_path, spoil):
    path = tmp_path / "colleague.atlas"
    spoil(path)
    before = path.read_bytes() if path.exists() else None

    def sit():
        person.waits_for("atlas-trouble")
        assert "colleague.atlas" in person.reads("atlas-trouble")
        person.clicks("Open the starter atlas")
        person.waits_for_page("")

    assert person.at("--atlas", str(path), does=sit) == 0
    assert (path.read_bytes() if path.exists() else None) == before


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: spoil.__name__)
def test_the_command_line_says_so_in_one_line(spoil, tmp_path, capsys):
    path = tmp_path / "colleague.atlas"
    spoil(path)
    assert cli.main(["--atlas", str(path), "show", "IL21"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("atlasview: ") and said.err.count("\n") == 1
    assert "colleague.atlas" in said.err
    assert SPOILED[spoil] in said.err
