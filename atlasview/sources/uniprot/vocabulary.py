"""Entries of UniProt's controlled vocabularies: blocks of lines with two-letter codes that end in `//`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from atlasview.sources.opened import SourceFile
from atlasview.sources.uniprot.identity import iso_date
from atlasview.sources.uniprot.wrapping import unwrapped

_RELEASE = re.compile(r"Release:\s+(\S+) of (\d\d-[A-Za-z]{3}-\d{4})")
_STARTS = ("ID", "IC", "IT", "IO")
_LAST = 99_999
"""Lines that an entry may have before it is no entry."""


@dataclass(slots=True)
class Block:
    """An entry: `line` where it begins, the code that it begins with, and its lines by code, without full stops."""

    line: int
    start: str
    lines: dict[str, list[str]] = field(default_factory=dict)
    ended: bool = False

    def text(self, code: str) -> str:
        """Lines of a code as one text."""
        return unwrapped("\n".join(self.lines.get(code, ()))).removesuffix(".")

    def listed(self, code: str) -> list[str]:
        """Items of a code that are separated by `; ` and may run on over lines."""
        return [one for one in map(str.strip, self.text(code).split(";")) if one]

    def sentences(self, code: str) -> list[str]:
        """Items of a code that end with a full stop, each on one line or several."""
        found, held = list[str](), list[str]()
        for line in self.lines.get(code, ()):
            held.append(line)
            if line.endswith("."):
                found.append(unwrapped("\n".join(held)).removesuffix("."))
                held = []
        return [*found, unwrapped("\n".join(held))] if held else found


def blocks(file: SourceFile) -> Iterator[Block]:
    """The entries of a vocabulary; the file's release and date are set from its head."""
    block: Block | None = None
    for number, line in file.lines():
        if block is None:
            if line[:5].rstrip() in _STARTS and line[5:].strip():
                block = Block(number, line[:2], {line[:2]: [line[5:].strip()]})
            elif found := _RELEASE.match(line):
                file.release, file.date = found[1], iso_date(found[2].upper())
        elif line.startswith("//"):
            block.ended = True
            yield block
            block = None
        elif number - block.line < _LAST and line[2:5] == "   ":
            block.lines.setdefault(line[:2], []).append(line[5:].strip())
    if block is not None:
        yield block
