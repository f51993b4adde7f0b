"""Variants of a gene, tied to what the atlas has: those that are counted once, with the sum of their counts."""

from collections.abc import Callable, Iterable, Iterator

from atlasview.building.ledger import Ledger
from atlasview.records.packing import Packed, packing
from atlasview.records.variant import Variant

_FIELDS = packing(Variant).fields
_COUNT, _SOURCE = _FIELDS.index("count"), _FIELDS.index("source")
_SAMPLE = len(_FIELDS)
"""Where the sample of a sighting stands, behind the values of its variant."""


class _Met:
    """How often a variant was met: its counts, and the samples that were named."""

    __slots__ = ("counts", "samples")

    def __init__(self) -> None:
        self.counts: list[int] = []
        self.samples: set[str] = set()


def tied_variants(
    facts: Iterable[tuple[int, int, Packed]], tie: Callable[[Packed], Packed], ledger: Ledger | None
) -> Iterator[Packed]:
    """Variants without repeats: what sources count is added up, each sample once.

    facts   batch, place in it, and packed variants, with their samples behind them
    tie     a variant with the ids of this atlas and its place; asked once for each that is said
    ledger  told of repeats
    """
    said: dict[Packed, tuple[Packed, _Met]] = {}
    counted: dict[Packed, _Met] = {}
    met: set[Packed] = set()
    for batch, row, fact in facts:
        values = fact[:_SAMPLE]
        known = said.get(values)
        if known is None:
            tied = tie(values)
            known = said[values] = tied, counted.setdefault(tied, _Met()) if tied[_COUNT] is not None else _NONE
        tied, times = known
        if times is not _NONE:
            if _repeats(times, fact):
                _tell(ledger, batch, row)
            else:
                times.counts.append(tied[_COUNT])
        elif (one := tied[:_SOURCE]) in met:
            _tell(ledger, batch, row)
        else:
            met.add(one)
            yield tied
    for tied, times in counted.items():
        yield (*tied[:_COUNT], sum(times.counts), *tied[_COUNT + 1 :])


_NONE = _Met()


def _repeats(times: _Met, fact: Packed) -> bool:
    """Whether the sample of a sighting was met before; it is noted."""
    if len(fact) == _SAMPLE:
        return False
    sample = fact[_SAMPLE]
    if sample in times.samples:
        return True
    times.samples.add(sample)
    return False


def _tell(ledger: Ledger | None, batch: int, row: int) -> None:
    if ledger:
        ledger.repeated(batch, row)
