"""What became of each record of a file: packed, and as plain values on its way from process to process."""

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from atlasview.building.blocks import Block, blocks
from atlasview.building.parcels import Lot, Parcel, UnfitOwner, parcel_of
from atlasview.records.interaction import Interaction
from atlasview.records.publication import Citation
from atlasview.sources.format import Format
from atlasview.sources.links import Links
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Outcome, Taken

Packed = Parcel | Rejected | Filtered
Plain = tuple[Any, ...]
"""An outcome as values that `marshal` writes, which is far cheaper than pickling it; its kind stands first."""
_PARCEL, _LINKS, _REJECTED, _FILTERED, _BLOCK = range(5)
_LOT = attrgetter("noun", "owner", "records", "content")


def outcomes_of(known: Format, file: SourceFile) -> Iterator[Packed | Links | Block]:
    """Outcomes in the order of the file."""
    if known.facts is not None:
        return blocks(known.facts, file)
    if known.links is not None:
        return known.links(file)
    name = file.name
    return (packed(outcome, name) for outcome in known.read(file))


def packed(outcome: Outcome, name: str) -> Packed:
    """What was taken as a parcel; a record that an atlas cannot hold is rejected."""
    if not isinstance(outcome, Taken):
        return outcome
    try:
        return parcel_of(outcome)
    except UnfitOwner as error:
        return Rejected(name, outcome.line, *error.args)
    except ValueError as error:
        return Rejected(name, outcome.line, "a list holds the sign that separates lists", str(error)[:200])


def plain(outcome: Packed | Links | Block) -> Plain:
    """The values of an outcome."""
    if isinstance(outcome, Parcel):
        lots = list(map(_LOT, outcome.lots))
        return _PARCEL, outcome.line, outcome.key, outcome.version, lots, outcome.replaces, outcome.rows
    if isinstance(outcome, Filtered):
        return _FILTERED, outcome.line, outcome.reason, outcome.key, outcome.version
    if isinstance(outcome, Rejected):
        return _REJECTED, outcome.file, outcome.line, outcome.reason, outcome.detail
    rejected = [plain(one) for one in outcome.rejected]
    if isinstance(outcome, Block):
        shared = [(line, _LOT(lot)) for line, lot in outcome.shared]
        return (
            _BLOCK,
            outcome.noun,
            outcome.taken,
            outcome.lots,
            outcome.more,
            shared,
            outcome.filtered,
            rejected,
            outcome.named,
            outcome.papers,
        )
    citations = outcome.noun is Citation
    return _LINKS, citations, outcome.first, outcome.names, outcome.rows, outcome.filtered, rejected


def outcome_of(values: Plain) -> Packed | Links | Block:
    """The outcome of its values."""
    return _MAKE[values[0]](*values[1:])


def _parcel(line: int, key: str, version: Plain, lots: list[Plain], replaces: tuple[str, ...], rows: int) -> Parcel:
    return Parcel(line, key, version, [Lot(*lot) for lot in lots], replaces, rows)


def _links(
    citations: bool,
    first: int,
    names: list[str],
    rows: list[Plain],
    filtered: dict[str, list[int]],
    rejected: list[Plain],
) -> Links:
    noun = Citation if citations else Interaction
    return Links(noun, first, names, rows, filtered, [Rejected(*one[1:]) for one in rejected])


def _block(
    noun: int,
    taken: int,
    lots: list[tuple[str, int, int, bytes]],
    more: dict[int, int],
    shared: list[tuple[int, Plain]],
    filtered: dict[str, list[int]],
    rejected: list[Plain],
    named: set[str],
    papers: set[str],
) -> Block:
    things = [(line, Lot(*lot)) for line, lot in shared]
    return Block(noun, taken, lots, more, things, filtered, [Rejected(*one[1:]) for one in rejected], named, papers)


_MAKE: dict[int, Callable[..., Packed | Links | Block]] = {
    _PARCEL: _parcel,
    _LINKS: _links,
    _REJECTED: Rejected,
    _FILTERED: Filtered,
    _BLOCK: _block,
}
