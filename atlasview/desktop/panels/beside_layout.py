"""A layout of a main part with an aside at its right, under it where the width does not hold both."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class BesideLayout(QLayout):
    """Two items: the main part, then the aside.

    Sizes in pixels: the aside is between `least` and `most` wide and takes its `share` (0 to 1) in between; the main
    part keeps `main` at least, else the aside stands under it; `gap` stands between them.
    """

    def __init__(self, parent: QWidget, main: int, least: int, most: int, gap: int, share: float) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._share = share
        self.setContentsMargins(0, 0, 0, 0)
        self.set_sizes(main, least, most, gap)

    def set_sizes(self, main: int, least: int, most: int, gap: int) -> None:
        """Set the sizes again, after a change of the text size."""
        self._main, self._least, self._most, self._gap = main, least, most, gap
        self.invalidate()

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
        """Height of both parts at a width."""
        return max((box.bottom() + 1 for box in self._boxes(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        """Place both parts."""
        super().setGeometry(rect)
        for item, box in zip(self._items, self._boxes(rect.width()), strict=True):
            item.setGeometry(box.translated(rect.topLeft()))

    def sizeHint(self) -> QSize:
        """As at the least width that holds both beside each other."""
        width = self._main + self._gap + self._least
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """Nothing is demanded; the page decides the width."""
        return QSize(0, 0)

    def _boxes(self, width: int) -> list[QRect]:
        if not self._items:
            return []
        if len(self._items) == 1:
            return [QRect(0, 0, width, _height(self._items[0], width))]
        main, aside = self._items
        beside = min(max(round(width * self._share), self._least), self._most)
        rest = width - beside - self._gap
        if rest < self._main:
            top = _height(main, width)
            under = min(width, self._most * 3 // 2)
            return [
                QRect(0, 0, width, top),
                QRect(0, top + self._gap // 2, under, _height(aside, under)),
            ]
        return [QRect(0, 0, rest, _height(main, rest)), QRect(rest + self._gap, 0, beside, _height(aside, beside))]


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
