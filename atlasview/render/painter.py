"""Paints the marks of a figure on any Qt paint device: screen, picture, page of a file."""

import math
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from atlasview.figures.marks import Circle, Figure, Line, Mark, Paint, Polygon, Rect, Shape, Text, bounds
from atlasview.render.fonts import font_for

_HATCH_STEP = 4.2
_HATCH_WIDTH = 0.8
_LARGE = 96.0
_UNSCALED = frozenset({QTransform.TransformationType.TxNone, QTransform.TransformationType.TxTranslate})
_NO_PEN = QPen(Qt.PenStyle.NoPen)
_NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)


def paint(figure: Figure, painter: QPainter, family: str = "") -> None:
    """Paint all of a figure; one unit is one unit of the painter's coordinates.

    family  the font that the figure was measured with, empty for the painter's own
    The caller opens and closes the painter, and its pen, brush and font are as before afterwards.
    """
    paint_marks(figure.marks, painter, family)


def paint_marks(marks: Iterable[Mark], painter: QPainter, family: str = "") -> None:
    """Paint marks in their order, as `paint` does."""
    family = family or painter.font().family()
    # Qt rounds a font's size to whole pixels of the painter; where the painter is scaled that would show.
    exact = painter.worldTransform().type() not in _UNSCALED
    dots = 0.0 if exact else float(painter.device().logicalDpiY())
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    brushes = _Brushes(painter)
    for mark in marks:
        for shape in mark.shapes:
            if isinstance(shape, Text):
                brushes.flush()
                _text(shape, painter, family, dots)
                brushes.forget()
            elif not (shape.paint.fill or shape.paint.stroke):
                continue  # only there to be pointed at
            elif isinstance(shape, Rect) and not shape.radius and not shape.paint.hatch:
                brushes.add(shape)
            else:
                brushes.take(shape.paint)
                _drawn(shape, painter)
    brushes.flush()
    painter.restore()


class _Brushes:
    """Sets pen and brush only where they change, and gathers plain rectangles of one paint into one call."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._paint: Paint | None = None
        self._boxes: list[QRectF] = []

    def add(self, shape: Rect) -> None:
        """A rectangle without corners: painted with those of the same paint that follow it."""
        if shape.paint is not self._paint and shape.paint != self._paint:
            self.take(shape.paint)
        self._boxes.append(QRectF(shape.x, shape.y, shape.width, shape.height))

    def take(self, paint: Paint) -> None:
        """Paint what was gathered, then take up another paint."""
        self.flush()
        if paint is not self._paint and paint != self._paint:
            self._painter.setPen(_pen(paint) if paint.stroke else _NO_PEN)
            filled = paint.fill and not paint.hatch
            self._painter.setBrush(_brush(paint.fill, paint.opacity) if filled and paint.fill else _NO_BRUSH)
            self._paint = paint

    def flush(self) -> None:
        """Paint what was gathered."""
        if self._boxes:
            self._painter.drawRects(self._boxes)
            self._boxes = []

    def forget(self) -> None:
        """Somebody else has set the pen."""
        self._paint = None


def mark_bounds(mark: Mark, family: str) -> QRectF:
    """The box of a mark on the screen, texts and outlines included; empty for a mark without shapes."""
    box = QRectF()
    for shape in mark.shapes:
        box = box.united(_text_box(shape, family) if isinstance(shape, Text) else _shape_box(shape))
    return box


def rows_covered(mark: Mark) -> tuple[float, float]:
    """Upper and lower end of a mark, found without measuring texts; (0, 0) for a mark without shapes."""
    top, bottom = math.inf, -math.inf
    for shape in mark.shapes:
        if isinstance(shape, Text):
            high, low = shape.y - shape.size, shape.y + shape.size * 0.4
        else:
            box = bounds(shape)
            high, low = (box[1] - 2, box[3] + 2) if box else (math.inf, -math.inf)
        top, bottom = min(top, high), max(bottom, low)
    return (top, bottom) if mark.shapes else (0.0, 0.0)


def _drawn(shape: Rect | Line | Polygon | Circle, painter: QPainter) -> None:
    match shape:
        case Rect(x, y, width, height, _, radius):
            if radius > 0:
                painter.drawRoundedRect(QRectF(x, y, width, height), radius, radius)
            else:
                painter.drawRect(QRectF(x, y, width, height))
        case Line(x1, y1, x2, y2):
            painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
        case Circle(x, y, radius):
            painter.drawEllipse(QPointF(x, y), radius, radius)
        case Polygon(points, _, closed):
            corners = QPolygonF([QPointF(x, y) for x, y in points])
            if closed:
                painter.drawPolygon(corners)
            else:
                painter.drawPolyline(corners)
    if shape.paint.hatch:
        _hatch(shape, painter)


def _hatch(shape: Rect | Line | Polygon | Circle, painter: QPainter) -> None:
    box = _shape_box(shape)
    painter.save()
    painter.setClipPath(_outline(shape), Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(shape.paint.fill or shape.paint.stroke or "#000000"), _HATCH_WIDTH))
    apart = _HATCH_STEP * math.sqrt(2)
    first, last = math.floor((box.left() + box.top()) / apart), math.ceil((box.right() + box.bottom()) / apart)
    lines = []
    for index in range(first, last + 1):
        # One rising line of x + y = index * apart, from the box's lower edge to its upper one.
        total = index * apart
        lines.append(QLineF(total - box.bottom(), box.bottom(), total - box.top(), box.top()))
    painter.drawLines(lines)
    painter.restore()


def _outline(shape: Rect | Line | Polygon | Circle) -> QPainterPath:
    path = QPainterPath()
    match shape:
        case Rect(x, y, width, height, _, radius):
            path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
        case Circle(x, y, radius):
            path.addEllipse(QPointF(x, y), radius, radius)
        case Polygon(points=points):
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    return path


def _text(shape: Text, painter: QPainter, family: str, dots: float) -> None:
    """A text at its place; for `dots` of 0 with letters of a large size scaled down, which is exact."""
    painter.setPen(_text_pen(shape.colour))
    x = shape.x
    if shape.anchor != "start":
        width = _advance(family, shape.text, shape.size, shape.weight, shape.italic)
        x -= width if shape.anchor == "end" else width / 2
    if dots:
        painter.setFont(_font(family, shape.size, shape.weight, shape.italic, dots))
        painter.drawText(QPointF(x, shape.y), shape.text)
        return
    painter.save()
    painter.translate(x, shape.y)
    painter.scale(shape.size / _LARGE, shape.size / _LARGE)
    painter.setFont(_font(family, _LARGE, shape.weight, shape.italic, float(painter.device().logicalDpiY())))
    painter.drawText(QPointF(0.0, 0.0), shape.text)
    painter.restore()


def _shape_box(shape: Shape) -> QRectF:
    box = bounds(shape)
    if box is None or isinstance(shape, Text):
        return QRectF()
    half = shape.paint.width / 2 if shape.paint.stroke else 0.0
    return QRectF(box[0] - half, box[1] - half, box[2] - box[0] + 2 * half, box[3] - box[1] + 2 * half)


def _text_box(shape: Text, family: str) -> QRectF:
    width = _advance(family, shape.text, shape.size, shape.weight, shape.italic)
    left = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
    return QRectF(left, shape.y - shape.size, width, shape.size * 1.3)


@lru_cache(maxsize=256)
def _font(family: str, size: float, weight: int, italic: bool, dots: float) -> QFont:
    return font_for(family, size, weight, italic, dots)


@lru_cache(maxsize=256)
def _wide(family: str, weight: int, italic: bool) -> QFontMetricsF:
    return QFontMetricsF(font_for(family, _LARGE, weight, italic))


@lru_cache(maxsize=8192)
def _advance(family: str, text: str, size: float, weight: int, italic: bool) -> float:
    return _wide(family, weight, italic).horizontalAdvance(text) * size / _LARGE


@lru_cache(maxsize=512)
def _pen(paint: Paint) -> QPen:
    pen = QPen(QColor(paint.stroke or "#000000"), paint.width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if paint.dash:
        pen.setDashPattern([part / paint.width for part in paint.dash])
    return pen


@lru_cache(maxsize=512)
def _text_pen(colour: str) -> QPen:
    return QPen(QColor(colour))


@lru_cache(maxsize=512)
def _brush(colour: str, opacity: float) -> QBrush:
    filled = QColor(colour)
    filled.setAlphaF(opacity)
    return QBrush(filled)
