"""A figure as a page of PDF: vectors, text as text in embedded fonts."""

import math

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter

from atlasview.figures.marks import Figure
from atlasview.render.painter import paint

_DOTS = 1200
_POINTS = 72.0


def pdf_page(figure: Figure, family: str) -> bytes:
    """A file of one page with the figure at its lower left, a unit to a point.

    The page is the next larger one in whole points, which is all that Qt can say: who wants the exact size cuts it at
    the upper and right ends. The file holds the time and a random name.
    """
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_1_6)
    writer.setResolution(_DOTS)
    wide, high = math.ceil(figure.width), math.ceil(figure.height)
    exactly = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(QSizeF(wide, high), QPageSize.Unit.Point, "figure", exactly))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    with QPainter(writer) as painter:
        painter.scale(_DOTS / _POINTS, _DOTS / _POINTS)
        painter.translate(0.0, high - figure.height)
        paint(figure, painter, family)
    buffer.close()
    return bytes(content.data())
