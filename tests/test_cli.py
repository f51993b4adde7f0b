"""The door of the command line: what it opens, how it ends, and that its streams are well behaved."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from atlasview import __version__, cli
from atlasview.commands.application import _application
from atlasview.commands.shared import take_shared
from tests.conftest import CHECKOUT

posix = pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
START = [sys.executable, "-W", "error", "-m", "atlasview"]


@pytest.fixture
def environment(atlas_path: Path, tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(CHECKOUT), "ATLASVIEW_ATLAS": str(atlas_path)}


@pytest.fixture
def start(environment, tmp_path):
    """Runs `python -m atlasview` in another folder than the checkout."""

    def run(*words: str, **changes: str):
        return subprocess.run(
            [*START, *words], cwd=tmp_path, env={**environment, **changes}, capture_output=True, check=False, timeout=60
        )

    return run


def test_the_version(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"atlasview {__version__}\n"


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["IL21", "--help"]])
def test_help_names_every_command_and_shared_option(capsys, words):
    assert cli.main(words) == 0
    told = capsys.readouterr().out
    for word in (*cli.COMMANDS, "--atlas FILE", "--home DIR", "--exit-when-shown", "--version", "[PLACE]"):
        assert word in told


def test_the_door_knows_the_commands_that_there_are():
    application = _application()
    commands = [each.callback.__name__.replace("_", "-") for each in application.registered_commands if each.callback]
    groups = [each.typer_instance.info.name for each in application.registered_groups if each.typer_instance]
    assert (*commands, *groups) == cli.COMMANDS


@pytest.mark.parametrize(
    "words",
    [["--atlas", "a.atlas", "search", "x"], ["search", "x", "--atlas=a.atlas"], ["search", "--atlas", "a.atlas", "x"]],
)
def test_shared_options_may_stand_anywhere(words):
    shared, rest = take_shared(words)
    assert shared.atlas == Path("a.atlas")
    assert rest == ["search", "x"]


def test_after_two_dashes_nothing_is_an_option():
    shared, rest = take_shared(["search", "--", "--atlas", "--version"])
    assert (shared.atlas, shared.version) == (None, False)
    assert rest == ["search", "--", "--atlas", "--version"]


def test_an_option_outranks_the_environment(monkeypatch):
    monkeypatch.setenv("ATLASVIEW_ATLAS", "environment.atlas")
    monkeypatch.setenv("ATLASVIEW_HOME", "")
    assert take_shared([])[0][:2] == (Path("environment.atlas"), None)
    assert take_shared(["--atlas", "option.atlas", "--home", "h"])[0][:2] == (Path("option.atlas"), Path("h"))


@pytest.mark.parametrize(
    "words",
    [["--nonsense"], ["--atlas"], ["build", "x"], ["export"], ["export", "table", "IL21"], ["search"], ["show"],
     ["show", "IL21", "TP53"], ["search", "x", "--nonsense"], ["search", "x", "--exit-when-shown"], ["--exit", "IL21"]],
)  # fmt: skip
def test_wrong_usage_is_one_line_and_status_2(capsys, words):
    assert cli.main(words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("atlasview: ")
    assert told.err.count("\n") == 1


def test_without_any_atlas_given_the_embedded_starter_is_read(start):
    done = start("search", "il21", ATLASVIEW_ATLAS="")
    assert done.returncode == 0, done.stderr
    assert b"HGNC:6005" in done.stdout


def test_an_atlas_that_is_not_there_is_named(start, tmp_path):
    done = start("show", "IL21", "--atlas", "no#such?%41.atlas")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"no#such?%41.atlas" in done.stderr
    assert done.stderr.count(b"\n") == 1
    assert list(tmp_path.glob("*.atlas")) == []


def damaged(content: bytes, name: str) -> bytes:
    """An atlas in some kind of trouble; the version of the schema stands at byte 60 of the file."""
    made = {
        "empty": b"",
        "truncated": content[:-4096],
        "foreign": b"GIF89a" + content[6:],
        "newer": content[:60] + (999).to_bytes(4, "big") + content[64:],
    }
    return made[name]


@pytest.mark.parametrize("name", ["empty", "truncated", "foreign", "newer"])
def test_an_atlas_that_cannot_be_read_is_said_and_left_as_it_is(atlas_path, tmp_path, capsys, name):
    path = tmp_path / f"{name}.atlas"
    content = damaged(atlas_path.read_bytes(), name)
    path.write_bytes(content)
    assert cli.main(["show", "IL21", "--atlas", str(path)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("atlasview: ")
    assert str(path) in told.err
    assert told.err.count("\n") == 1
    assert path.read_bytes() == content


def test_answers_are_utf8_whatever_the_language(start):
    for changes in (
        {"LC_ALL": "C"},
        {"LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
    ):
        done = start("show", "IL21", "--section", "overview", **changes)
        assert done.returncode == 0, done.stderr
        assert "HGNC:6005 · gene with protein product" in done.stdout.decode("utf-8")


@posix
def test_words_that_are_no_text_do_no_harm(environment, tmp_path):
    done = subprocess.run(
        [*map(os.fsencode, START), b"search", b"\xff\xfe"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(b"atlasview: ")


@posix
def test_a_reader_that_leaves_early_is_no_trouble(environment, tmp_path):
    line = f"{' '.join(START)} show TP53 --json | head -c 100"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout) == 100


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_standard_output_is_said(environment, tmp_path):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*START, "export", "sequence", "IL21"],
            cwd=tmp_path,
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"atlasview: the output cannot be written: No space left on device, standard output")
    assert done.stderr.count(b"\n") == 1


@posix
def test_closed_streams_are_no_trouble(environment, tmp_path):
    line = f"{' '.join(START)} export sequence IL21 -o il21.fasta >&- 2>&-"
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, env=environment, check=False)
    assert done.returncode == 0
    assert (tmp_path / "il21.fasta").read_text().startswith(">sp|Q9HBE4|")


def test_cancelling_is_status_130(monkeypatch, capsys):
    def cancel(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("atlasview.commands.application.run", cancel)
    assert cli.main(["search", "x"]) == 130
    assert capsys.readouterr().err == "atlasview: cancelled\n"


@posix
def test_an_interrupt_from_outside_is_status_130(environment, tmp_path):
    slow = "import signal, os, atlasview.commands.application as a\n"
    slow += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    slow += "a.run = lambda *_: os.kill(os.getpid(), signal.SIGINT) or __import__('time').sleep(5)\n"
    slow += "from atlasview.cli import main; raise SystemExit(main(['search', 'x']))"
    done = subprocess.run([sys.executable, "-c", slow], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"atlasview: cancelled\n")


def break_it(monkeypatch):
    def bug(*_arguments):
        raise ZeroDivisionError("a mistake")

    monkeypatch.setattr("atlasview.commands.application.run", bug)


def test_a_bug_is_one_line_that_says_where_its_details_are(monkeypatch, capsys, home):
    break_it(monkeypatch)
    assert cli.main(["search", "x"]) == 70
    told = capsys.readouterr().err
    log = home / "logs" / "command-line-bug.txt"
    assert told.startswith("atlasview: this is a bug of AtlasView: ZeroDivisionError: a mistake, ")
    assert told.endswith(f"please report it with {log}\n")
    assert told.count("\n") == 1
    assert "Traceback" in log.read_text()
    assert f"AtlasView  {__version__}" in log.read_text()
    assert "Done before: search" in log.read_text()
    assert "Seal (SHA-256)" in log.read_text()
    assert "sent nothing" in log.read_text()


def test_the_report_of_a_bug_does_not_hold_what_was_asked(monkeypatch, capsys, home):
    break_it(monkeypatch)
    assert cli.main(["show", "IL7R p.S185C"]) == 70
    assert "S185C" not in (home / "logs" / "command-line-bug.txt").read_text()


def test_a_command_reads_the_atlas_that_the_window_had_open_last(start, home, tmp_path, atlas_path):
    home.mkdir()
    last = tmp_path / "last.atlas"
    last.write_bytes(b"something else")
    (home / "settings.json").write_text(json.dumps({"last-atlas": str(last)}))
    done = start("show", "IL21", ATLASVIEW_ATLAS="")
    assert done.returncode == 1
    assert b"last.atlas" in done.stderr
    assert start("show", "IL21", "--atlas", str(atlas_path)).returncode == 0
    last.unlink()
    done = start("show", "IL21", ATLASVIEW_ATLAS="")
    assert done.returncode == 0
    assert b"which was open last" in done.stderr and done.stderr.count(b"\n") == 1


def test_a_bug_is_told_where_its_details_cannot_be_kept(monkeypatch, capsys, tmp_path):
    break_it(monkeypatch)
    (tmp_path / "file").write_text("")
    assert cli.main(["search", "x", "--home", str(tmp_path / "file")]) == 70
    assert "run it again with ATLASVIEW_DEBUG=1" in capsys.readouterr().err


def test_a_bug_shows_its_details_to_who_asks(monkeypatch, capsys, home):
    break_it(monkeypatch)
    monkeypatch.setenv("ATLASVIEW_DEBUG", "1")
    assert cli.main(["search", "x"]) == 70
    assert "Traceback" in capsys.readouterr().err
    assert not home.exists()


def imported(done: subprocess.CompletedProcess[bytes]) -> set[str]:
    lines = done.stderr.decode().splitlines()
    return {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}


def test_a_command_imports_only_what_it_needs(environment, tmp_path):
    def modules(*words: str) -> set[str]:
        command = [sys.executable, "-X", "importtime", "-m", "atlasview", *words]
        return imported(subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True))

    searched = modules("search", "il21")
    assert "typer" in searched
    roots = {name.split(".")[0] for name in searched}
    assert not roots & {"PySide6", "rich", "Bio", "numpy", "scipy", "alembic", "pyqtgraph"}
    assert "sqlalchemy.orm" not in searched
    told = {name.split(".")[0] for name in modules("--version")}
    assert not told & {"typer", "sqlalchemy", "json", "PySide6"}


def test_the_window_opens_at_a_place_and_tells_its_seconds(start):
    done = start("IL21", "--exit-when-shown", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    seconds = json.loads(done.stdout)
    assert 0 < seconds["window"] <= seconds["page"]


def test_a_figure_needs_neither_window_nor_display(environment, tmp_path):
    bare = {name: value for name, value in environment.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    words = ["export", "figure", "IL21", "--view", "domains", "-o", "-"]
    drawn = [
        subprocess.run([*START, *words], cwd=tmp_path, env=bare, capture_output=True, check=True, timeout=60)
        for _ in range(2)
    ]
    assert drawn[0].stderr == b""
    assert drawn[0].stdout.startswith(b"<?xml ")
    assert drawn[0].stdout == drawn[1].stdout


@posix
def test_headings_are_bold_for_a_person_at_a_terminal_only(environment, tmp_path):
    import pty

    try:
        ours, theirs = pty.openpty()
    except OSError as refusal:
        pytest.skip(f"this system has no terminal to give: {refusal}")
    words = ["show", "IL21", "--section", "cells"]
    settings = {**environment, "TERM": "xterm-256color", "COLUMNS": "90"}
    child = subprocess.Popen([*START, *words], cwd=tmp_path, env=settings, stdout=theirs, stderr=theirs)
    os.close(theirs)
    seen = b""
    with contextlib.suppress(OSError):
        while piece := os.read(ours, 4096):
            seen += piece
    os.close(ours)
    assert child.wait(30) == 0
    assert b"\x1b[1mCells\x1b[0m" in seen
    assert "T follicular helper cell  CL:0002038" in seen.decode()
