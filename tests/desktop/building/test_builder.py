"""The model of a build with its real process: files are recognised, built from, and every trouble is told."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from atlasview.atlas.check import check_atlas
from atlasview.building.watch import Progress
from atlasview.building.wish import Wish
from atlasview.desktop.building.builder import Builder, State
from tests.building.public_files import write_gaf
from tests.conftest import CHECKOUT
from tests.desktop.building.parts import PATIENCE, cut_short, looked_at, many_genes, small_files, strays, until

posix = pytest.mark.skipif(os.name != "posix", reason="ends processes as POSIX systems do")


@pytest.fixture
def builder(qtbot: QtBot) -> Iterator[Builder]:
    builder = Builder()
    yield builder
    builder.end()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """An atlas that was there before; what it holds does not matter here."""
    target = tmp_path / "out" / "human.atlas"
    target.parent.mkdir()
    target.write_bytes(b"what was there before")
    return target


def built(bot: QtBot, builder: Builder, wish: Wish) -> None:
    builder.start(wish)
    until(bot, lambda: not builder.running)


def test_files_are_recognised_by_what_stands_in_them(qtbot, builder, tmp_path):
    folder = small_files(tmp_path / "files")
    (folder / "page.txt").write_text("<!DOCTYPE html><html></html>")
    (folder / "nothing.tsv").touch()
    looked_at(qtbot, builder, folder)
    said = {row.name: row.seen.title or row.reason for row in builder.rows}
    assert said["hgnc.txt"] == "HGNC complete set"
    assert said["goa.gaf"] == "GO annotations (GAF)"
    assert "HTML" in said["page.txt"] and "empty" in said["nothing.tsv"]
    assert [row.name for row in builder.rows][-2:] == ["nothing.tsv", "page.txt"]
    missing = {offer.name: offer for offer in builder.missing()}
    assert "UniProtKB" in missing and "HGNC" not in missing
    assert missing["UniProtKB"].published and missing["UniProtKB"].adds
    assert not builder.without_genes()


def test_what_the_atlas_that_is_added_to_has_is_not_missing(qtbot, builder, atlas_path, tmp_path):
    looked_at(qtbot, builder, write_gaf(tmp_path / "files"))
    names = {offer.name for offer in builder.missing()}
    assert {"HGNC", "UniProtKB", "Ensembl gene models"} <= names
    builder.add_to(atlas_path)
    until(qtbot, lambda: "HGNC" not in {offer.name for offer in builder.missing()})
    assert "Ensembl gene models" in {offer.name for offer in builder.missing()}
    builder.add_to(None)
    assert {offer.name for offer in builder.missing()} == names


def test_a_format_that_says_nothing_of_its_own_is_refused_when_it_is_looked_at(qtbot, builder, tmp_path):
    path = tmp_path / "entries.list"
    path.write_text("P16871\nQ9HBE4\n")
    looked_at(qtbot, builder, path)
    assert builder.files == []
    assert "list of accessions" in builder.rows[0].reason


def test_the_same_file_is_taken_in_once_however_it_is_named(qtbot, builder, tmp_path):
    folder = small_files(tmp_path / "files")
    looked_at(qtbot, builder, folder)
    link = tmp_path / "link.txt"
    link.symlink_to(folder / "hgnc.txt")
    looked_at(qtbot, builder, folder / "hgnc.txt", link)
    assert len(builder.rows) == 3
    assert builder.again == ("hgnc.txt", "link.txt")


def test_what_was_taken_out_can_come_back(qtbot, builder, tmp_path):
    folder = small_files(tmp_path / "files")
    looked_at(qtbot, builder, folder)
    builder.take_out(builder.rows[:1])
    assert len(builder.rows) == 2
    looked_at(qtbot, builder, folder)
    assert len(builder.rows) == 3


def test_an_atlas_is_built_and_every_record_accounted_for(qtbot, builder, old, tmp_path):
    looked_at(qtbot, builder, small_files(tmp_path / "files"))
    told: list[Progress] = []
    builder.progressed.connect(told.append)
    built(qtbot, builder, Wish(old, "Small", jobs=1))
    assert builder.trouble is None and builder.state is State.BUILT
    assert check_atlas(old) == ()
    made = builder.result
    assert (made.name, made.counts["genes"]) == ("Small", 4)
    ends = {row.name: row.end for row in builder.rows}
    for end in ends.values():
        assert end.read == end.kept + end.rejected + end.filtered + end.superseded
    assert (ends["hgnc.txt"].read, ends["hgnc.txt"].kept, ends["goa.gaf"].rejected) == (4, 3, 1)
    assert any("rejected" in line for line in ends["goa.gaf"].why)
    document = json.loads(made.document)
    assert {source["file"]: source["read"] for source in document["sources"]} == {
        name: end.read for name, end in ends.items()
    }
    assert "What is not in the atlas, and why" in made.text.decode()
    assert told and told[-1].done == 1.0
    assert builder.beside.process is None  # what it took of the memory goes back
    assert strays(old.parent) == []


def test_facts_are_added_to_an_atlas_that_is_there(qtbot, builder, tmp_path):
    folder = small_files(tmp_path / "files")
    first = tmp_path / "first.atlas"
    looked_at(qtbot, builder, folder / "hgnc.txt")
    built(qtbot, builder, Wish(first, "First", jobs=1))
    builder.begin_again()
    builder.take_out(builder.rows)
    looked_at(qtbot, builder, folder / "gene_info.txt")
    built(qtbot, builder, Wish(first, "First", jobs=1, add_to=first))
    assert builder.trouble is None
    assert builder.result.counts["genes"] == 4
    assert check_atlas(first) == ()


def test_cancelling_leaves_nothing(qtbot, builder, old, tmp_path):
    looked_at(qtbot, builder, many_genes(tmp_path / "files"))
    builder.start(Wish(old, "Many", jobs=1))
    until(qtbot, lambda: builder.progress is not None and builder.progress.records > 0)
    assert strays(old.parent)
    builder.cancel()
    until(qtbot, lambda: not builder.running)
    assert builder.state is State.CHOOSING and builder.trouble is None
    assert old.read_bytes() == b"what was there before"
    assert strays(old.parent) == []
    built(qtbot, builder, Wish(old, "Many", jobs=1))
    assert check_atlas(old) == ()


def test_cancelling_at_once_leaves_nothing(qtbot, builder, old, tmp_path):
    looked_at(qtbot, builder, small_files(tmp_path / "files"))
    builder.start(Wish(old, "Small", jobs=1))
    builder.cancel()
    until(qtbot, lambda: not builder.running)
    assert strays(old.parent) == []


@posix
def test_a_process_that_was_killed_is_told_and_cleared_up_after(qtbot, builder, old, tmp_path):
    looked_at(qtbot, builder, many_genes(tmp_path / "files"))
    builder.start(Wish(old, "Many", jobs=1))
    until(qtbot, lambda: builder.progress is not None and builder.progress.records > 0)
    os.kill(builder.beside.process, signal.SIGKILL)
    until(qtbot, lambda: not builder.running)
    assert "ended from outside (signal 9)" in builder.trouble.what
    assert old.read_bytes() == b"what was there before"
    assert strays(old.parent) == []
    assert len(builder.files) == 1
    built(qtbot, builder, Wish(old, "Many", jobs=1))
    assert builder.trouble is None and check_atlas(old) == ()


@posix
def test_a_process_that_does_not_stop_is_ended(qtbot, builder, old, tmp_path):
    looked_at(qtbot, builder, many_genes(tmp_path / "files"))
    builder.start(Wish(old, "Many", jobs=1))
    until(qtbot, lambda: builder.progress is not None)
    os.kill(builder.beside.process, signal.SIGSTOP)
    builder.beside._impatient.setInterval(50)
    builder.cancel()
    until(qtbot, lambda: not builder.running)
    assert builder.trouble is None
    assert old.read_bytes() == b"what was there before" and strays(old.parent) == []


def test_a_file_that_has_gone_is_named(qtbot, builder, old, tmp_path):
    folder = small_files(tmp_path / "files")
    looked_at(qtbot, builder, folder)
    (folder / "gene_info.txt").unlink()
    built(qtbot, builder, Wish(old, "Small", jobs=1))
    assert "not there any more" in builder.trouble.what
    assert builder.trouble.where == str(folder / "gene_info.txt") and builder.trouble.remedy
    assert [row.name for row in builder.rows if row.fault] == ["gene_info.txt"]
    assert old.read_bytes() == b"what was there before"


def test_a_file_that_is_damaged_in_its_middle_is_named_with_the_line(qtbot, builder, old, tmp_path):
    damaged = cut_short(tmp_path / "files")
    looked_at(qtbot, builder, damaged)
    assert len(builder.files) == 1
    built(qtbot, builder, Wish(old, "Cut", jobs=1))
    assert "breaks off" in builder.trouble.what
    assert builder.trouble.where.startswith(f"{damaged} line ")
    assert builder.rows[0].fault and builder.rows[0].state == "left out"
    assert old.read_bytes() == b"what was there before" and strays(old.parent) == []


def test_a_place_that_cannot_be_written_to_is_told(qtbot, builder, tmp_path):
    looked_at(qtbot, builder, small_files(tmp_path / "files"))
    blocked = tmp_path / "a file"
    blocked.touch()
    built(qtbot, builder, Wish(blocked / "human.atlas", "Small", jobs=1))
    assert "cannot be written" in builder.trouble.what and builder.trouble.remedy


@posix
def test_a_full_disk_is_told(qtbot, builder, old, tmp_path):
    import resource

    folder = many_genes(tmp_path / "files")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
        looked_at(qtbot, builder, folder)  # the process starts with the room that there is
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    built(qtbot, builder, Wish(old, "Many", jobs=1))
    assert "cannot be written" in builder.trouble.what and "room" in builder.trouble.remedy
    assert old.read_bytes() == b"what was there before" and strays(old.parent) == []


def test_a_mistake_of_ours_is_reported_as_one(qtbot, builder, tmp_path, caplog):
    looked_at(qtbot, builder, small_files(tmp_path / "files"))
    row = builder.rows[0]
    builder.rows = [replace(row, seen=replace(row.seen, format="one that nobody knows"))]
    with qtbot.waitSignal(builder.failed, timeout=PATIENCE) as failed:
        builder.start(Wish(tmp_path / "human.atlas", "Small"))
    assert str(failed.args[0]) == "AssertionError"
    assert "work.py" in caplog.text and "_input" in caplog.text
    assert not builder.running and "mistake" in builder.trouble.what


ORPHAN = textwrap.dedent(
    """
    import os, sys
    from pathlib import Path
    from PySide6.QtCore import QCoreApplication
    from atlasview.building.wish import Wish
    from atlasview.desktop.building.builder import Builder

    application, builder = QCoreApplication([]), Builder()
    builder.looked.connect(lambda: builder.looking or builder.start(Wish(Path(sys.argv[2]), "Many", jobs=1)))

    def leave(progress):
        if progress.records:
            print(builder.beside.process, flush=True)
            os._exit(0)

    builder.progressed.connect(leave)
    builder.add([Path(sys.argv[1])])
    application.exec()
    """
)


@posix
def test_the_process_ends_when_the_window_is_killed(tmp_path, old):
    folder = many_genes(tmp_path / "files")
    words = [sys.executable, "-c", ORPHAN, str(folder), str(old)]
    done = subprocess.run(words, cwd=CHECKOUT, capture_output=True, text=True, check=True, timeout=110)
    process = int(done.stdout)
    end = time.monotonic() + 60
    while _lives(process) and time.monotonic() < end:
        time.sleep(0.05)
    assert not _lives(process)
    assert old.read_bytes() == b"what was there before" and strays(old.parent) == []


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
