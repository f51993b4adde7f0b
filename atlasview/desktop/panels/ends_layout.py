"""A line of controls with some at its left end and some at its right, that wraps where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class EndsLayout(QLayout):
    """Widgets keep their natural size; hidden ones take no room; those from `split` on stand at the right end."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._split = 0
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, left: tuple[QWidget, ...], right: tuple[QWidget, ...]) -> None:
        """Add the widgets of both ends, each in order."""
        self._split = len(left)
        for widget in (*left, *right):
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Called by Qt when a widget is added."""
        self._items.append(item)

    def count(self) -> int:
        """Number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item by its position, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove an item and hand it over, None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes the width it is given."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at a width."""
        return max((box.bottom() + 1 for _, box in self._boxes(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        super().setGeometry(rect)
        for item, box in self._boxes(rect.width()):
            item.setGeometry(box.translated(rect.topLeft()))

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest item alone."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _boxes(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        """Items with their places: in one line with room between the ends where that fits, else flowing."""
        line = self.sizeHint()
        fits = line.width() <= width
        shown = [(place, item) for place, item in enumerate(self._items) if not item.isEmpty()]
        boxes: list[tuple[QLayoutItem, QRect]] = []
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
