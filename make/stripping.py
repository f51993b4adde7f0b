"""Whether a shared library can still be loaded once it is stripped of its symbols."""

import struct
import subprocess
import tempfile
from pathlib import Path

_ELF = b"\x7fELF"
_LOADED = 1


def survives(library: Path) -> bool:
    """Strip a copy and look whether the loader would take it; False where it would not, or where nothing is known.

    The libraries of some wheels were linked anew after their build. `strip` moves the parts of such a file so that
    they no longer begin at the page that their address tells, and the loader refuses it.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "stripped"
        try:
            done = subprocess.run(["strip", "-o", str(copy), str(library)], capture_output=True, check=False)
        except OSError:
            return False
        return done.returncode == 0 and is_aligned(copy.read_bytes())


def is_aligned(content: bytes) -> bool:
    """Whether every loaded part of a 64-bit ELF file lies in the file as it lies in its page; False for other files.

    The header's places are those of the System V ABI, `elf.h`: Elf64_Ehdr and Elf64_Phdr.
    """
    if content[:5] != _ELF + b"\x02":
        return False
    order = "<" if content[5] == 1 else ">"
    (table,) = struct.unpack_from(f"{order}Q", content, 0x20)
    size, count = struct.unpack_from(f"{order}HH", content, 0x36)
    for place in range(table, table + size * count, size):
        kind, _, offset, address = struct.unpack_from(f"{order}IIQQ", content, place)
        (page,) = struct.unpack_from(f"{order}Q", content, place + 0x30)
        if kind == _LOADED and page > 1 and (address - offset) % page:
            return False
    return True
