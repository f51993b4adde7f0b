"""Squarified treemaps: areas in proportion to amounts, tiles as near to squares as the order allows.

Bruls, Huizing and van Wijk 2000, doi:10.1007/978-3-7091-6783-0_4.
"""

from collections.abc import Sequence

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


def squarified(amounts: Sequence[float], box: Box) -> list[Box]:
    """A tile for each amount, all of them above zero and from high to low, that fill the box."""
    left, top, width, height = box
    whole = sum(amounts)
    if not amounts or whole <= 0 or width <= 0 or height <= 0:
        return [(left, top, 0.0, 0.0) for _ in amounts]
    areas = [amount * width * height / whole for amount in amounts]
    tiles: list[Box] = []
    while areas:
        side = min(width, height)
        count = _row_length(areas, side)
        row, areas = areas[:count], areas[count:]
        thick = sum(row) / side
        at = 0.0
        for area in row:
            long = area / thick
            tiles.append((left, top + at, thick, long) if width >= height else (left + at, top, long, thick))
            at += long
        if width >= height:
            left, width = left + thick, max(width - thick, 0.0)
        else:
            top, height = top + thick, max(height - thick, 0.0)
        if min(width, height) <= 1e-9:
            tiles += [(left, top, 0.0, 0.0) for _ in areas]
            break
    return tiles


def _row_length(areas: Sequence[float], side: float) -> int:
    """How many tiles the next row takes: one more as long as the worst of them gets no longer."""
    total, worst = 0.0, float("inf")
    for count, area in enumerate(areas):
        total += area
        thick = total / side
        ratios = max(areas[0] / thick**2, thick**2 / area)
        if ratios > worst:
            return count
        worst = ratios
    return len(areas)
