"""A file is written whole or not at all, and every refusal of the system is a sentence."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from atlasview.export.write import write_aside
from atlasview.records.trouble import Trouble
from tests.conftest import CHECKOUT

needs_posix = pytest.mark.skipif(os.name != "posix", reason="permissions and limits of POSIX")
as_root = os.name == "posix" and os.geteuid() == 0


def leftovers(folder):
    return [path.name for path in folder.iterdir() if path.name.endswith(".part")]


def test_new_and_replaced_files_hold_the_content_and_nothing_stays_beside(tmp_path):
    target = tmp_path / "sequence.fasta"
    write_aside(target, b"old")
    write_aside(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["sequence.fasta"]


def test_signs_that_mean_something_to_a_shell_or_a_database_are_a_name(tmp_path):
    for name in ("with space.svg", "a#b%20c?.svg" if os.name == "posix" else "a#b%20c.svg", "Übersicht 基因.svg"):
        write_aside(tmp_path / name, b"x")
        assert (tmp_path / name).read_bytes() == b"x"


@needs_posix
def test_a_new_file_has_the_usual_permissions_and_a_replaced_one_keeps_its_own(tmp_path):
    target = tmp_path / "sequence.fasta"
    before = os.umask(0o027)
    try:
        write_aside(target, b"old")
    finally:
        os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    target.chmod(0o604)
    write_aside(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o604


@needs_posix
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "folder").mkdir()
    link = tmp_path / "link.svg"
    link.symlink_to(tmp_path / "folder" / "figure.svg")
    write_aside(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "folder" / "figure.svg").read_bytes() == b"new"


@needs_posix
def test_a_device_is_written_to_and_not_replaced():
    write_aside(Path(os.devnull), b"x")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said():
    with pytest.raises(Trouble, match="the disk is full"):
        write_aside(Path("/dev/full"), b"x")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(Trouble, match="the file is a folder"):
        write_aside(tmp_path, b"x")


def test_a_missing_folder_is_said_and_not_made(tmp_path):
    with pytest.raises(Trouble, match="no such folder"):
        write_aside(tmp_path / "missing" / "figure.svg", b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(Trouble, match="no such folder"):
        write_aside(tmp_path / "file" / "figure.svg", b"x")


def test_a_name_that_no_system_takes_is_said(tmp_path):
    with pytest.raises(Trouble, match="the name is too long"):
        write_aside(tmp_path / ("x" * 300 + ".svg"), b"x")
    with pytest.raises(Trouble, match="not one"):
        write_aside(tmp_path / "a\0b", b"x")


def run_limited(program, tmp_path, **how):
    return subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        cwd="/",
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
        **how,
    )


LIMITED = """
import resource, sys
from pathlib import Path
from atlasview.export.write import write_aside
from atlasview.records.trouble import Trouble
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_aside(Path(sys.argv[1]) / "figure.svg", b"x" * 5000)
except Trouble as trouble:
    print(trouble)
"""


@needs_posix
def test_where_no_more_may_be_written_the_old_file_is_as_it_was(tmp_path):
    (tmp_path / "figure.svg").write_bytes(b"old")
    done = run_limited(LIMITED, tmp_path)
    assert "may not grow that large" in done.stdout, done.stderr
    assert (tmp_path / "figure.svg").read_bytes() == b"old"
    assert leftovers(tmp_path) == []


UNPRIVILEGED = """
import os, sys
from pathlib import Path
from atlasview.export.write import write_aside
from atlasview.records.trouble import Trouble
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
for name in ("new.svg", "old.svg"):
    try:
        write_aside(Path(sys.argv[1]) / name, b"new")
    except Trouble as trouble:
        print(trouble.what)
"""


@needs_posix
def test_an_unwritable_folder_is_said(tmp_path):
    (tmp_path / "old.svg").write_bytes(b"old")
    for folder in (tmp_path, *tmp_path.parents[:-2]):
        if folder.stat().st_uid == os.geteuid():
            folder.chmod(0o755)
    tmp_path.chmod(0o555)
    done = run_limited(UNPRIVILEGED, tmp_path)
    tmp_path.chmod(0o755)
    if as_root and "Permission" in done.stderr:
        pytest.skip("the checkout cannot be read by another user")
    assert done.stdout.splitlines() == ["the file may not be written"] * 2, done.stderr
    assert (tmp_path / "old.svg").read_bytes() == b"old"


@needs_posix
@pytest.mark.skipif(as_root, reason="root may write everything")
def test_a_protected_file_is_not_replaced(tmp_path):
    target = tmp_path / "old.svg"
    target.write_bytes(b"old")
    target.chmod(0o444)
    with pytest.raises(Trouble, match="may not be written"):
        write_aside(target, b"new")
    assert target.read_bytes() == b"old"
