"""What stands on the axis of a diagram of variants: pins, or towers where these are too many, and where it ends."""

from collections.abc import Sequence
from typing import NamedTuple

from atlasview.figures.lollipop_towers import Tower, pins_between, towers_between, towers_of
from atlasview.figures.ticks import nice_step
from atlasview.figures.variant_pins import Pin

_CLIP_FROM = 3.0
"""An axis is cut where its highest pin is so many times as high as the next ones."""


class Standing(NamedTuple):
    """All pins of a protein by residue, or all towers of `together` residues (0 for pins).

    limit          where the axis ends, `ticks` its round numbers: the same for every part of the protein
    above, below   the highest of each side on the axis, 0 for none
    """

    pins: Sequence[Pin]
    towers: Sequence[Tower]
    together: int
    limit: float
    ticks: list[float]
    above: float
    below: float

    @property
    def things(self) -> Sequence[Pin | Tower]:
        """Those that are drawn."""
        return self.towers if self.together else self.pins

    def between(self, first: float, last: float) -> "Standing":
        """What of it stands in a window."""
        pins, towers = pins_between(self.pins, first, last), towers_between(self.towers, first, last)
        seen = towers if self.together else pins
        highest = (_highest(seen, above, self.limit) for above in (True, False))
        return Standing(pins, towers, self.together, self.limit, self.ticks, *highest)

    def cut(self) -> list[Pin | Tower]:
        """What is higher than the axis."""
        return [one for one in self.things if one.height > self.limit]


def standing(pins: Sequence[Pin], together: int) -> Standing:
    """All pins, or where `together` is not 0 the towers of so many residues."""
    towers = towers_of(pins, together) if together else []
    things: Sequence[Pin | Tower] = towers if together else pins
    limit, ticks = _axis([one.height for one in things])
    highest = (_highest(things, above, limit) for above in (True, False))
    return Standing(pins, towers, together, limit, ticks, *highest)


def _highest(things: Sequence[Pin | Tower], above: bool, limit: float) -> float:
    return min(max((one.height for one in things if one.above is above), default=0), limit)


def _axis(heights: Sequence[int]) -> tuple[float, list[float]]:
    """Where the axis ends and its round numbers; cut where one residue would press all others flat."""
    if not heights:
        return 1.0, [1.0]
    ordered = sorted(heights, reverse=True)
    limit = float(ordered[0])
    typical = ordered[min(len(ordered) - 1, max(1, len(ordered) // 20))]
    if len(ordered) > 2 and limit > _CLIP_FROM * typical and limit > 8:
        limit = max(1.5 * typical, 4.0)
    step = max(nice_step(limit, 4), 1.0)
    limit = step * -(-limit // step)
    return limit, [step * place for place in range(1, int(limit // step) + 1)]
