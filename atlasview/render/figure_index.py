"""What of a figure lies at which height and what it stands for, found once and asked for at every paint."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from atlasview.figures.marks import Figure, Mark, holds
from atlasview.render.painter import rows_covered

_BAND = 128
_SINGLE = 512
"""A figure up to this height is one band: it is painted at once, and nothing has to be found."""
_REACH = 3.0
"""How far beside a mark a pointer still means it."""


class FigureIndex:
    """The marks of a figure in bands of equal height, from the top; a mark lies in each band that it reaches into.

    band           height of a band in whole units
    width, height  of the figure
    """

    def __init__(self, figure: Figure) -> None:
        self._laid = figure
        self._instead: dict[str, Mark] = {}
        self.width, self.height = figure.width, figure.height
        self.band = max(math.ceil(figure.height), 1) if figure.height <= _SINGLE else _BAND

    @property
    def figure(self) -> Figure:
        """The figure as it is shown."""
        if not self._instead:
            return self._laid
        return replace(self._laid, marks=tuple(self._instead.get(mark.name, mark) for mark in self._laid.marks))

    def show_instead(self, target: str, change: Callable[[Mark], Mark] | None = None) -> tuple[int, ...]:
        """Show the mark of a target changed, within its own bounds, or again as it was laid out; gives its bands."""
        mark = self._by_target.get(target)
        if mark is None:
            return ()
        if change is None:
            self._instead.pop(mark.name, None)
        else:
            self._instead[mark.name] = change(mark)
        return tuple(_bands_of(mark)) if self.height > _SINGLE else (0,)

    def in_band(self, band: int) -> Sequence[Mark]:
        """Marks that reach into a band (from 0), in drawing order."""
        if self.height <= _SINGLE:
            marks: Sequence[Mark] = self._laid.marks if band == 0 else ()
        else:
            marks = self._bands.get(band, [])
        return [self._instead.get(mark.name, mark) for mark in marks] if self._instead else marks

    def at(self, x: float, y: float, reach: float = _REACH) -> Mark | None:
        """The topmost mark with a target at a place, else one closer than `reach`, None where there is none."""
        near = None
        for mark in reversed(self.in_band(int(y // self.band))):
            if mark.target and any(holds(shape, x, y, reach) for shape in mark.shapes):
                if any(holds(shape, x, y, 0.0) for shape in mark.shapes):
                    return mark
                near = near or mark
        return near

    def mark(self, target: str) -> Mark | None:
        """The first mark of a target."""
        return self._by_target.get(target)

    @cached_property
    def _by_target(self) -> dict[str, Mark]:
        return {mark.target: mark for mark in reversed(self._laid.marks) if mark.target}

    @cached_property
    def _bands(self) -> dict[int, list[Mark]]:
        bands: dict[int, list[Mark]] = {}
        for mark in self._laid.marks:
            for band in _bands_of(mark):
                bands.setdefault(band, []).append(mark)
        return bands


def _bands_of(mark: Mark) -> Iterator[int]:
    if mark.shapes:
        top, bottom = rows_covered(mark)
        yield from range(int((top - _REACH) // _BAND), int((bottom + _REACH) // _BAND) + 1)
