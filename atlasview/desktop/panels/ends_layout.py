"""A line of controls with some at its left end and some at its right, that wraps where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from atlasview.desktop.panels.item_layout import Box, ItemLayout


class EndsLayout(ItemLayout):
    """Widgets keep their natural size; hidden ones take no room; those from `split` on stand at the right end."""

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
        shown = [(place, item) for place, item in enumerate(self._items) if not item.isEmpty()]
        boxes: list[Box] = []
        left = top = tallest = 0
        pushed = False
        for place, item in shown:
            size = item.sizeHint().boundedTo(QSize(width, item.sizeHint().height()))
            if fits and place >= self._split and not pushed:
                left, pushed = left + width - line.width(), True
            elif not fits and left and left + size.width() > width:
                left, top, tallest = 0, top + tallest + self.spacing(), 0
            drop = max(line.height() - size.height(), 0) // 2
            boxes.append((item, QRect(QPoint(left, top + drop), size)))
            left += size.width() + self.spacing()
            tallest = max(tallest, size.height() + drop)
        return boxes
