"""Placing things beside each other without overlap: lanes for ranges, spreading for points."""

from collections.abc import Sequence


def pack(ranges: Sequence[tuple[float, float]], gap: float = 0.0) -> list[int]:
    """Lane (from 0) of each range, the fewest that keep `gap` between neighbours of a lane.

    Ranges are (low, high); two that only touch overlap unless gap is negative. Longer ranges come first among
    those that begin together, so that they take the lower lane.
    """
    order = sorted(range(len(ranges)), key=lambda i: (ranges[i][0], -ranges[i][1], i))
    lanes = [0] * len(ranges)
    ends: list[float] = []
    for i in order:
        low, high = ranges[i]
        free = 0
        while free < len(ends) and low - ends[free] <= gap:
            free += 1
        if free == len(ends):
            ends.append(high)
        else:
            ends[free] = high
        lanes[i] = free
    return lanes


def nest(ranges: Sequence[tuple[float, float]], gap: float = 0.0) -> list[int]:
    """Depth (from 0) of each range, such that a range lies deeper than all the shorter ones that it overlaps."""
    order = sorted(range(len(ranges)), key=lambda i: (ranges[i][1] - ranges[i][0], ranges[i][0], i))
    depths = [0] * len(ranges)
    placed: list[int] = []
    for i in order:
        low, high = ranges[i]
        below = [depths[j] for j in placed if ranges[j][0] - gap <= high and low <= ranges[j][1] + gap]
        depths[i] = max(below, default=-1) + 1
        placed.append(i)
    return depths


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near as possible (least squares) to the `wanted` ascending ones, at least `gap` apart, in [low, high].

    Where there is no room for all, they stand evenly and closer than `gap`.
    """
    count = len(wanted)
    if count < 2:
        return [min(max(place, low), high) for place in wanted]
    gap = min(gap, (high - low) / (count - 1))
    blocks: list[tuple[float, int]] = []
    for i, place in enumerate(wanted):
        mean, size = place - i * gap, 1
        while blocks and blocks[-1][0] > mean:
            before, number = blocks.pop()
            mean, size = (before * number + mean * size) / (number + size), number + size
        blocks.append((mean, size))
    top = high - (count - 1) * gap
    level = [min(max(mean, low), top) for mean, size in blocks for _ in range(size)]
    return [base + i * gap for i, base in enumerate(level)]
