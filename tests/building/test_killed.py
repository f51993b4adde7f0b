"""A build that is killed leaves the old atlas as it was, and nothing that the next build does not clear."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from tests.building.public_files import HGNC_ROWS, write_gaf, write_hgnc
from tests.conftest import CHECKOUT

GENES = 2_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """So many made genes that a build takes a few seconds."""
    write_genes(tmp_path / "files", GENES)
    write_gaf(tmp_path / "files")
    return tmp_path / "files"


def write_genes(folder: Path, number: int) -> None:
    first = HGNC_ROWS[0]
    made = [
        (f"HGNC:{900000 + at}", f"MADE{at}", f"made gene {at}", *first[3:10], str(9_000_000 + at), f"ENSG{at:011}", "")
        for at in range(number)
    ]
    write_hgnc(folder, [*HGNC_ROWS, *made])


def begun(folder: Path, target: Path, jobs: int = 1) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "atlasview", "build", str(folder), "-o", str(target), "--jobs", str(jobs)]
    return subprocess.Popen(words, cwd=CHECKOUT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def whole_time(folder: Path, target: Path) -> float:
    start = time.monotonic()
    assert begun(folder, target).wait(60) == 0
    return time.monotonic() - start


def killed_at(moments: list[float], folder: Path, target: Path) -> None:
    before = target.read_bytes()
    for moment in moments:
        process = begun(folder, target)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.wait(60)
        assert target.read_bytes() == before or check_atlas(target) == ()
    assert begun(folder, target).wait(60) == 0
    assert check_atlas(target) == ()
    assert sorted(path.name for path in target.parent.iterdir()) == ["files", "human.atlas"]


@pytest.mark.soak
@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX systems do")
def test_killed_at_any_moment(folder: Path, tmp_path: Path, soak: bool):
    target = tmp_path / "human.atlas"
    whole = whole_time(folder, target)
    sample = random.Random(2026)
    killed_at([sample.uniform(0.0, whole) for _ in range(50 if soak else 4)], folder, target)


@pytest.mark.skipif(os.name != "posix", reason="ends as POSIX systems do")
def test_a_build_that_is_told_to_end_leaves_nothing_behind(folder: Path, tmp_path: Path):
    process = begun(folder, tmp_path / "human.atlas")
    end = time.monotonic() + 60
    while not list(tmp_path.glob(".human.atlas.staging.*")) and time.monotonic() < end:
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == ["files"]


def children(process: int) -> list[int]:
    """Processes that this one started, on Linux."""
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text(encoding="ascii").split()]


def works(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="looks where Linux says which processes there are")
def test_no_reading_process_outlives_a_killed_build(folder: Path, tmp_path: Path):
    write_genes(folder, 40 * GENES)
    process = begun(folder, tmp_path / "human.atlas", 2)
    end = time.monotonic() + 60
    while len(children(process.pid)) < 2 and time.monotonic() < end:
        time.sleep(0.01)
    time.sleep(0.5)
    started = children(process.pid)
    assert (process.poll(), len(started) >= 2) == (None, True)
    process.send_signal(signal.SIGKILL)
    process.wait(60)
    while any(map(works, started)) and time.monotonic() < end:
        time.sleep(0.01)
    assert not any(map(works, started))
