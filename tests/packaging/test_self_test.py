"""`atlasview self-test` tells a whole program from a broken one."""

import logging
import os
import re
import shutil
import socket
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from atlasview.commands.self_test.files import lines, write_files
from atlasview.commands.self_test.network import NetworkGuard, NetworkTried
from atlasview.commands.self_test.outcome import Outcome, passed, table
from atlasview.commands.self_test.readers import READERS
from atlasview.commands.self_test.window import Faults
from tests.conftest import CHECKOUT


def self_test(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run it in a process of its own, in another folder."""
    command = [sys.executable, "-m", "atlasview", "self-test", *words]
    told = {**os.environ, "PYTHONPATH": str(CHECKOUT), **environment}
    return subprocess.run(command, cwd=folder, env=told, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    """A folder with a file of each format."""
    folder = tmp_path_factory.mktemp("files")
    outcomes = write_files(folder, Faults())
    assert [outcome for outcome in outcomes if outcome.faults] == []
    return folder


def test_the_program_passes_with_a_few_genes(tmp_path):
    done = self_test(tmp_path, "--genes", "3")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip().endswith("all passed")
    assert re.search(r"^ok +pages: gene +3 of \d+, \d\d sections", done.stdout, re.M)
    for kind in ("protein", "cell type", "term", "disease", "publication"):
        assert re.search(rf"^ok +pages: {kind} +[1-8] of ", done.stdout, re.M)
    assert re.search(r"^ok +paper +[\d,]+ bytes, \d+ page, \d+ printers", done.stdout, re.M)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_the_program_lacks_is_told(tmp_path):
    shutil.copytree(CHECKOUT / "atlasview", tmp_path / "atlasview", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(CHECKOUT / "resources", tmp_path / "resources")
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(CHECKOUT / name, tmp_path)
    (tmp_path / "resources" / "citation-styles" / "nlm-citation-sequence.csl").unlink()
    done = self_test(tmp_path, "--genes", "1", PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert re.search(r"^FAILED +file: citations-text\.txt", done.stdout, re.M)
    assert done.stdout.strip().endswith("1 failed")


def test_without_its_atlas_everything_else_is_still_tried(tmp_path):
    shutil.copytree(CHECKOUT / "atlasview", tmp_path / "atlasview", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(CHECKOUT / "resources", tmp_path / "resources", ignore=shutil.ignore_patterns("*.atlas"))
    done = self_test(tmp_path, PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    for what in ("starter atlas", "window", "file: domains.svg"):
        assert re.search(rf"^FAILED +{re.escape(what)} ", done.stdout, re.M)
    assert re.search("^ok +network ", done.stdout, re.M)


def test_a_line_for_everything_and_the_faults_below():
    outcomes = [Outcome("window", "IL21", (), 1.5), Outcome("pages: gene", "3 of 119", ("IL7R did not come",))]
    told = table("AtlasView", outcomes)
    assert not passed(outcomes)
    assert re.search(r"^ok +window +IL21 +1\.50 s$", told, re.M)
    assert "        IL7R did not come\n" in told
    assert told.endswith("2 things tried in 2 s, 1 failed\n")


def test_every_format_that_is_offered_is_tried(tmp_path):
    from atlasview.export import formats, presets

    tried = lines(tmp_path)
    words = [" ".join(line) for line in tried.values()]
    for command, offered in (
        ("export sequence", formats.SEQUENCES),
        ("export citations", formats.CITATIONS),
        ("export table", formats.TABLES),
    ):
        assert [form for form in offered if not _is_tried(words, command, f"--format {form}")] == []
    for view in presets.VIEWS:
        suffixes = {Path(name).suffix[1:] for name, line in tried.items() if view in line}
        assert suffixes == set(presets.FORMATS)
    assert {Path(name).suffix for name in tried} == set(READERS)


def _is_tried(words: list[str], command: str, option: str) -> bool:
    return any(line.startswith(command) and line.endswith(option) for line in words)


def test_whole_files_are_read(written):
    for path in written.iterdir():
        assert READERS[path.suffix](path.read_bytes())


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_an_empty_file_is_refused(suffix):
    with pytest.raises((ValueError, struct.error, SyntaxError)):
        READERS[suffix](b"")


@pytest.mark.parametrize("suffix", [".gp", ".svg", ".pdf", ".png", ".json", ".ris", ".bib"])
def test_half_a_file_is_refused(suffix, written):
    path = next(path for path in written.iterdir() if path.suffix == suffix)
    content = path.read_bytes()
    with pytest.raises((ValueError, struct.error, SyntaxError, zlib.error)):
        READERS[suffix](content[: len(content) // 2])


def test_a_picture_with_a_changed_byte_is_refused(written):
    content = bytearray((written / "domains.png").read_bytes())
    content[len(content) // 2] ^= 1
    with pytest.raises(ValueError, match="damaged"):
        READERS[".png"](bytes(content))


def test_a_table_with_a_short_row_is_refused(written):
    content = (written / "table-tsv.tsv").read_bytes().rstrip().rpartition(b"\t")[0]
    with pytest.raises(ValueError, match="width"):
        READERS[".tsv"](content)


def test_a_format_that_cannot_be_written_is_a_fault(tmp_path, monkeypatch):
    for name in ("GENE", "_WITH_TRANSCRIPT"):
        monkeypatch.setattr(f"atlasview.commands.self_test.files.{name}", "no such gene")
    monkeypatch.setattr("atlasview.commands.self_test.files._CELL_TYPES", ["no such cell", "nor this one"])
    outcomes = write_files(tmp_path, Faults())
    assert all(outcome.faults for outcome in outcomes)


def test_whoever_reaches_for_the_network_is_refused_and_named():
    guard = NetworkGuard()
    try:
        with pytest.raises(NetworkTried):
            socket.socket()
        with pytest.raises(NetworkTried):
            socket.getaddrinfo("localhost", 80)
    finally:
        guard.stop()
    assert guard.faults()[:2] == ["socket.__new__ was tried and refused", "socket.getaddrinfo was tried and refused"]
    socket.socket().close()


@pytest.mark.skipif(not Path("/proc/self/net/tcp").exists(), reason="needs the system's tables of connections")
def test_a_connection_that_is_open_is_found():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        guard = NetworkGuard()
        guard.stop()
        assert any(fault.startswith("a connection is open: tcp 0100007F:") for fault in guard.faults())
    assert not any("connection is open" in fault for fault in guard.faults())


def test_what_is_logged_or_warned_of_is_a_fault(caplog):
    faults = Faults()
    logging.getLogger().addHandler(faults)
    try:
        logging.getLogger("atlasview").info("all is well")
        try:
            raise KeyError("lost")
        except KeyError:
            logging.getLogger("atlasview").exception("the section Cells could not be built")
    finally:
        logging.getLogger().removeHandler(faults)
    caplog.clear()
    assert faults.taken() == ["the section Cells could not be built (KeyError: 'lost')"]
    assert faults.taken() == []


def test_a_word_of_qt_is_a_fault():
    from PySide6.QtCore import QtMsgType

    faults = Faults()
    faults.hear(QtMsgType.QtWarningMsg, None, "QPainter::begin: Paint device returned engine == 0")
    faults.hear(QtMsgType.QtWarningMsg, None, "This plugin does not support propagateSizeHints()")
    faults.hear(QtMsgType.QtDebugMsg, None, "by the way")
    assert faults.taken() == ["Qt: QPainter::begin: Paint device returned engine == 0"]
