"""What a file holds, some hundreds of outcomes at a time, with how far it was read and what it says of itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from atlasview.building.blocks import Block
from atlasview.building.outcomes import Packed
from atlasview.building.parcels import Parcel
from atlasview.sources.links import Links
from atlasview.sources.opened import SourceFile

_OUTCOMES_AT_ONCE = 500
_BYTES_AT_ONCE = 256 << 10


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of itself, and what was odd in it, see `SourceFile`; known at its end."""

    release: str = ""
    date: str = ""
    licence: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """Outcomes of a file in its order. `done` is the share of the file that was read, 0 to 1."""

    done: float
    outcomes: Iterable[Packed | Links | Block]
    said: Said = Said()


def batches(file: SourceFile, outcomes: Iterable[Packed | Links | Block]) -> Iterator[Batch]:
    """The outcomes of a file in batches. The last may be empty; the others hold what was met before trouble, too."""
    gathered: list[Packed | Links | Block] = []
    size = 0
    try:
        for outcome in outcomes:
            gathered.append(outcome)
            size += _size(outcome)
            if size >= _BYTES_AT_ONCE or len(gathered) >= _OUTCOMES_AT_ONCE:
                yield Batch(_done(file), gathered)
                gathered, size = [], 0
    except Exception:
        if gathered:
            yield Batch(_done(file), gathered)
        raise
    yield Batch(_done(file), gathered, Said(file.release, file.date, file.licence, tuple(file.remarks)))


def _size(outcome: Packed | Links | Block) -> int:
    """About how many bytes an outcome has, where it is large."""
    if isinstance(outcome, Parcel):
        lots = outcome.lots
        return len(lots[0].content) if len(lots) == 1 else sum([len(lot.content) for lot in lots])
    return _BYTES_AT_ONCE if isinstance(outcome, Links | Block) else 0


def _done(file: SourceFile) -> float:
    return file.position / max(1, file.size)
