"""A layout of a main part with an aside at its right, under it where the width does not hold both."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from atlasview.desktop.panels.item_layout import Box, ItemLayout


class BesideLayout(ItemLayout):
    """Two items: the main part, then the aside.

    Sizes in pixels: the aside is between `least` and `most` wide and takes its `share` (0 to 1) in between; the main
    part keeps `main` at least, else the aside stands under it; `gap` stands between them.
    """

    def __init__(self, parent: QWidget, main: int, least: int, most: int, gap: int, share: float) -> None:
        super().__init__(parent)
        self._share = share
        self.set_sizes(main, least, most, gap)

    def set_sizes(self, main: int, least: int, most: int, gap: int) -> None:
        """Set the sizes again, after a change of the text size."""
        self._main, self._least, self._most, self._gap = main, least, most, gap
        self.invalidate()

    def sizeHint(self) -> QSize:
        """As at the least width that holds both beside each other."""
        width = self._main + self._gap + self._least
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """Nothing is demanded; the page decides the width."""
        return QSize(0, 0)

    def boxes(self, width: int) -> list[Box]:
        """The main part, and the aside beside or under it."""
        return list(zip(self._items, self._places(width), strict=True))

    def _places(self, width: int) -> list[QRect]:
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
