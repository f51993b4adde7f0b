"""Building: the same facts give the same file, and the old atlas stays until the new one is whole."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.manifest import manifest
from atlasview.atlas.reader import AtlasReader
from atlasview.building.aside import written_aside
from atlasview.building.build import build_atlas
from atlasview.building.starter import build_starter
from atlasview.records.gene import Gene
from atlasview.records.trouble import InputRefused
from tests.atlas.test_reader import as_a_stranger
from tests.atlases import CHECKOUT, SMALL_TABLES
from tests.building.material import changed, small_material, with_records

BUILD = textwrap.dedent(
    """
    import resource, signal, sys
    from pathlib import Path
    from atlasview.building.starter import build_starter
    from atlasview.records.trouble import Trouble
    folder, target, room = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    if room:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    print("begins", flush=True)
    try:
        build_starter(folder, target)
    except Trouble as trouble:
        print(trouble)
        sys.exit(1)
    """
)


def build_apart(target: Path, room: int = 0) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", BUILD, str(SMALL_TABLES), str(target), str(room)]
    return subprocess.Popen(words, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def test_the_same_facts_give_the_same_bytes(tmp_path: Path, small_atlas_path: Path):
    report = build_starter(SMALL_TABLES, tmp_path / "again.atlas")
    assert (tmp_path / "again.atlas").read_bytes() == small_atlas_path.read_bytes()
    assert report.size == small_atlas_path.stat().st_size
    with AtlasReader(small_atlas_path) as reader:
        assert report.label == reader.label
        assert report.counts == manifest(reader).counts


def test_the_order_of_the_genes_in_their_table_makes_no_difference_to_what_is_known(tmp_path: Path):
    material = small_material()
    build_atlas(material, tmp_path / "one.atlas")
    build_atlas(with_records(material, Gene, material.records[Gene][::-1]), tmp_path / "other.atlas")
    with AtlasReader(tmp_path / "one.atlas") as one, AtlasReader(tmp_path / "other.atlas") as other:
        first, second = gene_profile(one, "HGNC:6024"), gene_profile(other, "HGNC:6024")
    assert first.proteins == second.proteins
    assert first.citations == second.citations


def test_the_file_is_one_that_read_only_media_can_hold(small_atlas_path: Path):
    header = small_atlas_path.read_bytes()[:100]
    assert header[18:20] == b"\x01\x01"  # no write-ahead log
    assert header[68:72] == b"AVAW"
    assert [path.name for path in small_atlas_path.parent.iterdir()] == [small_atlas_path.name]


def test_building_replaces_what_was_there(tmp_path: Path):
    target = tmp_path / "deep" / "down" / "some.atlas"
    build_starter(SMALL_TABLES, target)
    newer = small_material()
    build_atlas(changed(newer, Gene, 0, name="renamed"), target)
    with AtlasReader(target) as reader:
        assert gene_profile(reader, newer.records[Gene][0].id).gene.name == "renamed"
    assert [path.name for path in target.parent.iterdir()] == ["some.atlas"]


def test_a_refused_build_leaves_the_old_atlas(tmp_path: Path):
    target = tmp_path / "some.atlas"
    build_starter(SMALL_TABLES, target)
    before = target.read_bytes()
    with pytest.raises(InputRefused):
        build_atlas(changed(small_material(), Gene, 0, source="nowhere"), target)
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["some.atlas"]


@pytest.mark.parametrize("room", [1, 20_000, 200_000, 400_000])
def test_a_full_disk_leaves_the_old_atlas_and_says_so(tmp_path: Path, room: int):
    target = tmp_path / "some.atlas"
    target.write_bytes(b"the old one")
    process = build_apart(target, room)
    said, _nothing = process.communicate(timeout=60)
    assert process.returncode == 1, said
    assert "the atlas cannot be written" in said
    assert str(target) in said
    assert "room left" in said
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("some.atlas", b"the old one")]


def test_a_folder_that_may_not_be_written_says_so(tmp_path: Path):
    tmp_path.chmod(0o555)
    try:
        with as_a_stranger(), pytest.raises(InputRefused, match="cannot be written") as caught:
            build_starter(SMALL_TABLES, tmp_path / "some.atlas")
    finally:
        tmp_path.chmod(0o755)
    assert "folder" in caught.value.remedy


def test_a_target_that_is_a_folder_is_refused(tmp_path: Path):
    (tmp_path / "some.atlas").mkdir()
    with pytest.raises(InputRefused, match="cannot be written"):
        build_starter(SMALL_TABLES, tmp_path / "some.atlas")
    assert [path.name for path in tmp_path.iterdir()] == ["some.atlas"]


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_device_or_a_pipe_is_not_replaced(tmp_path: Path):
    """As a user who may do anything, `-o /dev/null` made a file of the device."""
    pipe = tmp_path / "pipe.atlas"
    os.mkfifo(pipe)
    link = tmp_path / "link.atlas"
    link.symlink_to(pipe)
    for target in (pipe, link):
        with pytest.raises(InputRefused, match="a device or a pipe"):
            build_starter(SMALL_TABLES, target)
    assert pipe.is_fifo()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.atlas", "pipe.atlas"]


@pytest.mark.skipif(os.name != "posix", reason="links need a right of their own elsewhere")
def test_a_link_is_followed(tmp_path: Path):
    """As exports follow it: what `current.atlas` leads to is built anew, beside it and not beside the link."""
    (tmp_path / "releases").mkdir()
    real, link = tmp_path / "releases" / "some.atlas", tmp_path / "current.atlas"
    link.symlink_to(real)
    with written_aside(link) as aside:
        aside.write_bytes(b"first")
        assert aside.parent == real.parent
        with pytest.raises(InputRefused, match="being written already"), written_aside(real):
            pytest.fail("two builds write the same file")
    assert (link.is_symlink(), real.read_bytes()) == (True, b"first")


def test_a_killed_build_leaves_the_old_atlas_and_the_next_clears_up(tmp_path: Path, soak: bool):
    target = tmp_path / "some.atlas"
    build_starter(SMALL_TABLES, target)
    before = target.read_bytes()
    for moment in range(50 if soak else 6):
        process = build_apart(target)
        assert process.stdout
        process.stdout.readline()
        time.sleep((moment % 6) * 0.03)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)
        assert target.read_bytes() == before  # the same facts: the old atlas, or the same one anew
    build_starter(SMALL_TABLES, target)
    assert [path.name for path in tmp_path.iterdir()] == ["some.atlas"]
    assert not any(finding.severity == "error" for finding in check_atlas(target))


def test_what_another_build_is_writing_is_left_alone(tmp_path: Path):
    target = tmp_path / "some.atlas"
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    running = tmp_path / f".some.atlas.{os.getppid()}.part"
    left = tmp_path / f".some.atlas.{int(gone.stdout)}.part"
    other = tmp_path / ".other.atlas.1.part"
    for path in (running, left, other):
        path.touch()
    build_starter(SMALL_TABLES, target)
    assert running.exists()
    assert other.exists()
    assert not left.exists()


def test_what_a_process_of_the_same_number_has_left_is_cleared(tmp_path: Path):
    left = tmp_path / f".some.atlas.{os.getpid()}.part"
    left.write_bytes(b"left behind in a container where every process has this number")
    build_starter(SMALL_TABLES, tmp_path / "some.atlas")
    assert [path.name for path in tmp_path.iterdir()] == ["some.atlas"]


def test_a_second_build_of_the_same_atlas_in_this_process_is_refused(tmp_path: Path):
    target = tmp_path / "some.atlas"
    with written_aside(target) as aside:
        aside.write_bytes(b"first")
        with pytest.raises(InputRefused, match="being written already"), written_aside(target):
            pytest.fail("two builds write the same file")
        assert aside.read_bytes() == b"first"
    assert target.read_bytes() == b"first"


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(*_anything: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("atlasview.building.build.write_search", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build_starter(SMALL_TABLES, tmp_path / "some.atlas")
    assert list(tmp_path.iterdir()) == []
