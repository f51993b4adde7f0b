"""Where a figure cannot be written, one line says so, nothing stays beside, and the old file is as it was."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from atlasview.export.presets import FORMATS
from tests.conftest import CHECKOUT

needs_posix = pytest.mark.skipif(os.name != "posix", reason="permissions and limits of POSIX")

PROGRAM = """
import os, resource, signal, sys
from pathlib import Path
trouble, *targets = sys.argv[1:]
from atlasview.cli import main
import atlasview.commands.application, PIL.TiffImagePlugin
command = ["export", "figure", "IL7R", "--view", "domains"]
warm = [main([*command, "-o", str(Path(target).with_name("warm" + Path(target).suffix))]) for target in targets]
sys.stderr.write("ready\\n")
sys.stderr.flush()
if trouble == "full":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
if trouble == "stranger" and os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
if trouble == "cancelled":
    def interrupted(_descriptor):
        raise KeyboardInterrupt
    os.fsync = interrupted
for target in targets:
    print(main([*command, "-o", target]))
"""


@pytest.fixture
def meet(atlas_path, tmp_path):
    """Run `export figure` for targets in a process that meets trouble; exit status and message of each."""

    def run(trouble: str, *targets: Path) -> list[tuple[int, str]]:
        atlas = tmp_path / "home" / "starter.atlas"
        atlas.parent.mkdir()
        shutil.copyfile(atlas_path, atlas)  # a stranger may not read the folder of the first one
        where = {"PYTHONPATH": str(CHECKOUT), "ATLASVIEW_ATLAS": str(atlas)}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, trouble, *map(str, targets)],
            cwd=tmp_path,
            env={**os.environ, **where},
            capture_output=True,
            text=True,
            check=False,
        )
        messages = done.stderr.partition("ready\n")[2].splitlines()
        assert len(messages) == len(targets), done.stderr
        for path in tmp_path.glob("warm.*"):
            path.unlink()
        return list(zip(map(int, done.stdout.split()), messages, strict=True))

    return run


@pytest.fixture
def old(tmp_path):
    """A file of each format that was there before."""
    files = [tmp_path / f"figure.{form}" for form in FORMATS]
    for path in files:
        path.write_bytes(b"old")
    return files


def untouched(files) -> bool:
    beside = {path.name for path in files[0].parent.iterdir()} - {"home"}
    return beside == {path.name for path in files} and {path.read_bytes() for path in files} == {b"old"}


@needs_posix
def test_a_full_disk(meet, old):
    for status, message in meet("full", *old):
        assert status == 1
        assert "the file cannot be written: a file may not grow that large here" in message
    assert untouched(old)


@needs_posix
def test_an_unwritable_folder(meet, old):
    folder = old[0].parent
    for each in (folder, *folder.parents[:-2]):
        if each.stat().st_uid == os.geteuid():
            each.chmod(0o755)
    folder.chmod(0o1777)
    for path in old:
        path.chmod(0o444)
    told = meet("stranger", *old)
    for status, message in told:
        assert status == 1, message
        assert "the file may not be written" in message
        assert "choose another folder" in message
    assert untouched(old)


def test_a_folder_of_that_name(atlasview, tmp_path):
    for form in FORMATS:
        target = tmp_path / f"figure.{form}"
        target.mkdir()
        (target / "inside").write_bytes(b"old")
        answer = atlasview("export", "figure", "IL7R", "--view", "domains", "-o", target)
        assert answer.status == 1
        assert "the target is a folder" in answer.err and answer.err.count("\n") == 1
        assert [path.name for path in target.iterdir()] == ["inside"]


def test_no_such_folder_and_a_file_for_a_folder(atlasview, tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    for folder in ("absent", "file"):
        for form in FORMATS:
            target = tmp_path / folder / f"figure.{form}"
            answer = atlasview("export", "figure", "IL7R", "--view", "domains", "-o", target)
            assert answer.status == 1
            assert "there is no such folder" in answer.err and answer.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_name_that_is_taken_is_replaced_as_asked(atlasview, old):
    for target in old:
        assert atlasview("export", "figure", "IL7R", "--view", "domains", "-o", target).status == 0
        assert len(target.read_bytes()) > 3000


def test_cancelled_in_the_midst_of_writing(meet, old):
    for status, message in meet("cancelled", *old):
        assert (status, message) == (130, "atlasview: cancelled")
    assert untouched(old)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_standard_output_that_takes_nothing(atlas_path):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "atlasview", "export", "figure", "IL7R", "--view", "domains", "-o", "-"],
            cwd=CHECKOUT,
            env={**os.environ, "ATLASVIEW_ATLAS": str(atlas_path)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("atlasview: the output cannot be written")
