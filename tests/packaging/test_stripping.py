"""Libraries are stripped where the loader takes what is left of them."""

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from make import bundle_contents, stripping

LIBRARIES = Path(np.__file__).parent.parent
SHARED = sorted(path for home in ("numpy.libs", "pillow.libs", "h5py.libs") for path in LIBRARIES.glob(f"{home}/*.so*"))

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("strip") is None, reason="needs ELF files and strip (package binutils)"
)


def refused(library: Path) -> bool:
    """Whether the loader finds the file itself wrong; a library that it needs may be missing."""
    try:
        ctypes.CDLL(str(library))
    except OSError as error:
        return "load command" in str(error)
    return False


@pytest.mark.parametrize("library", SHARED, ids=lambda path: path.name)
def test_the_verdict_is_that_of_the_loader(library, tmp_path):
    stripped = tmp_path / library.name
    subprocess.run(["strip", "-o", stripped, library], check=True)
    assert stripping.survives(library) is not refused(stripped)


def test_what_survives_is_stripped_and_the_rest_is_not():
    listed = [(f"{path.parent.name}/{path.name}", str(path), "BINARY") for path in SHARED]
    kinds = {name: kind for name, _, kind in bundle_contents.left_unstripped(listed)}
    assert {kinds[f"{path.parent.name}/{path.name}"] == "BINARY" for path in SHARED if stripping.survives(path)} == {
        True
    }
    assert [kind for name, kind in kinds.items() if "openblas" in name] == ["DATA"]


def test_what_is_no_library_does_not_survive(tmp_path):
    text = tmp_path / "libtext.so"
    text.write_text("no library")
    assert not stripping.survives(text)
    assert not stripping.survives(tmp_path / "libnone.so")
    assert not stripping.is_aligned(b"\xcf\xfa\xed\xfe" + bytes(60))
