"""The figure as it will be printed: on white paper, at true size, between rulers in millimetres."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from atlasview.desktop.panels.speaking import Speaker, say
from atlasview.desktop.theme import Theme
from atlasview.figures.colour_sight import as_seen
from atlasview.figures.marks import Figure
from atlasview.render.painter import paint

ZOOMS = {"true": "True size", "double": "Twice the size", "fit": "Fit"}

_MM_PER_INCH = 25.4
_POINTS = 72.0
_PLAUSIBLE = (50.0, 400.0)
_RULER = 24.0
_EDGE = 10.0


class FigurePreview(QScrollArea):
    """Scrolls where the paper is larger than the room for it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.paper = _Paper(theme)
        self.setObjectName("figure-preview")
        self.setAccessibleName("Preview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(self.paper)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCornerWidget(QWidget())
        self.viewport().setAutoFillBackground(False)
        self.paper.setAutoFillBackground(False)

    def show_figure(self, figure: Figure | None, family: str = "", trouble: str = "") -> None:
        """Show a finished figure; without one, what stands in its way."""
        self.paper.show_figure(figure, family, trouble)
        self.setAccessibleDescription(self.paper.described())
        self._fit()

    def show_as(self, zoom: str, sight: str) -> None:
        """`zoom` is one of ZOOMS, `sight` one of figures.colour_sight.SIGHTS, empty for colours as they are."""
        self.paper.show_as(zoom, sight)
        self._fit()

    def dots_per_inch(self) -> float:
        """What the screen says of itself."""
        return self.paper.dots_per_inch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted figure follows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.paper.fit(self.viewport().size())


class _Paper(Speaker):
    """Rulers, paper, figure."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._figure: Figure | None = None
        self._seen: Figure | None = None
        self._family = ""
        self._trouble = ""
        self._zoom, self._sight = "true", ""
        self._scale = 1.0
        self.setAccessibleName("Figure")
        theme.changed.connect(self.update)

    def show_figure(self, figure: Figure | None, family: str, trouble: str) -> None:
        """Take another figure."""
        self._figure, self._family, self._trouble = figure, family, trouble
        self._seen = as_seen(figure, self._sight) if figure else None
        say(self)

    def described(self) -> str:
        """Title and description of the figure; what stands in the way where there is none."""
        return f"{self._figure.title}. {self._figure.description}" if self._figure else self._trouble

    def show_as(self, zoom: str, sight: str) -> None:
        """Take another scale and another kind of sight."""
        self._zoom, self._sight = zoom, sight
        self._seen = as_seen(self._figure, sight) if self._figure else None

    def dots_per_inch(self) -> float:
        """Of the screen in device-independent dots; what it says of its size counts where that can be."""
        screen = self.screen()
        physical = screen.physicalDotsPerInch()
        return physical if _PLAUSIBLE[0] <= physical <= _PLAUSIBLE[1] else screen.logicalDotsPerInch()

    def fit(self, room: QSize) -> None:
        """Choose the scale, in dots to a unit, and take as much room as that needs."""
        figure = self._seen
        if figure is not None:
            margin = self._margin()
            self._scale = self.dots_per_inch() / _POINTS * (2.0 if self._zoom == "double" else 1.0)
            if self._zoom == "fit":
                across = (room.width() - margin - _EDGE) / figure.width
                self._scale = max(min(across, (room.height() - margin - _EDGE) / figure.height), 0.05)
            wide, high = figure.width * self._scale, figure.height * self._scale
            self.setMinimumSize(
                *(0, 0) if self._zoom == "fit" else (round(wide + margin + _EDGE), round(high + margin))
            )
        self.update()

    def paper_box(self) -> QRectF:
        """Where the paper lies; empty without a figure."""
        if self._seen is None:
            return QRectF()
        margin = self._margin()
        wide, high = self._seen.width * self._scale, self._seen.height * self._scale
        left = max(margin, (self.width() + margin - wide - _EDGE) / 2)
        top = max(margin, (self.height() + margin - high - _EDGE) / 2)
        return QRectF(round(left), round(top), wide, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, rulers, white paper, figure; what stands in the way where there is none."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("window"))
            if self._seen is None:
                painter.setFont(theme.font("body"))
                painter.setPen(theme.colour("text-muted"))
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(self.rect().adjusted(20, 20, -20, -20), flags, self._trouble)
                return
            box = self.paper_box()
            self._paint_ruler(painter, box, across=True)
            self._paint_ruler(painter, box, across=False)
            painter.setPen(QPen(theme.colour("control-border"), 1))
            painter.setBrush(Qt.GlobalColor.white)
            painter.drawRect(box.adjusted(-1, -1, 1, 1))
            painter.setClipRect(box)
            painter.translate(box.topLeft())
            painter.scale(self._scale, self._scale)
            paint(self._seen, painter, self._family)

    def _paint_ruler(self, painter: QPainter, box: QRectF, across: bool) -> None:
        """A line for each millimetre, longer ones with numbers for tens; fewer where they would touch."""
        theme = self._theme
        font = theme.font("caption")
        painter.setFont(font)
        metrics = QFontMetrics(font)
        dot = self._scale * _POINTS / _MM_PER_INCH
        length = (box.width() if across else box.height()) / dot
        widest = metrics.horizontalAdvance("0000") if across else metrics.height()
        step = next(step for step in (10, 20, 50, 100, 200, 500, 1000, 5000) if step * dot > widest * 1.2)
        fine = next(part for part in (1, 5, 10, 50, 100, 500, 1000, 5000) if part * dot >= 3)
        for mm in range(0, int(length + 0.001) + 1, fine):
            numbered, tall = mm % step == 0, mm % (fine * 5) == 0
            reach = 7 if numbered else 5 if tall else 3
            painter.setPen(theme.colour("control-border"))
            at = mm * dot
            start = box.topLeft() + (QPointF(at, -3) if across else QPointF(-3, at))
            painter.drawLine(start, start - (QPointF(0, reach) if across else QPointF(reach, 0)))
            if numbered:
                painter.setPen(theme.colour("text-muted"))
                self._paint_number(painter, start, str(mm), metrics, across)

    def _paint_number(self, painter: QPainter, start: QPointF, text: str, metrics: QFontMetrics, across: bool) -> None:
        width = metrics.horizontalAdvance(text)
        place = QPointF(-width / 2, -10) if across else QPointF(-width - 10, metrics.ascent() / 2 - 1)
        painter.drawText(start + place, text)

    def _margin(self) -> float:
        """Room for a ruler."""
        return QFontMetrics(self._theme.font("caption")).horizontalAdvance("0000") + _RULER
