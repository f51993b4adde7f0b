"""A line of controls with some at its left end and some at its right, that wraps where the width ends."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from atlasview.desktop.panels.item_layout import Box, ItemLayout


class EndsLayout(ItemLayout):
    """Widgets keep their natural size; hidden ones take no room; those from `split` on stand at the right end.

    Where the line wraps, this holds for each of its lines; those of the right end stay together where they can.
    """

    def __init__(self, gap: int) -> None:
        super().__init__(gap=gap)
        self._split = 0

    def add(self, left: tuple[QWidget, ...], right: tuple[QWidget, ...]) -> None:
        """Add the widgets of both ends, each in order."""
        self._split = len(left)
        for widget in (*left, *right):
            self.addWidget(widget)

    def boxes(self, width: int) -> list[Box]:
        """Items with their places: in one line with room between the ends where that fits, else flowing."""
        line = self.sizeHint()
        fits = line.width() <= width
        lines: list[_Line] = [_Line(0)]
        for place, item in enumerate(self._items):
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(width, item.sizeHint().height()))
            last = lines[-1]
            needed = self._right_width() if place == self._first_right() else 0
            needed = needed if needed <= width else size.width()
            if not fits and last.items and last.right + max(needed, size.width()) > width:
                lines.append(last := _Line(last.top + last.tallest + self.spacing()))
            drop = max(line.height() - size.height(), 0) // 2
            last.items.append((place, item, QRect(QPoint(last.right, last.top + drop), size)))
            last.right += size.width() + self.spacing()
            last.tallest = max(last.tallest, size.height() + drop)
        return [box for each in lines for box in self._ended(each, width)]

    def _first_right(self) -> int:
        """The place of the first item of the right end that is seen, -1 where none is."""
        right = range(self._split, len(self._items))
        return next((place for place in right if not self._items[place].isEmpty()), -1)

    def _right_width(self) -> int:
        """What all of the right end take in one line."""
        seen = [item.sizeHint().width() for item in self._items[self._split :] if not item.isEmpty()]
        return sum(seen) + self.spacing() * (len(seen) - 1)

    def _ended(self, line: "_Line", width: int) -> list[Box]:
        """A line with those of its items that belong to the right end moved there."""
        away = width - (line.right - self.spacing())
        return [(item, box.translated(away if place >= self._split else 0, 0)) for place, item, box in line.items]


@dataclass(slots=True)
class _Line:
    """A line while it is filled; `right` is where the next item begins."""

    top: int
    right: int = 0
    tallest: int = 0
    items: list[tuple[int, QLayoutItem, QRect]] = field(default_factory=list)
