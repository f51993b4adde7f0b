"""The beginning of a file, by which its format is told; never its name."""

from dataclasses import dataclass, field
from functools import cached_property

from atlasview.records.trouble import InputRefused
from atlasview.sources.opened import SourceFile

LENGTH = 64 << 10
"""Decompressed bytes that a format is told by."""


@dataclass(frozen=True)
class Head:
    """First bytes of a file, decompressed."""

    start: bytes
    whole: bool = field(default=False)
    """Whether the file has no more than this."""

    @cached_property
    def text(self) -> str:
        """Decoded, line ends made LF, without a byte-order mark; a last line that may be cut is left out."""
        text = self.start.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
        return text if self.whole or "\n" not in text else text[: text.rindex("\n") + 1]

    @cached_property
    def lines(self) -> list[str]:
        """Lines that are there as a whole."""
        return self.text.splitlines()

    @property
    def first(self) -> str:
        """The first line, empty where there is none."""
        return self.lines[0] if self.lines else ""

    def columns(self, sign: str = "\t") -> list[str]:
        """Cells of the first line, quotes taken off."""
        return [cell.strip().strip('"') for cell in self.first.split(sign)]


def read_head(file: SourceFile) -> Head:
    """The head of a file. Raises InputRefused where it cannot be read or its compressed data are damaged."""
    with file, file.damage_told():
        stream = file.binary()
        start = bytearray()
        try:
            while len(start) <= LENGTH and (block := stream.read(LENGTH + 1 - len(start))):
                start += block
        except EOFError:
            if not start:
                raise
        except OSError as error:
            raise InputRefused(f"the file cannot be read ({error.strerror or error})", str(file.path)) from error
    return Head(bytes(start[:LENGTH]), whole=len(start) <= LENGTH)
