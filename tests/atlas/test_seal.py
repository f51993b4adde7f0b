"""The seal is the checksum of the file with itself blanked out."""

import hashlib
import shutil
from pathlib import Path

import pytest

from atlasview.atlas.format import SEAL_PLACEHOLDER
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.seal import seal_holds, write_seal


def test_anyone_can_recompute_the_seal(small: AtlasReader):
    seal = small.label.sha256
    content = small.path.read_bytes()
    assert content.count(seal.encode()) == 1
    assert SEAL_PLACEHOLDER.encode() not in content
    assert hashlib.sha256(content.replace(seal.encode(), b"0" * 64)).hexdigest() == seal


def test_one_changed_bit_breaks_it(small_atlas_path: Path, tmp_path: Path):
    copy = Path(shutil.copy(small_atlas_path, tmp_path / "copy"))
    with AtlasReader(copy) as reader:
        seal = reader.label.sha256
    assert seal_holds(copy, seal)
    with copy.open("r+b") as file:
        file.seek(-100, 2)
        byte = file.read(1)[0]
        file.seek(-100, 2)
        file.write(bytes([byte ^ 1]))
    assert not seal_holds(copy, seal)
    assert not seal_holds(copy, "0" * 64)


def test_the_place_of_the_seal_is_found_across_the_pieces_in_which_a_file_is_read(tmp_path: Path):
    piece = 1 << 20
    for before in (0, piece - 64, piece - 63, piece - 1, piece, 2 * piece - 30):
        path = tmp_path / f"{before}"
        path.write_bytes(b"a" * before + SEAL_PLACEHOLDER.encode() + b"z" * 1000)
        seal = write_seal(path)
        assert path.read_bytes() == b"a" * before + seal.encode() + b"z" * 1000
        assert seal == hashlib.sha256(b"a" * before + b"0" * 64 + b"z" * 1000).hexdigest()
        assert seal_holds(path, seal)


def test_a_file_with_no_place_or_two_cannot_be_sealed(tmp_path: Path):
    path = tmp_path / "file"
    for content in (b"nothing", 2 * SEAL_PLACEHOLDER.encode()):
        path.write_bytes(content)
        with pytest.raises(ValueError, match="places for the seal"):
            write_seal(path)
        assert path.read_bytes() == content
