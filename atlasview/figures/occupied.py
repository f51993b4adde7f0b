"""Which boxes of a drawing are taken: asked for thousands of times where a name looks for room."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Occupied:
    """Boxes by their left edges, so that only those near a place are looked at, and a few that come later."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._boxes = sorted(boxes)
        self._lefts = [box[0] for box in self._boxes]
        self._widest = max((box[2] - box[0] for box in self._boxes), default=0.0)
        self._later: list[Box] = []

    def add(self, box: Box) -> None:
        """Take one more."""
        self._later.append(box)

    def is_free(self, box: Box, gap: float, but: Sequence[Box] = ()) -> bool:
        """Whether no taken box is closer than `gap`; those of `but` do not count."""
        at = bisect_left(self._lefts, box[0] - gap - self._widest)
        end = bisect_left(self._lefts, box[2] + gap)
        near = (*self._boxes[at:end], *self._later)
        return not any(_overlap(box, other, gap) for other in near if other not in but)


def _overlap(one: Box, other: Box, gap: float) -> bool:
    return not (
        one[2] + gap <= other[0] or other[2] + gap <= one[0] or one[3] + gap <= other[1] or other[3] + gap <= one[1]
    )
