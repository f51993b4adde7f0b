"""What a module of this package says of the format that it reads."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from atlasview.sources.facts import Facts
from atlasview.sources.head import Head
from atlasview.sources.links import Links
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome


class Turn(IntEnum):
    """When a file is read: what others are tied to comes first."""

    GENES = 1
    MORE_OF_GENES = 2
    ONTOLOGIES = 3
    PROTEINS = 4
    MORE_OF_PROTEINS = 5
    TIES = 6


@dataclass(frozen=True, slots=True)
class Companion:
    """A file without which the records of another lead nowhere: it says what their identifiers mean.

    formats  keys of the formats any of which does
    file     what to hand in, as a person calls it
    """

    formats: tuple[str, ...]
    file: str


@dataclass(frozen=True, slots=True)
class Format:
    """A public format: how it is told, when and how it is read.

    key         word for it on the command line (`KIND=FILE`), unique
    title       what a person calls such a file: `HGNC complete set`
    database    key of `sources.databases.DATABASES`
    turn        when it is read
    adds        what its facts add to an atlas, in a few words
    recognises  whether a file that begins like this is one; asked in the order of `formats.FORMATS`
    lacks       what a file that is none, and looks much like one, lacks: a column, say; empty for nothing like it
    read        outcome of each record of the file in its order; raises InputRefused where the file as a whole is none
    links       for rows that only tie two things together: the same as `read`, many records at once
    facts       for rows that say one fact each, most of them: the same as `read`, see `sources.facts`
    chunks      for formats that can be read by several processes: cuts the file into pieces of whole records, each with
                the number of its first line
    companion   the file without which its records lead nowhere, where there is such a one
    read_chunk  outcomes of one piece: (its first line, its text, name of the file, key of the source, taxon)
    """

    key: str
    title: str
    database: str
    turn: Turn
    adds: str
    recognises: Callable[[Head], bool]
    read: Callable[[SourceFile], Iterator[Outcome]]
    links: Callable[[SourceFile], Iterator[Links]] | None = None
    facts: Facts | None = None
    chunks: Callable[[SourceFile], Iterator[tuple[int, str]]] | None = None
    read_chunk: Callable[[int, str, str, str, int | None], Iterator[Outcome]] | None = None
    lacks: Callable[[Head], str] | None = None
    companion: Companion | None = None
