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
        left, top, right, bottom = box[0] - gap, box[1] - gap, box[2] + gap, box[3] + gap
        at = bisect_left(self._lefts, left - self._widest)
        end = bisect_left(self._lefts, right)
        for boxes in (self._boxes[at:end], self._later):
            for other in boxes:
                beside = other[2] <= left or other[0] >= right or other[3] <= top or other[1] >= bottom
                if not beside and other not in but:
                    return False
        return True
