"""Opening an atlas: what is one, what is none, and what to say then; reading it from another thread; stopping."""

import os
import shutil
import sqlite3
import struct
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlasview.atlas.format import APPLICATION_ID, SCHEMA_VERSION
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.trouble import (
    AtlasDamaged,
    AtlasForeign,
    AtlasMissing,
    AtlasTooNew,
    AtlasTooOld,
    Stopped,
    Trouble,
)


@contextmanager
def as_a_stranger() -> Iterator[None]:
    """Give up the rights of the superuser, for whom no permission is ever missing."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def copy(small_atlas_path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(small_atlas_path, tmp_path / "copy.atlas"))


def patched(path: Path, offset: int, content: bytes) -> Path:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(content)
    return path


def foreign_database(path: Path) -> Path:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    return path


def test_an_atlas_says_its_name_version_and_seal(small: AtlasReader):
    assert str(small.label) == "Small atlas 1"
    assert len(small.label.sha256) == 64
    assert int(small.label.sha256, 16) > 0


MAKE_BAD: dict[str, tuple[Callable[[Path, Path], Path], type[Trouble], str]] = {
    "missing": (lambda folder, _copy: folder / "absent.atlas", AtlasMissing, "there is no atlas file"),
    "inside a file": (lambda _folder, copy: copy / "absent.atlas", AtlasMissing, "there is no atlas file"),
    "folder": (lambda folder, _copy: folder, AtlasMissing, "a folder"),
    "name with NUL": (lambda folder, _copy: folder / "a\0b", AtlasMissing, "there is no atlas file"),
    "empty": (lambda folder, _copy: _written(folder, b""), AtlasDamaged, "is empty"),
    "text": (lambda folder, _copy: _written(folder, b"gene\tsymbol\n" * 50), AtlasForeign, "is not an atlas"),
    "one byte": (lambda folder, _copy: _written(folder, b"S"), AtlasDamaged, "first bytes"),
    "magic only": (lambda folder, _copy: _written(folder, b"SQLite format 3\0"), AtlasDamaged, "first bytes"),
    "another database": (lambda folder, _copy: foreign_database(folder / "x.db"), AtlasForeign, "another program"),
    "newer": (
        lambda _folder, copy: patched(copy, 60, struct.pack(">I", SCHEMA_VERSION + 1)),
        AtlasTooNew,
        "made by a later AtlasView",
    ),
    "older": (lambda _folder, copy: patched(copy, 60, struct.pack(">I", 0)), AtlasTooOld, "an earlier AtlasView"),
}


def _written(folder: Path, content: bytes) -> Path:
    path = folder / "bad.atlas"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", MAKE_BAD)
def test_a_file_that_is_no_atlas_is_refused_in_words(name: str, tmp_path: Path, copy: Path):
    make, sort, words = MAKE_BAD[name]
    path = make(tmp_path, copy)
    with pytest.raises(sort) as caught:
        AtlasReader(path)
    assert type(caught.value) is sort
    assert words in caught.value.what
    assert caught.value.where == str(path)
    assert caught.value.remedy


@pytest.mark.parametrize("left", [101, 4096, 5000, 100_000])
def test_a_truncated_atlas_tells_its_two_sizes(copy: Path, left: int):
    whole = copy.stat().st_size
    os.truncate(copy, left)
    with pytest.raises(AtlasDamaged, match="incomplete") as caught:
        AtlasReader(copy)
    assert (caught.value.expected_bytes, caught.value.found_bytes) == (whole, left)


def test_an_atlas_with_something_behind_it_is_damaged(copy: Path):
    with copy.open("ab") as file:
        file.write(b"\0" * 4096)
    with pytest.raises(AtlasDamaged, match="longer than it says"):
        AtlasReader(copy)


def test_an_atlas_without_manifest_is_damaged(tmp_path: Path):
    path = tmp_path / "hollow.atlas"
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        connection.execute("CREATE TABLE gene (key)")
    connection.close()
    with pytest.raises(AtlasDamaged, match="manifest"):
        AtlasReader(path)


def test_a_page_of_noise_is_damage_and_no_crash(copy: Path):
    size = copy.stat().st_size
    for offset in range(4096, size, 4096):
        patched(copy, offset, b"\xff" * 4096)
    with pytest.raises(AtlasDamaged, match="damaged"):
        AtlasReader(copy)


@settings(max_examples=60)
@given(st.data())
def test_any_damage_is_trouble_or_harmless(small_atlas_path: Path, data: st.DataObject):
    content = bytearray(small_atlas_path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content) - 1))
        noise = data.draw(st.binary(min_size=1, max_size=400))
        content[start : start + len(noise)] = noise[: len(content) - start]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "damaged.atlas"
        path.write_bytes(content)
        with suppress(Trouble), AtlasReader(path) as reader:
            assert reader.rows(Statement("PRAGMA integrity_check(1)"))


@pytest.mark.parametrize(
    "name", ["a#b.atlas", "50%.atlas", "what?.atlas", "two words.atlas", "?mode=rwc#.atlas", "ä漢.atlas"]
)
def test_odd_names_open_the_file_they_name(small_atlas_path: Path, tmp_path: Path, name: str):
    odd = tmp_path / name
    shutil.copy(small_atlas_path, odd)
    with AtlasReader(odd) as reader:
        assert gene_profile(reader, "HGNC:6005").gene.symbol == "IL21"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name]


def test_a_relative_path_is_enough(copy: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(copy.parent)
    with AtlasReader(Path(copy.name)) as reader:
        assert reader.label.name == "Small atlas"


def test_an_atlas_in_a_folder_that_may_not_be_written_opens(small_atlas_path: Path):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        atlas = Path(shutil.copy(small_atlas_path, folder / "fixed.atlas"))
        atlas.chmod(0o444)
        folder.chmod(0o555)
        try:
            with as_a_stranger(), AtlasReader(atlas) as reader:
                assert gene_profile(reader, "HGNC:6005").gene.symbol == "IL21"
        finally:
            folder.chmod(0o755)
        assert [path.name for path in folder.iterdir()] == ["fixed.atlas"]


def test_an_atlas_that_may_not_be_read_says_so(small_atlas_path: Path):
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        atlas = Path(shutil.copy(small_atlas_path, Path(name) / "secret.atlas"))
        atlas.chmod(0)
        with as_a_stranger(), pytest.raises(AtlasMissing, match="may not be read"):
            AtlasReader(atlas)


def test_an_atlas_cannot_be_written_through_its_reader(copy: Path):
    before = copy.read_bytes()
    with AtlasReader(copy) as reader, pytest.raises(sqlite3.DatabaseError, match=r"readonly|read-only"):
        reader.rows(Statement("DELETE FROM gene"))
    assert copy.read_bytes() == before


def test_another_thread_than_the_one_that_opened_it_reads(small: AtlasReader):
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(gene_profile(small, "HGNC:6005").gene.symbol))
    thread.start()
    thread.join()
    assert found == ["IL21"]


def test_a_set_event_stops_a_running_query_and_all_later_ones(small_atlas_path: Path):
    endless = Statement("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
    with AtlasReader(small_atlas_path) as reader:
        timer = threading.Timer(0.1, reader.stop.set)
        timer.start()
        with pytest.raises(Stopped):
            reader.rows(endless)
        timer.join()
        with pytest.raises(Stopped):
            gene_profile(reader, "HGNC:6005")
        reader.stop.clear()
        assert gene_profile(reader, "HGNC:6005").gene.symbol == "IL21"


def test_closing_lets_the_file_go_and_closing_twice_does_no_harm(copy: Path):
    reader = AtlasReader(copy)
    reader.close()
    reader.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        gene_profile(reader, "HGNC:6005")
    copy.unlink()


def test_an_atlas_replaced_while_open_is_read_to_the_end(copy: Path, small_atlas_path: Path, tmp_path: Path):
    with AtlasReader(copy) as reader:
        other = Path(shutil.copy(small_atlas_path, tmp_path / "other"))
        patched(other, 60, struct.pack(">I", 99))
        other.replace(copy)
        assert gene_profile(reader, "HGNC:6005").gene.symbol == "IL21"
    with pytest.raises(AtlasTooNew):
        AtlasReader(copy)
