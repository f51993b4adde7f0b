"""What layouts of our own share: they keep items, and place each in the box that the layout gives it for a width."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Box = tuple[QLayoutItem, QRect]


class ItemLayout(QLayout):
    """Base of layouts whose height follows from the width; hidden widgets take no room. `gap` in pixels."""

    def __init__(self, parent: QWidget | None = None, gap: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def boxes(self, width: int) -> list[Box]:
        """The items with their places from the upper left corner, at a width in pixels; each layout has its own."""
        return [(item, QRect(0, 0, width, item.sizeHint().height())) for item in self._items]

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
        """Height of all items at a width."""
        return max((box.bottom() + 1 for _item, box in self.boxes(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        super().setGeometry(rect)
        for item, box in self.boxes(rect.width()):
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
