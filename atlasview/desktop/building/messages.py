"""What the window and the process that builds say to each other beside what all such processes say: plain records."""

from dataclasses import dataclass

from atlasview.building.wish import Wish


@dataclass(frozen=True, slots=True)
class Look:
    """Window: say what these files, and those in these folders, are."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """Window: say which databases this atlas has, because it is to be added to."""

    atlas: str


@dataclass(frozen=True, slots=True)
class Holds:
    """Process: names of the databases of an atlas, none where it cannot be read."""

    atlas: str
    databases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Chosen:
    """One file of a build: where it is, the key of its format, whether it was named itself or found in a folder.

    assembly  of its positions, where the file leaves it to the person to say
    """

    path: str
    member: str
    format: str
    named: bool
    assembly: str = ""


@dataclass(frozen=True, slots=True)
class Build:
    """Window: build this from these files."""

    wish: Wish
    files: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What a database would add: its key and name, what its files hold, where it publishes them, its home page."""

    key: str
    name: str
    adds: str
    published: str
    url: str


@dataclass(frozen=True, slots=True)
class Offers:
    """Process: all databases, in the order in which their files are read; said once, before the first answer."""

    databases: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file, or a member of an archive, is.

    real      its path with links followed, by which it is the same file
    format    its key, empty for a file that is not read; `reason` says why then
    title     what such a file is called
    database  key of its database; licence is that of its facts
    release   as the file states it at its beginning, else empty
    genes     whether it says which genes there are
    named     whether it was named itself, and not found in a folder
    assembly  genome assembly that the person has named for it; `asks` whether the file leaves that to the person
    """

    path: str
    member: str
    real: str
    size: int
    named: bool
    format: str = ""
    title: str = ""
    database: str = ""
    licence: str = ""
    release: str = ""
    genes: bool = False
    reason: str = ""
    asks: bool = False
    assembly: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Process: what some of the files are."""

    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """Process: those were all files of a `Look`."""


@dataclass(frozen=True, slots=True)
class FileEnd:
    """What became of the records of a file: read = kept + rejected + filtered + superseded; `why` in sentences."""

    path: str
    member: str
    release: str
    read: int
    kept: int
    rejected: int
    filtered: int
    superseded: int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """Process: the atlas is in its place.

    passed_over     name of each file of a folder that could not be read after all, with the reason
    worth_again     name of each file that was read earlier, with the facts of it that may lead somewhere now
    text, document  the whole report, to be read and as JSON
    """

    path: str
    name: str
    version: str
    size: int
    counts: dict[str, int]
    files: tuple[FileEnd, ...]
    contradictions: int
    passed_over: tuple[tuple[str, str], ...]
    worth_again: tuple[tuple[str, int], ...]
    text: bytes
    document: bytes
