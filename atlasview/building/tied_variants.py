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
    """How often a variant was met, and the samples that were named."""

    __slots__ = ("samples", "times")

    def __init__(self) -> None:
        self.times = 0
        self.samples: set[str] = set()


def tied_variants(
    facts: Iterable[tuple[int, int, Packed]], tie: Callable[[Packed], Packed], ledger: Ledger | None
) -> Iterator[Packed]:
    """Variants without repeats: what sources count is added up, each sample once.

    facts   batch, place in it, and packed variants, with their samples behind them
    tie     a variant with the ids of this atlas and its place
    ledger  told of repeats
    """
    counted: dict[Packed, _Met] = {}
    met: set[Packed] = set()
    for batch, row, fact in facts:
        tied = tie(fact)
        if tied[_COUNT] is not None:
            times = counted.get(tied)
            if times is None:
                times = counted[tied] = _Met()
            sample = fact[_SAMPLE] if len(fact) > _SAMPLE else None
            fresh = sample is None or sample not in times.samples
            if fresh:
                times.times += 1
                if sample is not None:
                    times.samples.add(sample)
        elif fresh := (one := tied[:_SOURCE]) not in met:
            met.add(one)
            yield tied
        if not fresh and ledger:
            ledger.repeated(batch, row)
    for tied, times in counted.items():
        yield (*tied[:_COUNT], times.times * tied[_COUNT], *tied[_COUNT + 1 :])
