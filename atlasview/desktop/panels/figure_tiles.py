"""Pictures of the bands of a figure: what has not changed is not painted again when a page scrolls, a cursor moves."""

import math
from collections.abc import Collection
from itertools import count

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache

from atlasview.render.figure_index import FigureIndex
from atlasview.render.painter import paint_marks

_names = count()


class FigureTiles:
    """The bands that were painted last, in Qt's own cache, which all panels share and which lets unused ones go."""

    def __init__(self) -> None:
        self._name = next(_names)
        self._known: dict[str, int] = {}

    def forget(self, bands: Collection[int] | None = None) -> None:
        """Another figure, or the same in other colours: its pictures are no longer wanted; or those of some bands."""
        gone = [key for key, band in self._known.items() if bands is None or band in bands]
        for key in gone:
            QPixmapCache.remove(key)
            del self._known[key]

    def paint(self, painter: QPainter, exposed: QRect, index: FigureIndex, family: str, ground: QColor) -> None:
        """Paint the bands of a figure that the exposed part of a widget shows, on a ground."""
        last = min(exposed.bottom(), math.ceil(index.height) - 1)
        for band in range(exposed.top() // index.band, last // index.band + 1):
            painter.drawPixmap(QPointF(0, band * index.band), self._tile(painter, band, index, family, ground))
        painter.fillRect(exposed.adjusted(0, max(last + 1 - exposed.top(), 0), 0, 0), ground)

    def _tile(self, painter: QPainter, band: int, index: FigureIndex, family: str, ground: QColor) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        key = f"figure {self._name} {index.width} {band} {ratio} {ground.rgb()}"
        known: object = QPixmapCache.find(key)  # type: ignore[call-overload]  # the stubs know only the old form
        if isinstance(known, QPixmap):
            return known
        made = _painted(band, index, family, ground, ratio)
        QPixmapCache.insert(key, made)
        self._known[key] = band
        return made


def _painted(band: int, index: FigureIndex, family: str, ground: QColor, ratio: float) -> QPixmap:
    high = min(index.band, math.ceil(index.height) - band * index.band)
    tile = QPixmap(QSize(math.ceil(index.width * ratio), math.ceil(high * ratio)))
    tile.setDevicePixelRatio(ratio)
    tile.fill(ground)
    with QPainter(tile) as painter:
        painter.translate(0, -band * index.band)
        paint_marks(index.in_band(band), painter, family)
    return tile
