"""A layout that sets widgets side by side and goes on in the next line where the width ends."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from atlasview.desktop.panels.item_layout import Box, ItemLayout


class FlowLayout(ItemLayout):
    """Items keep their natural size, hidden ones take no room; `gap` pixels stand between in both directions."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent, gap)

    def expandingDirections(self) -> Qt.Orientation:
        """Wants no more room than it needs."""
        return Qt.Orientation(0)

    def boxes(self, width: int) -> list[Box]:
        """Line by line; an item that is wider than all the room is squeezed as far as it lets itself."""
        boxes: list[Box] = []
        left = top = tallest = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if left and left + size.width() > width:
                left, top, tallest = 0, top + tallest + self.spacing(), 0
            boxes.append((item, QRect(QPoint(left, top), size)))
            left += size.width() + self.spacing()
            tallest = max(tallest, size.height())
        return boxes
