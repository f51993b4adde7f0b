"""What a person hands in to build from: files, folders, and words that say what a file is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from atlasview.records.trouble import InputRefused
from atlasview.sources.format import Format
from atlasview.sources.formats import format_of, formats
from atlasview.sources.opened import SourceFile, members
from atlasview.sources.recognition import Recognised, fault_of, recognise

_FETCH = "fetch it again, or leave it out"
_SAY = "say what it is (KIND=FILE), or leave it out"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: what it is, and the assembly that was named for it (`KIND:ASSEMBLY=FILE`).

    named  whether it was handed in itself, not found in a folder: what cannot be read of it refuses the build
    """

    path: Path
    member: str
    format: Format
    assembly: str = ""
    named: bool = True

    @property
    def name(self) -> str:
        """Name for a person: the file's, with that of the member of an archive behind it."""
        return f"{self.path.name}/{self.member}" if self.member else self.path.name


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file that was found and is not read, and why; `damaged` where saying what it is would not help."""

    path: Path
    name: str
    reason: str
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that was found in what was handed in."""

    files: tuple[Input, ...]
    passed_over: tuple[PassedOver, ...]


def find_inputs(given: Iterable[str]) -> Inputs:
    """Look at files and folders, each `PATH`, `KIND=FILE` or `KIND:ASSEMBLY=FILE`.

    A file of no known format inside a folder is passed over with its reason. Raises InputRefused for one that was named
    itself, for a path that is not there, for a kind that is none, and where nothing is left to read.
    """
    files: list[Input] = []
    passed: list[PassedOver] = []
    met: set[tuple[Path, str]] = set()
    for word in given:
        for found in _found(word):
            place = (found.path.resolve(), found.member if isinstance(found, Input) else found.name)
            if place in met:
                continue
            met.add(place)
            if isinstance(found, Input):
                files.append(found)
            else:
                passed.append(found)
    if not files:
        reasons = "; ".join(f"{one.name}: {one.reason}" for one in passed[:5])
        raise InputRefused("there is nothing to build an atlas from", reasons, "hand in files of the public databases")
    return Inputs(tuple(files), tuple(passed))


def _found(word: str) -> Iterator[Input | PassedOver]:
    said, sign, name = word.partition("=")
    kind, _colon, assembly = said.partition(":")
    if sign and (known := format_of(kind)):
        yield from _said_outright(Path(name), known, assembly)
        return
    path = Path(word)
    if path.is_dir():
        for file in _files(path):
            yield from (replace(one, named=False) if isinstance(one, Input) else one for one in _looked_at(file))
        return
    if not path.exists():
        if sign and not Path(kind).parent.name:
            kinds = ", ".join(sorted(one.key for one in formats()))
            raise InputRefused(f"there is no kind of file called {kind!r}", word, f"kinds are: {kinds}")
        raise InputRefused("there is no such file or folder", word, "check the path")
    looked_at = list(_looked_at(path))
    passed = [one for one in looked_at if isinstance(one, PassedOver)]
    if len(passed) == len(looked_at):
        reason = "; ".join(one.reason for one in passed)
        raise InputRefused(reason, word, _FETCH if all(one.damaged for one in passed) else _SAY)
    yield from looked_at


def look(path: Path) -> Iterator[Recognised]:
    """What a file, each member of an archive, or every file below a folder is; never raises for what stands in it."""
    if path.is_dir():
        for file in _files(path):
            yield from recognise(file)
    elif path.exists():
        yield from recognise(path)
    else:
        yield Recognised(path, "", None, "there is no such file or folder")


def _said_outright(path: Path, known: Format, assembly: str) -> Iterator[Input]:
    if not path.is_file():
        raise InputRefused("there is no such file", str(path), "check the path")
    for member in members(path):
        if fault := fault_of(path, member):
            raise InputRefused(fault, str(path), _FETCH)
        yield Input(path, member, known, assembly)


def _files(folder: Path) -> list[Path]:
    """Files below a folder, by name; hidden ones are nobody's data."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _looked_at(path: Path) -> Iterator[Input | PassedOver]:
    for found in recognise(path):
        yield input_of(found)


def release_of(one: Input) -> str:
    """The release that a file states at its beginning, empty for none; a date there may be that of its first record.

    Raises InputRefused for one that tells with its first record that it cannot be read.
    """
    with SourceFile(one.path, one.member, one.format.key, None, one.assembly) as file:
        next(iter(one.format.read(file)), None)
        return file.release


def input_of(found: Recognised) -> Input | PassedOver:
    """A recognised file as an input, or why it is none."""
    if found.format is None:
        return PassedOver(found.path, found.name, found.reason, found.damaged)
    return Input(found.path, found.member, found.format)
