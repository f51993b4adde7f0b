"""Tells what a file is by what stands in it."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from atlasview.records.trouble import InputRefused
from atlasview.sources.format import Format
from atlasview.sources.formats import formats
from atlasview.sources.head import Head, read_head
from atlasview.sources.opened import SourceFile, members


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file, or a member of an archive, and what it is; `format` is None where it is not known, `reason` says why.

    damaged  whether it cannot be what was meant to be fetched, whatever it is said to be
    """

    path: Path
    member: str
    format: Format | None
    reason: str = ""
    damaged: bool = False

    @property
    def name(self) -> str:
        """Name for a person: the file's, with that of the member behind it."""
        return f"{self.path.name}/{self.member}" if self.member else self.path.name


def fault_of(path: Path, member: str) -> str:
    """Why a file whose kind was said cannot be of any kind: empty, a page of HTML, a pointer; empty for nothing."""
    found = _recognise(SourceFile(path, member))
    return found.reason if found.damaged else ""


def recognise(path: Path) -> Iterator[Recognised]:
    """What a file, or each member of an archive, is; never raises for what stands in it."""
    try:
        names = members(path)
    except InputRefused as trouble:
        yield Recognised(path, "", None, trouble.what, damaged=True)
        return
    for member in names:
        yield _recognise(SourceFile(path, member))


def _recognise(file: SourceFile) -> Recognised:
    try:
        head = read_head(file)
    except InputRefused as trouble:
        return Recognised(file.path, file.member, None, trouble.what, damaged=True)
    if reason := _no_data(head):
        return Recognised(file.path, file.member, None, reason, damaged=True)
    known = next((one for one in formats() if one.recognises(head)), None)
    return Recognised(file.path, file.member, known, "" if known else _unknown(head))


def _unknown(head: Head) -> str:
    """Why a file is of no format: what it lacks to be of one that it looks like, where it does."""
    for one in formats():
        if one.lacks is not None and (lack := one.lacks(head)):
            return f"nearly {one.title}, but {lack}"
    return "no format that AtlasView reads"


def _no_data(head: Head) -> str:
    """Why this cannot be the file that somebody meant to fetch."""
    start = head.text.lstrip()[:200].casefold()
    if not head.start.strip():
        return "the file is empty"
    if start.startswith("version https://git-lfs"):
        return "a git-lfs pointer, not the file itself"
    if start.startswith(("<!doctype html", "<html")):
        return "a page of HTML, not the file: the download went wrong"
    if head.start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "text in UTF-16: save it as UTF-8"
    return ""
