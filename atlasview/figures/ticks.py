"""Round numbers for rulers and axes."""

import math
from collections.abc import Callable


def nice_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 5 x 10^n that divides `span` into at most `most` parts."""
    raw = span / max(most, 1)
    if raw <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(raw))
    return next(power * factor for factor in (1.0, 2.0, 5.0, 10.0) if power * factor >= raw * (1 - 1e-9))


def residue_ticks(first: int, last: int, room: Callable[[int], int]) -> list[int]:
    """Round residue numbers between the two ends; `room(number)` says how many labels of that number fit the ruler."""
    step = max(int(nice_step(max(last - first, 1), max(room(last), 1))), 1)
    return list(range((first // step + 1) * step, last, step))


def value_axis(low: float, high: float, most: int) -> tuple[float, float, list[float]]:
    """Ends of an axis from `low` to `high`, lengthened to a round value where one is near, and its round values."""
    if high <= low:
        high = low + 1.0
    step = nice_step(high - low, most)
    near = 0.1 * (high - low)
    below, above = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    low = below if low - below <= near else low - near / 4
    high = above if above - high <= near else high + near / 4
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return low, high, [round(step * i, 10) for i in range(first, last + 1)]


def number(value: float, places: int | None = None) -> str:
    """A value with a true minus sign; without `places` in the fewest digits."""
    text = f"{value:zg}" if places is None else f"{value:z.{places}f}"
    return text.replace("-", "−")
