"""The file of a large atlas, written by a process beside: the same bytes, failures told, nobody left waiting."""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.building import compose
from atlasview.building.compose import build_from_files
from atlasview.building.file_beside import FileBeside
from atlasview.building.inputs import find_inputs
from atlasview.building.process_beside import ProcessLost
from atlasview.building.watch import Watch
from atlasview.building.wish import Wish
from atlasview.records.trouble import InputRefused, Stopped
from tests.building.public_files import write_gaf, write_gene_info, write_hgnc

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX systems do")

ROWS = 12_000


@pytest.fixture
def file(tmp_path: Path) -> Iterator[FileBeside]:
    with FileBeside(tmp_path / "new.atlas") as made:
        made.run("CREATE TABLE misspelling (deletion, spelling)")
        made.run("CREATE TABLE vocabulary (word)")
        yield made


def process_of(file: FileBeside) -> int:
    found: int | None = file._process._process.pid
    assert found is not None
    return found


def words(first: int, last: int) -> list[str]:
    return [text for number in range(first, last) for text in (f"{number:06}", f"word {number}")]


def fill(file: FileBeside) -> None:
    """Far more rows than can wait."""
    for first in range(0, 100 * ROWS, ROWS):
        file.insert("misspelling", 2, words(first, first + ROWS))


def test_rows_come_back_as_they_went_while_others_are_inserted(file: FileBeside):
    file.insert("misspelling", 2, words(0, ROWS))
    read: list[str] = []
    for number, (deletion, _spelling) in enumerate(
        file.read("SELECT deletion, spelling FROM misspelling ORDER BY deletion")
    ):
        read.append(deletion)
        if number % 1000 == 0:
            file.insert("vocabulary", 1, [f"word {number}"])
    assert read == words(0, ROWS)[::2]
    two = [file.read("SELECT word FROM vocabulary ORDER BY word"), file.read("SELECT count(*) FROM misspelling")]
    assert (next(two[0])[0], next(two[1])[0], len(list(two[0]))) == ("word 0", ROWS, ROWS // 1000 - 1)


def test_neither_side_waits_for_the_other_while_both_send(tmp_path: Path):
    counted = "WITH RECURSIVE n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < 2000000)"
    wide = [f"{at:02000}" for at in range(ROWS)]
    with FileBeside(tmp_path / "new.atlas", ahead=1) as file:
        file.run("CREATE TABLE wide (text)")
        file.insert("wide", 1, wide)
        slow = f"({counted} SELECT max(at) FROM n WHERE at > -wide.rowid)"
        read = file.read(f"SELECT text, CASE rowid WHEN 10010 THEN {slow} END FROM wide")
        assert len(list(islice(read, 5_001))) == 5_001  # the last rows are asked for, and take a while
        for first in range(0, ROWS, 3_000):
            file.insert("wide", 1, wide[first : first + 3_000])
        assert len(list(read)) >= ROWS - 5_001


def test_a_file_that_cannot_be_made_is_told_with_the_next_call(tmp_path: Path):
    with FileBeside(tmp_path / "nowhere" / "new.atlas") as file:
        with pytest.raises(OSError, match="unable to open") as told:
            list(file.read("SELECT 1"))
        assert told.value.errno == errno.EACCES


def test_a_full_disk_is_told_and_nothing_waits(file: FileBeside):
    file.run("PRAGMA max_page_count=400")
    with pytest.raises(OSError, match="is full") as told:
        fill(file)
    assert told.value.errno == errno.ENOSPC


def test_a_mistake_of_ours_is_raised_as_what_it_is(file: FileBeside):
    file.run("INSERT INTO nowhere VALUES (1)")
    with pytest.raises(Exception, match="no such table: nowhere"):
        file.finish()


def test_a_process_that_the_system_ends_is_told(file: FileBeside):
    list(file.read("SELECT 1"))
    os.kill(process_of(file), signal.SIGKILL)
    with pytest.raises(ProcessLost):
        fill(file)


def test_without_the_one_that_started_it_the_process_ends(file: FileBeside):
    list(file.read("SELECT 1"))
    file._pipe.close()
    file._process._process.join(30)
    assert file._process._process.exitcode == 1


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A few small files; the atlas of them is written beside all the same."""
    for write in (write_hgnc, write_gene_info, write_gaf):
        write(tmp_path / "files")
    monkeypatch.setattr(compose, "_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return tmp_path / "files"


def test_who_writes_the_atlas_is_not_to_be_seen(folder: Path, tmp_path: Path):
    files = find_inputs([str(folder)])
    alone, beside = (tmp_path / name / "human.atlas" for name in ("alone", "beside"))
    build_from_files(files, Wish(alone, jobs=1))
    report = build_from_files(files, Wish(beside, jobs=2))
    assert beside.read_bytes() == alone.read_bytes()
    assert report.size == beside.stat().st_size
    assert check_atlas(beside) == ()


def test_a_build_whose_process_is_ended_refuses_in_words_and_leaves_the_old_atlas(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "human.atlas"
    target.write_bytes(b"the old one")

    class Ended(FileBeside):
        def finish(self) -> tuple[str, int]:
            os.kill(process_of(self), signal.SIGKILL)
            return super().finish()

    monkeypatch.setattr(compose, "FileBeside", Ended)
    with pytest.raises(InputRefused, match="writing the atlas was ended by the system") as refused:
        build_from_files(find_inputs([str(folder)]), Wish(target, jobs=2))
    assert (refused.value.where, "--jobs 1" in refused.value.remedy) == (str(target), True)
    assert target.read_bytes() == b"the old one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["files", "human.atlas"]


def test_a_build_that_is_stopped_while_it_writes_leaves_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    stop: list[bool] = []
    watch = Watch(lambda progress: stop.append(progress.what.startswith("writing")), lambda: any(stop))
    monkeypatch.setattr("atlasview.building.watch._SECONDS_BETWEEN", 0.0)
    with pytest.raises(Stopped):
        build_from_files(find_inputs([str(folder)]), Wish(tmp_path / "human.atlas", jobs=2), watch)
    assert [path.name for path in tmp_path.iterdir()] == ["files"]
