"""Trees beside a heat map: which rows or columns were joined, and at what distance."""

from collections.abc import Iterator, Sequence

from atlasview.figures.clustering import Join
from atlasview.figures.marks import Paint, Polygon, Shape

WORDS = "Trees: average linkage; a join stands as far out as the groups differ (Euclidean distance)."


def dendrogram(
    joins: Sequence[Join], places: Sequence[float], start: float, room: float, paint: Paint, down: bool
) -> Iterator[Shape]:
    """A bracket for each join, from the leaves at `start` to the root at `start` + `room`.

    joins   between leaves numbered as `places`, which are where they stand along the edge
    paint   its stroke is that of the brackets
    down    whether the tree hangs below its leaves; else it stands at their right
    """
    highest = max((join.distance for join in joins), default=0.0)
    along, out = list(places), [start] * len(places)
    for join in joins:
        depth = start + (join.distance / highest if highest > 0 else 1.0) * room
        one, other = along[join.left], along[join.right]
        points = ((out[join.left], one), (depth, one), (depth, other), (out[join.right], other))
        yield Polygon(tuple((y, x) for x, y in points) if down else points, paint, closed=False)
        along.append((one + other) / 2)
        out.append(depth)
