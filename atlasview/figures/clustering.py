"""Which rows resemble each other: average linkage (UPGMA) over the mean distance of what both rows have.

Sokal and Michener 1958; each step joins the two groups with the smallest mean distance between their members.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist, sqrt

Values = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Join:
    """One step: the two groups that were joined, at what distance; groups from `n` on are earlier steps."""

    left: int
    right: int
    distance: float


def distance(one: Values, other: Values) -> float | None:
    """Euclidean distance over the values that both have, scaled up to all of them; None where they share none."""
    if None not in one and None not in other:
        return dist(one, other)  # type: ignore[arg-type]
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    if not pairs:
        return None
    return sqrt(sum((a - b) ** 2 for a, b in pairs) * len(one) / len(pairs))


def joins(rows: Sequence[Values]) -> list[Join]:
    """The steps from the nearest pair to one group, by the chain of nearest neighbours; ties go to the lower number.

    Rows that share no value with each other are farther apart than any that do.
    """
    apart = _distances(rows)
    sizes = dict.fromkeys(range(len(rows)), 1)
    found: list[Join] = []
    chain: list[int] = []
    heights: dict[int, float] = {}
    while len(sizes) > 1:
        chain = chain or [min(sizes)]
        last = chain[-1]
        before = chain[-2] if len(chain) > 1 else None
        nearest = min((one for one in sizes if one != last), key=lambda one: (apart[last][one], one != before, one))
        if nearest != before:
            chain.append(nearest)
            continue
        del chain[-2:]
        # A group never lies below its parts, whatever rounding says.
        height = max(apart[last][nearest], heights.get(last, 0.0), heights.get(nearest, 0.0))
        heights[len(rows) + len(found)] = height
        found.append(Join(min(last, nearest), max(last, nearest), height))
        _merge(apart, sizes, last, nearest, len(rows) + len(found) - 1)
    return _in_order(found, len(rows))


@dataclass(frozen=True, slots=True)
class Tree:
    """Rows in an order in which those that resemble each other stand together, and the steps that made it.

    order  numbers of the rows
    joins  between places in `order`, nearest first; groups from their number on are earlier steps
    """

    order: tuple[int, ...]
    joins: tuple[Join, ...]


def tree(rows: Sequence[Values]) -> Tree:
    """The steps over some rows and the order that draws them without crossings; the lowest number leads its group."""
    steps = joins(rows)
    members: dict[int, list[int]] = {number: [number] for number in range(len(rows))}
    for step, join in enumerate(steps):
        pair = sorted((members.pop(join.left), members.pop(join.right)), key=min)
        members[len(rows) + step] = [*pair[0], *pair[1]]
    order = next(iter(members.values()), [])
    place = {number: at for at, number in enumerate(order)}
    placed = (Join(place.get(one.left, one.left), place.get(one.right, one.right), one.distance) for one in steps)
    return Tree(tuple(order), tuple(placed))


def _distances(rows: Sequence[Values]) -> dict[int, dict[int, float]]:
    known = {(i, j): distance(rows[i], rows[j]) for i in range(len(rows)) for j in range(i)}
    farthest = 2.0 * max((value for value in known.values() if value is not None), default=0.5) or 1.0
    apart: dict[int, dict[int, float]] = {number: {} for number in range(len(rows))}
    for (i, j), value in known.items():
        apart[i][j] = apart[j][i] = farthest if value is None else value
    return apart


def _merge(apart: dict[int, dict[int, float]], sizes: dict[int, int], one: int, other: int, new: int) -> None:
    """Put a group in the place of two; its distances are the means over all members."""
    a, b = sizes.pop(one), sizes.pop(other)
    first, second = apart.pop(one), apart.pop(other)
    apart[new] = {}
    for rest in sizes:
        mean = (a * first[rest] + b * second[rest]) / (a + b)
        apart[new][rest] = apart[rest][new] = mean
        del apart[rest][one], apart[rest][other]
    sizes[new] = a + b


def _in_order(found: list[Join], count: int) -> list[Join]:
    """The steps by distance, as the chain does not find them in order; groups get the numbers of the new order."""
    order = sorted(range(len(found)), key=lambda step: found[step].distance)
    renamed = {count + old: count + new for new, old in enumerate(order)}
    found = [found[old] for old in order]
    pairs = [sorted((renamed.get(one.left, one.left), renamed.get(one.right, one.right))) for one in found]
    return [Join(left, right, one.distance) for (left, right), one in zip(pairs, found, strict=True)]
