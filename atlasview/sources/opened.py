"""A public file, opened: compression taken off, text decoded, lines counted, damage told with its place."""

import bz2
import codecs
import gzip
import io
import lzma
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast

from atlasview.records.trouble import InputRefused
from atlasview.sources.rejection import Rejected

LONGEST_LINE = 64 << 20
"""Bytes of the longest line that is taken for a line; no published file has one of a thousandth."""
LARGEST_FROM_ZIP = 200
"""A member of an archive that grows by more than this factor beyond its first gigabyte is a trap, not a table."""
_BLOCK = 1 << 20
_LINES_AT_ONCE = 8_000
_GIGABYTE = 1 << 30
_FETCH_OR_LEAVE = "fetch it again, or leave it out"

_OPENERS = (
    (b"\x1f\x8b", gzip.open),
    (b"BZh", bz2.open),
    (b"\xfd7zXZ\x00", lzma.open),
)
_ZIP = b"PK\x03\x04"
_DAMAGED = (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, gzip.BadGzipFile)


class SourceFile:
    """A file, or a member of a ZIP archive, to read records from. Used as a context manager.

    path, member  where it is; `member` is empty for a file that is no archive
    source        key of the source that its records point to
    taxon         NCBI taxon to keep, None for all
    assembly      genome assembly that the user named for it, empty where it has to say so itself
    release, date what the file says of itself; a reader sets them when it meets them
    licence       what it says that it may be used under, where that is its own and not its database's
    ends_whole    whether the last line has an end; known when `lines` was read to the end
    remarks       what was odd without costing a record, in sentences for the report
    """

    def __init__(
        self, path: Path, member: str = "", source: str = "", taxon: int | None = 9606, assembly: str = ""
    ) -> None:
        self.path = path
        self.member = member
        self.source = source
        self.taxon = taxon
        self.assembly = assembly
        self.release = ""
        self.date = ""
        self.licence = ""
        self.ends_whole = True
        self.remarks: list[str] = []
        self._raw: IO[bytes] | None = None
        self._open: list[IO[bytes]] = []
        self._guard: _Guarded | None = None

    @property
    def name(self) -> str:
        """Name for messages: the file's, with that of the member behind it."""
        return f"{self.path.name}/{self.member}" if self.member else self.path.name

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return self.path.stat().st_size

    @property
    def position(self) -> int:
        """Bytes of the file on the disk that were read so far, for progress."""
        try:
            return self._raw.tell() if self._raw and not self._raw.closed else 0
        except (OSError, ValueError):
            return 0

    def lines(self) -> Iterator[tuple[int, str]]:
        """Number and text of each line, without its end (LF, CRLF or CR) and without a byte-order mark.

        Text that is not UTF-8 is read as Latin-1, byte by byte, and the line of the first is remarked. Raises
        InputRefused with the line where the file breaks off, holds NUL bytes, or has a line that is none.
        """
        number = 0
        line = ""
        try:
            for number, line in enumerate(self.text(), 1):
                yield number, line.rstrip("\n")
            self.ends_whole = not line or line.endswith("\n")
        except _DAMAGED as error:
            raise self._broken(error, number) from error

    def blocks(self) -> Iterator[tuple[int, list[str]]]:
        """Lines by the thousand, with their ends, and the number of the first: the same as `lines`, in less time."""
        number = 1
        lines = iter(self.text())
        block = [""]
        while block:
            block = []
            try:
                block.extend(islice(lines, _LINES_AT_ONCE))
            except _DAMAGED as error:
                if block:
                    yield number, block
                raise self._broken(error, number + len(block) - 1) from error
            if block:
                yield number, block
                self.ends_whole = block[-1].endswith("\n")
                number += len(block)

    def text(self, in_lines: bool = True) -> io.TextIOWrapper:
        """The decoded file. Prefer `lines`, which tells damage with its place.

        in_lines  False for JSON, which may be a single line however long it is
        """
        self._guard = _Guarded(self.binary(), self, in_lines)
        guarded = io.BufferedReader(self._guard, _BLOCK)
        return io.TextIOWrapper(guarded, encoding="utf-8-sig", errors=_LATIN_1, newline=None)

    def binary(self) -> IO[bytes]:
        """The decompressed file. A damaged archive raises what `damage_told` turns into InputRefused."""
        try:
            raw = self.path.open("rb")
        except OSError as error:
            raise InputRefused(f"the file cannot be read ({error.strerror})", str(self.path)) from error
        self._raw = raw
        self._open.append(raw)
        opened = _decompressed(raw, self)
        self._open.append(opened)
        return opened

    @contextmanager
    def damage_told(self) -> Iterator[None]:
        """Turn what a decompressor says of damage into InputRefused, with the line that a text was read to."""
        try:
            yield
        except _DAMAGED as error:
            raise self._broken(error, self._guard.lines if self._guard else 0) from error

    def rejected(self, line: int, reason: str, detail: str = "") -> Rejected:
        """A rejection of this file; `detail` is cut to a readable length."""
        return Rejected(self.name, line, reason, detail if len(detail) <= 200 else f"{detail[:200]}…")

    def refused(self, what: str, line: int = 0, remedy: str = "") -> InputRefused:
        """Trouble with the whole file, at a line where there is one."""
        return InputRefused(what, f"{self.path}{f' line {line}' if line else ''}", remedy)

    def close(self) -> None:
        """Let the file go."""
        for opened in reversed(self._open):
            opened.close()
        self._open.clear()

    def _broken(self, error: Exception, line: int) -> InputRefused:
        reason = "it ends too early" if isinstance(error, EOFError) else "its compressed data are damaged"
        return self.refused(f"the file breaks off: {reason}", line + 1 if line else 0, _FETCH_OR_LEAVE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def members(path: Path) -> tuple[str, ...]:
    """Names of the files in a ZIP archive, or one empty name where the file is none.

    Raises InputRefused where it cannot be opened or its list of members is damaged.
    """
    try:
        with path.open("rb") as file:
            if file.read(len(_ZIP)) != _ZIP:
                return ("",)
        with zipfile.ZipFile(path) as archive:
            return tuple(info.filename for info in archive.infolist() if not info.is_dir())
    except OSError as error:
        raise InputRefused(f"the file cannot be read ({error.strerror})", str(path)) from error
    except _DAMAGED as error:
        raise InputRefused("the archive is damaged", str(path), _FETCH_OR_LEAVE) from error


def _decompressed(raw: IO[bytes], file: SourceFile) -> IO[bytes]:
    start = raw.read(8)
    raw.seek(0)
    if file.member:
        with file.damage_told():
            archive = zipfile.ZipFile(raw)
            info = archive.getinfo(file.member)
            if info.flag_bits & 1:
                raise file.refused("the archive is locked with a password", remedy="unpack it first")
            if info.file_size > _GIGABYTE and info.file_size > LARGEST_FROM_ZIP * max(1, info.compress_size):
                raise file.refused("the archive grows beyond all measure when it is unpacked", remedy=_FETCH_OR_LEAVE)
            return archive.open(info)
    for magic, opener in _OPENERS:
        if start.startswith(magic):
            return cast("IO[bytes]", opener(raw, "rb"))
    return raw


class _Guarded(io.RawIOBase):
    """Bytes on their way to text: stops at NUL bytes and at lines that never end, before memory is filled.

    It remarks the first that is not UTF-8.
    """

    def __init__(self, source: IO[bytes], file: SourceFile, in_lines: bool) -> None:
        self._source = cast(io.BufferedReader, source)
        self._file = file
        self._longest = LONGEST_LINE if in_lines else sys.maxsize
        self.lines = 0
        self._since_line_end = 0
        self._read = 0
        self._after_return = False
        self._check: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder("utf-8")()

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview[int] | bytearray") -> int:  # type: ignore[override]
        """Fill `buffer` from the source, after a look at what comes."""
        # What comes before damage is handed on: `read` would lose all of its block, and the lines in it.
        block = self._source.read1(min(len(buffer), _BLOCK))
        self._look_at(block)
        buffer[: len(block)] = block
        return len(block)

    def _look_at(self, block: bytes) -> None:
        if (at := block.find(b"\0")) >= 0:
            line = self.lines + self._ends(block[:at]) + 1
            raise self._file.refused("the file holds NUL bytes: it is no text, or damaged", line, _FETCH_OR_LEAVE)
        self._mind_encoding(block)
        end = max(block.rfind(b"\n"), block.rfind(b"\r"))
        self.lines += self._ends(block)
        self._after_return = block.endswith(b"\r")
        self._since_line_end = len(block) - end - 1 if end >= 0 else self._since_line_end + len(block)
        self._read += len(block)
        if self._since_line_end > self._longest:
            what = f"a line is longer than {LONGEST_LINE >> 20} MiB: this is no table"
            raise self._file.refused(what, self.lines + 1, _FETCH_OR_LEAVE)
        self._mind_growth()

    def _ends(self, block: bytes) -> int:
        """How many lines end in what follows the bytes before, by LF, CRLF or CR."""
        ends = block.count(b"\n")
        if b"\r" in block:
            ends += block.count(b"\r") - block.count(b"\r\n")
        return ends - (self._after_return and block.startswith(b"\n"))

    def _mind_encoding(self, block: bytes) -> None:
        if self._check is None or (block and block.isascii() and not self._check.getstate()[0]):
            return
        try:
            self._check.decode(block, final=not block)
        except UnicodeDecodeError as error:
            self._check = None
            line = self.lines + self._ends(error.object[: error.start]) + 1
            remark = f"text that is not UTF-8 was read as Latin-1 (first in line {line})"
            if remark not in self._file.remarks:
                self._file.remarks.append(remark)

    def _mind_growth(self) -> None:
        on_disk = self._file.position or self._file.size
        if self._read > _GIGABYTE and self._read > LARGEST_FROM_ZIP * on_disk:
            what = "the file grows beyond all measure when it is unpacked"
            raise self._file.refused(what, self.lines + 1, _FETCH_OR_LEAVE)


def _as_latin_1(error: UnicodeError) -> tuple[str, int]:
    """An error handler that reads odd bytes as Latin-1; `_Guarded` has remarked them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


_LATIN_1 = "atlasview-latin-1"
codecs.register_error(_LATIN_1, _as_latin_1)
