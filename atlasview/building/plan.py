"""In which order files are read, and which of them is believed before which."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from atlasview.building.inputs import Input
from atlasview.sources.databases import DATABASES, Database
from atlasview.sources.format import Format, Turn
from atlasview.sources.formats import format_of, formats


@dataclass(frozen=True, slots=True)
class Step:
    """A file to read, the key of its source in the atlas, and its rank: sources of lower rank are believed first."""

    input: Input
    key: str
    rank: int


@dataclass(frozen=True, slots=True)
class Missing:
    """A database of which no file was handed in, with what its formats would add and where it publishes them."""

    database: Database
    formats: tuple[Format, ...]


def planned(inputs: Iterable[Input], taken: frozenset[str] = frozenset()) -> tuple[Step, ...]:
    """Files in the order of reading: what others are tied to comes first. The order of the inputs does not matter.

    taken  keys of sources that are there already
    """
    order = {one.key: place for place, one in enumerate(formats())}
    ordered = sorted(inputs, key=lambda one: (one.format.turn, order[one.format.key], one.name, str(one.path)))
    steps = []
    used = set(taken)
    times: dict[str, int] = {}
    for one in ordered:
        key = one.format.key
        while key in used:
            times[one.format.key] = times.get(one.format.key, 1) + 1
            key = f"{one.format.key}-{times[one.format.key]}"
        used.add(key)
        steps.append(Step(one, key, _rank(one.format, order)))
    return tuple(steps)


def rank_in_atlas(source: str) -> int:
    """Rank that a source of an atlas had when it was read, by its key; 0 where no format gave it, as in the starter."""
    order = {one.key: place for place, one in enumerate(formats())}
    known = format_in_atlas(source)
    return _rank(known, order) if known else 0


def format_in_atlas(source: str) -> Format | None:
    """The format that gave a source of an atlas, by its key; None where none did."""
    return format_of(source) or format_of(re.sub(r"-\d+$", "", source))


def _rank(known: Format, order: Mapping[str, int]) -> int:
    return known.turn * 1000 + order[known.key]


def missing(inputs: Iterable[Input], held: Iterable[str] = ()) -> tuple[Missing, ...]:
    """Databases that would add to what was handed in, in the order in which they are read.

    held  names of the databases that the atlas has which is added to
    """
    named = set(held)
    there = {one.format.database for one in inputs} | {key for key, one in DATABASES.items() if one.name in named}
    lacking: dict[str, list[Format]] = {}
    for one in sorted(formats(), key=lambda one: one.turn):
        if one.database not in there and DATABASES[one.database].published:
            lacking.setdefault(one.database, []).append(one)
    return tuple(Missing(DATABASES[key], tuple(found)) for key, found in lacking.items())


def without_genes(inputs: Iterable[Input]) -> bool:
    """Whether no file says which genes there are, so that only those of the proteins' entries will be known."""
    return all(one.format.turn is not Turn.GENES for one in inputs)
