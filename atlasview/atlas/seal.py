"""The seal of an atlas: the SHA-256 of its file, written into the manifest, with its own 64 characters read as "0"."""

import hashlib
from pathlib import Path
from typing import BinaryIO

from atlasview.atlas.format import SEAL_LENGTH, SEAL_PLACEHOLDER

_CHUNK = 1 << 20


def write_seal(path: Path) -> str:
    """Replace the placeholder in the finished file at `path` by the checksum, and give it back."""
    with path.open("r+b") as file:
        at = _only_place(file, SEAL_PLACEHOLDER)
        seal = _checksum(file, at)
        file.seek(at)
        file.write(seal.encode("ascii"))
    return seal


def seal_holds(path: Path, seal: str) -> bool:
    """Whether the file is still as it was when it was sealed."""
    with path.open("rb") as file:
        try:
            at = _only_place(file, seal)
        except ValueError:
            return False
        return _checksum(file, at) == seal


def _only_place(file: BinaryIO, words: str) -> int:
    """Offset of 64 characters in the file. Raises ValueError unless they stand there exactly once."""
    wanted = words.encode("ascii")
    if len(wanted) != SEAL_LENGTH:
        raise ValueError(f"a seal has {SEAL_LENGTH} characters, not {len(wanted)}")
    places: list[int] = []
    before, start = b"", 0
    file.seek(0)
    while chunk := file.read(_CHUNK):
        window = before + chunk
        at = window.find(wanted)
        while at >= 0:
            places.append(start - len(before) + at)
            at = window.find(wanted, at + 1)
        start += len(chunk)
        before = window[-(SEAL_LENGTH - 1) :]
    if len(places) != 1:
        raise ValueError(f"{len(places)} places for the seal instead of one")
    return places[0]


def _checksum(file: BinaryIO, at: int) -> str:
    """SHA-256 of the file with the 64 characters at offset `at` read as "0"."""
    digest = hashlib.sha256()
    file.seek(0)
    left = at
    while left and (chunk := file.read(min(_CHUNK, left))):
        digest.update(chunk)
        left -= len(chunk)
    digest.update(b"0" * SEAL_LENGTH)
    file.seek(at + SEAL_LENGTH)
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()
