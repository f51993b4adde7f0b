"""Rows of the table of files: what each file is, how far it is read, and what became of its records."""

from dataclasses import dataclass, replace
from pathlib import Path

from atlasview.building.watch import FileProgress
from atlasview.desktop.building.messages import Chosen, FileEnd, Seen


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file. `progress` while an atlas is built, `end` when it is there, `fault` where it refused the build."""

    seen: Seen
    progress: FileProgress | None = None
    end: FileEnd | None = None
    fault: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """Path and member, by which it is known."""
        return (self.seen.path, self.seen.member)

    @property
    def name(self) -> str:
        """Name for a person."""
        name = Path(self.seen.path).name
        return f"{name}/{self.seen.member}" if self.seen.member else name

    @property
    def reason(self) -> str:
        """Why it is not read, or did not let itself be read; empty for a file that is."""
        return self.seen.reason or self.fault

    @property
    def is_read(self) -> bool:
        """Whether a build reads it."""
        return not self.seen.reason

    @property
    def release(self) -> str:
        """As far as it is known."""
        told = (self.end.release if self.end else "", self.progress.release if self.progress else "", self.seen.release)
        return next(filter(None, told), "")

    @property
    def is_begun(self) -> bool:
        """Whether a build has begun to read it."""
        return self.progress is not None and (self.progress.done > 0 or self.progress.records > 0)

    @property
    def is_now(self) -> bool:
        """Whether it is being read at the moment."""
        return self.progress is not None and self.is_begun and self.progress.done < 1

    @property
    def state(self) -> str:
        """How far it is, in a word."""
        if self.reason:
            return "left out"
        if self.end is not None:
            return "read"
        if self.progress is None or not self.is_begun:
            return "waiting"
        return "read" if self.progress.done >= 1 else f"{self.progress.done:.0%}"

    def chosen(self) -> Chosen:
        """The file as a build is told of it."""
        return Chosen(self.seen.path, self.seen.member, self.seen.format, self.seen.named, self.seen.assembly)

    @property
    def kind(self) -> str:
        """What it was recognised as, with the assembly that was named for it."""
        return " · ".join(filter(None, (self.seen.title, self.seen.assembly)))

    def on(self, assembly: str) -> "FileRow":
        """The same with the assembly of its positions named, for a file that asks for it."""
        return FileRow(replace(self.seen, assembly=assembly, reason="")) if self.seen.asks else self

    def bare(self) -> "FileRow":
        """The same before any build."""
        return FileRow(self.seen)

    def told(self, progress: FileProgress) -> "FileRow":
        """The same with how far it is."""
        return replace(self, progress=progress)


def tidy(rows: list[FileRow]) -> list[FileRow]:
    """Files that are read first, refused ones below, else in the order in which they came."""
    return sorted(rows, key=lambda row: not row.is_read)
