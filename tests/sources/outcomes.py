"""Reads a file with the format that it is recognised as, and sorts the outcomes."""

import gzip
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from atlasview.records.variant import Sighting, Variant
from atlasview.sources.opened import SourceFile
from atlasview.sources.recognition import recognise
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Taken

_MET = (Variant, Sighting)


@dataclass
class Outcomes:
    """What a reader gave, in order, and what it said of the file."""

    format: str
    file: SourceFile
    taken: list[Taken] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    filtered: list[Filtered] = field(default_factory=list)

    @property
    def records(self) -> list[Any]:
        return [record for one in self.taken for record in one.records]

    @property
    def read(self) -> int:
        return sum(one.rows for one in self.taken) + len(self.rejected) + len(self.filtered)

    def of(self, noun: type) -> list[Any]:
        """Records of a noun; those of variants with the ones that were met in a sample."""
        if noun is Variant:
            return [one.variant if type(one) is Sighting else one for one in self.records if type(one) in _MET]
        return [record for record in self.records if type(record) is noun]


def outcomes(path: Path, taxon: int | None = 9606) -> Outcomes:
    """Everything that stands in a file, read as what it is recognised as."""
    (recognised,) = recognise(path)
    assert recognised.format, recognised.reason
    with SourceFile(path, recognised.member, "here", taxon) as file:
        found = Outcomes(recognised.format.key, file)
        kinds: dict[type, list[Any]] = {Taken: found.taken, Rejected: found.rejected, Filtered: found.filtered}
        for outcome in recognised.format.read(file):
            kinds[type(outcome)].append(outcome)
    return found


def told(path: Path) -> str:
    """Key of the format that a file is recognised as, or why it is none."""
    (recognised,) = recognise(path)
    return recognised.format.key if recognised.format else recognised.reason


def written(folder: Path, text: str | bytes, name: str = "file.txt") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def rows_of(path: Path) -> list[list[str]]:
    """Cells of each line by the plainest means, for comparison."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode()
    return [line.split("\t") for line in text.splitlines()]
