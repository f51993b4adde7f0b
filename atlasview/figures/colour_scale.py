"""Colours of amounts: viridis from low to high, or blue through white to vermilion about zero."""

from collections.abc import Sequence
from dataclasses import dataclass

from atlasview.bundled import tokens
from atlasview.figures.lettering import LINE, wrapped
from atlasview.figures.marks import Mark, Paint, Rect, Shape, Text
from atlasview.figures.palette import mix
from atlasview.figures.sheet import Sheet
from atlasview.figures.ticks import number, value_axis

VIRIDIS = ("#440154", "#472D7B", "#3B528B", "#2C728E", "#21918C", "#28AE80", "#5EC962", "#ADDC30", "#FDE725")
"""Nine steps of equal distance, between which colours are mixed."""

_SIGNED = frozenset({"csi", "rcsi", "fold", "delta"})
"""Metrics that have values below zero, which mean the contrary of those above."""

_FIXED = {"prs": (0.0, 100.0), "delta": (-1.0, 1.0)}
_STEPS = 64
_BAR = 150.0
"""Length of the key in pixels of the design."""


@dataclass(frozen=True, slots=True)
class ColourScale:
    """Values from `low` to `high`; what lies beyond has the colour of the end.

    signed  zero has the middle colour, and values as far above it as below are equally strong
    """

    low: float
    high: float
    colours: tuple[str, ...] = VIRIDIS
    signed: bool = False

    def colour(self, value: float) -> str:
        """`#RRGGBB` of a value."""
        value = min(max(value, self.low), self.high)
        reach = max(abs(self.low), abs(self.high))
        start, span = (-reach, 2 * reach) if self.signed else (self.low, self.high - self.low)
        share = (value - start) / span if span else 0.0
        place = share * (len(self.colours) - 1)
        step = min(int(place), len(self.colours) - 2)
        return mix(self.colours[step + 1], self.colours[step], place - step)

    def holds(self, values: Sequence[float]) -> bool:
        """Whether all values lie on the scale."""
        return all(self.low - 1e-9 <= value <= self.high + 1e-9 for value in values)


def scale_for(values: Sequence[float], metric: str, limits: tuple[float, float] | None = None) -> ColourScale:
    """The scale of a metric: over `limits`, else over the metric's own range, else from zero over all values.

    Where it reaches below zero the colours are blue, white and vermilion, white at zero; else they are viridis.
    """
    low, high = limits or _FIXED.get(metric) or (min(0.0, *values, 0.0), max(0.0, *values, 0.0))
    if limits is None and metric not in _FIXED:
        low, high, _ticks = value_axis(low, high, 6)
    if (metric in _SIGNED and low < 0) or metric == "delta":
        return ColourScale(low, high, tuple(tokens()["amount"]["diverging"]), signed=True)
    return ColourScale(low, high)


def draw_scale(sheet: Sheet, scale: ColourScale, words: str, values: Sequence[float]) -> None:
    """The key: colours with round numbers under them and what they stand for at the right; adds to the sheet."""
    style, size = sheet.style, sheet.style.small
    width = min(_BAR * style.unit, sheet.width * 0.5)
    bar, left = size * 1.1, sheet.measure(number(scale.low), size, 400) / 2 + size
    shapes: list[Shape] = []
    step = width / _STEPS
    for part in range(_STEPS):
        colour = scale.colour(scale.low + (scale.high - scale.low) * (part + 0.5) / _STEPS)
        wide = min(step * 1.5, width - part * step)
        shapes.append(Rect(left + part * step, sheet.y, wide, bar, Paint(fill=colour)))
    shapes += _numbers(scale, left, width, sheet, bar, values)
    sheet.marks.append(Mark("scale", tuple(shapes)))
    _explain(sheet, words, left + width + size * 2.2, bar)


def _numbers(
    scale: ColourScale, left: float, width: float, sheet: Sheet, bar: float, values: Sequence[float]
) -> list[Shape]:
    """Round numbers under the key; its ends say where values lie beyond them."""
    size = sheet.style.small
    _low, _high, ticks = value_axis(scale.low, scale.high, 5)
    known = [tick for tick in ticks if scale.low - 1e-9 <= tick <= scale.high + 1e-9]
    beyond = {scale.low: "≤ ", scale.high: "≥ "}
    labels: dict[float, str] = {tick: number(tick) for tick in known}
    if values and min(values) < scale.low - 1e-9:
        labels[scale.low] = beyond[scale.low] + number(scale.low)
    if values and max(values) > scale.high + 1e-9:
        labels[scale.high] = beyond[scale.high] + number(scale.high)
    shapes: list[Shape] = []
    taken = -1.0
    for value, label in sorted(labels.items()):
        x = left + (value - scale.low) / (scale.high - scale.low) * width
        half = sheet.measure(label, size, 400) / 2
        if x - half > taken:
            shapes.append(Text(x, sheet.y + bar + size * 1.1, label, size, sheet.style.muted, anchor="middle"))
            taken = x + half + size * 0.3
    return shapes


def _explain(sheet: Sheet, words: str, x: float, bar: float) -> None:
    """What the scale stands for, beside the key where there is room, else below it."""
    size, style, measure = sheet.style.small, sheet.style, sheet.measure
    room = sheet.width - x
    lines = wrapped(words, room, size, measure) if room > size * 12 else []
    if 0 < len(lines) <= 2:
        texts = (Text(x, sheet.y + size * (0.95 + 1.25 * i), line, size, style.muted) for i, line in enumerate(lines))
        sheet.marks.append(Mark("scale-words", tuple(texts)))
        sheet.y += bar + size * LINE
    else:
        sheet.y += bar + size * LINE
        sheet.words("scale-words", words)
