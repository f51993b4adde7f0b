"""A figure as a picture of dots on white."""

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter

from atlasview.figures.marks import Figure
from atlasview.records.trouble import Trouble
from atlasview.render.painter import paint

_POINTS = 72.0
_MOST_ON_A_SIDE = 32_000
_MOST = 100_000_000
"""A page of A4 at 1000 dpi, 400 MB while it is drawn."""

_METRES_PER_INCH = 0.0254


def size_in_dots(figure: Figure, dpi: float) -> tuple[int, int]:
    """Width and height of the picture, at least one dot."""
    return max(round(figure.width / _POINTS * dpi), 1), max(round(figure.height / _POINTS * dpi), 1)


def picture(figure: Figure, family: str, dpi: float) -> QImage:
    """The figure on white, with its density; raises Trouble for more dots than a computer can be expected to hold."""
    width, height = size_in_dots(figure, dpi)
    fits = max(width, height) <= _MOST_ON_A_SIDE and width * height <= _MOST
    image = QImage(width, height, QImage.Format.Format_RGB32) if fits else QImage()
    if image.isNull():
        what = f"a picture of {width:,} x {height:,} dots is too large"
        raise Trouble(what, f"{dpi:g} dpi", "choose fewer dots per inch, a smaller size, or PDF or SVG")
    per_metre = round(dpi / _METRES_PER_INCH)
    image.setDotsPerMeterX(per_metre)
    image.setDotsPerMeterY(per_metre)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        painter.scale(width / figure.width, height / figure.height)
        paint(figure, painter, family)
    return image


def rows_of_dots(image: QImage) -> memoryview:
    """Blue, green, red and an unused byte of each dot, row by row from the top; as long as the picture lives."""
    return memoryview(image.constBits())


def png(image: QImage, texts: Mapping[str, str]) -> bytes:
    """The picture as PNG, with `texts` by their keywords and its density."""
    for keyword, text in texts.items():
        image.setText(keyword, text)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(content.data())
