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
        self.samples: set[str] | None = None

    def again(self, fact: Packed) -> bool:
        """Count a sighting; whether its sample was not met before."""
        if len(fact) > _SAMPLE:
            if self.samples is None:
                self.samples = set()
            if fact[_SAMPLE] in self.samples:
                return False
            self.samples.add(fact[_SAMPLE])
        self.times += 1
        return True


def tied_variants(
    facts: Iterable[tuple[int, int, Packed]], tie: Callable[[Packed], Packed], ledger: Ledger | None
) -> Iterator[Packed]:
    """Variants without repeats: what sources count is added up, each sample once.

    facts   batch, place in it, and packed variants, with their samples behind them
    tie     a variant with the ids of this atlas and its place; asked once for each that is said
    ledger  told of repeats
    """
    said: dict[Packed, tuple[Packed, _Met | None]] = {}
    counted: dict[Packed, _Met] = {}
    met: set[Packed] = set()
    for batch, row, fact in facts:
        values = fact[:_SAMPLE]
        known = said.get(values)
        if known is None:
            tied = tie(values)
            times = None
            if tied[_COUNT] is not None and (times := counted.get(tied)) is None:
                times = counted[tied] = _Met()
            known = said[values] = tied, times
        tied, times = known
        if times is not None:
            fresh = times.again(fact)
        elif fresh := (one := tied[:_SOURCE]) not in met:
            met.add(one)
            yield tied
        if not fresh and ledger:
            ledger.repeated(batch, row)
    for tied, times in counted.items():
        yield (*tied[:_COUNT], times.times * tied[_COUNT], *tied[_COUNT + 1 :])
