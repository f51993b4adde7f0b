"""SVG icons, tinted with a colour of the theme when they are painted, sharp at every pixel ratio."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache

from atlasview.bundled import resource

RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)
"""Device pixel ratios for which an icon can be asked; one between is drawn from the next larger."""


@cache
def _drawing(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def tinted(name: str, colour: QColor, side: int, ratio: float = 1.0) -> QPixmap:
    """The icon `name` as a square of `side` device-independent pixels in one colour.

    Raises FileNotFoundError when there is no such icon.
    """
    key = f"icon:{name}:{colour.name(QColor.NameFormat.HexArgb)}:{side}:{ratio}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    from PySide6.QtSvg import QSvgRenderer

    shapes = _drawing(name).replace("currentColor", colour.name())
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setOpacity(colour.alphaF())
        QSvgRenderer(QByteArray(shapes.encode())).render(painter, QRectF(0, 0, side, side))
    QPixmapCache.insert(key, pixmap)
    return pixmap


def icon(name: str, colour: QColor, disabled: QColor, side: int, ratios: tuple[float, ...] = (1.0,)) -> QIcon:
    """The icon for buttons and menus, with a pixmap for each pixel ratio and for the disabled state."""
    result = QIcon()
    for ratio in ratios:
        result.addPixmap(tinted(name, colour, side, ratio), QIcon.Mode.Normal)
        result.addPixmap(tinted(name, disabled, side, ratio), QIcon.Mode.Disabled)
    return result


def window_icon() -> QIcon:
    """The program's own icon, in all sizes that a desktop may ask for."""
    result = QIcon()
    for path in sorted(resource("icons/app").glob("*.png")):
        result.addFile(str(path))
    return result
