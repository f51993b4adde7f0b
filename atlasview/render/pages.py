"""Paper: rich text with figures, divided into pages, with a line at the foot of each; always black on white."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEventLoop,
    QIODevice,
    QMarginsF,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPyTextObject,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from atlasview.figures.marks import Figure
from atlasview.render.painter import paint

MARGIN_MM = 18.0
_FOOT = 22.0
_POINTS = 72.0
_DOTS = 1200
_ROOM_BELOW_HEADING = 46.0
_INK, _MUTED = "#1A1D23", "#59616D"
_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
_NUMBER = QTextFormat.Property.UserProperty.value + 1

STYLE = f"""
body {{ color: {_INK}; }}
h1 {{ font-size: 17px; font-weight: 600; margin: 0 0 3px 0; }}
h2 {{ font-size: 12px; font-weight: 600; margin: 16px 0 5px 0; }}
h3 {{ font-size: 9.5px; font-weight: 600; margin: 9px 0 4px 0; }}
p {{ margin: 0 0 5px 0; }}
a {{ color: #3A45A0; text-decoration: none; }}
td {{ font-size: 8px; padding: 2px 7px 2px 0; border-bottom: 1px solid #DFE2E7; vertical-align: top; }}
th {{ padding: 2px 7px 2px 0; border-bottom: 1px solid #868D99; font-size: 7.5px; font-weight: 600; color: {_MUTED}; }}
.facts td {{ font-size: 9px; border-bottom: none; }}
.name, .muted {{ color: {_MUTED}; }}
.figure {{ margin: 8px 0 4px 0; }}
.letters {{ font-size: 8px; margin: 0 0 6px 0; }}
"""
"""Lengths in px, which are points on the paper."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed: a body of HTML with the marks of `figure_mark`, its figures with their fonts, and the foot.

    family  of the text
    """

    title: str
    html: str
    figures: Sequence[tuple[Figure, str]]
    foot: str
    family: str


def figure_mark(number: int) -> str:
    """What stands in the HTML in the place of a figure."""
    return f'<p class="figure">\ue000{number}\ue001</p>'


class Pages:
    """Paper laid out for one size of pages; belongs to the thread that made it."""

    def __init__(self, paper: Paper, layout: QPageLayout) -> None:
        # The layout of texts starts timers, which need a loop in their thread to start, to end, and to be let go.
        loop = QEventLoop()
        body = layout.paintRect(QPageLayout.Unit.Point)
        self._paper = paper
        self._size = QSizeF(body.width(), body.height() - _FOOT)
        self._document = QTextDocument()
        self._figures = _Figures(paper.figures, self._size, self._document)
        self._fill()
        loop.processEvents()

    @property
    def count(self) -> int:
        """Number of pages."""
        return self._document.pageCount()

    def print_on(self, device: QPagedPaintDevice, first: int = 1, last: int = 0) -> None:
        """Paint pages, from 1, up to the end for a last of 0; the device has the layout that they were made for."""
        wanted = range(first, (last or self.count) + 1)
        with QPainter(device) as painter:
            scale = device.logicalDpiX() / _POINTS
            for number in wanted:
                if number != first:
                    device.newPage()
                painter.save()
                painter.scale(scale, scale)
                self._page(painter, number)
                painter.restore()

    def picture(self, number: int, dpi: float, sheet: QSizeF, corner: QPointF) -> QImage:
        """A page from 1 as a picture; `sheet` is the whole paper and `corner` where the text begins, in points."""
        scale = dpi / _POINTS
        image = QImage(round(sheet.width() * scale), round(sheet.height() * scale), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        with QPainter(image) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.scale(scale, scale)
            painter.translate(corner)
            self._page(painter, number)
        return image

    def _page(self, painter: QPainter, number: int) -> None:
        size = self._size
        top = (number - 1) * size.height()
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0.0, top, size.width(), size.height())
        context.palette = _palette()
        painter.save()
        painter.translate(0.0, -top)
        painter.setClipRect(context.clip)
        self._document.documentLayout().draw(painter, context)
        painter.restore()
        foot = QRectF(0.0, size.height() + 8.0, size.width(), _FOOT - 8.0)
        painter.setFont(_font(self._paper.family, 7))
        painter.setPen(QColor(_MUTED))
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, self._paper.foot)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, f"page {number} of {self.count}")

    def _fill(self) -> None:
        document = self._document
        document.setDocumentMargin(0.0)
        document.setUseDesignMetrics(True)
        document.setDefaultFont(_font(self._paper.family, 9))
        document.setDefaultStyleSheet(STYLE)
        document.setHtml(f"<body>{self._paper.html}</body>")
        document.documentLayout().registerHandler(_OBJECT, self._figures)
        for number in range(len(self._paper.figures)):
            cursor = document.find(f"\ue000{number}\ue001")
            form = QTextCharFormat()
            form.setObjectType(_OBJECT)
            form.setProperty(_NUMBER, number)
            cursor.insertText("\ufffc", form)
        document.setPageSize(self._size)
        self._keep_headings()

    def _keep_headings(self) -> None:
        """A heading that would stand at the foot of a page, far from what it heads, goes onto the next one."""
        layout, height = self._document.documentLayout(), self._size.height()
        block = self._document.begin()
        while block.isValid():
            box = layout.blockBoundingRect(block)
            room = height - box.bottom() % height
            if block.blockFormat().headingLevel() and (room < _ROOM_BELOW_HEADING or _parted(layout, block, height)):
                self._break_before(block)
            block = block.next()

    def _break_before(self, block: QTextBlock) -> None:
        form = QTextBlockFormat(block.blockFormat())
        form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        QTextCursor(block).setBlockFormat(form)
        # Laid out from the change on only, headings behind tables lose their height: all of it is laid out anew.
        self._document.markContentsDirty(0, self._document.characterCount())
        self._document.pageCount()


def _parted(layout: QAbstractTextDocumentLayout, heading: QTextBlock, height: float) -> bool:
    """Whether what follows a heading begins on another page."""
    below = heading.next()
    if not below.isValid() or below.blockFormat().headingLevel():
        return False
    own, following = layout.blockBoundingRect(heading), layout.blockBoundingRect(below)
    return int(own.top() // height) != int((following.top() + 1) // height)


def pdf(paper: Paper, size: QPageSize.PageSizeId, landscape: bool = False) -> bytes:
    """Paper as a PDF file: vectors, text as text, links that can be followed."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_1_6)
    writer.setResolution(_DOTS)
    writer.setTitle(paper.title)
    writer.setCreator("AtlasView")
    layout = page_layout(size, landscape)
    writer.setPageLayout(layout)
    Pages(paper, layout).print_on(writer)
    buffer.close()
    return bytes(content.data())


def page_layout(size: QPageSize.PageSizeId, landscape: bool = False) -> QPageLayout:
    """A page with our margins."""
    turned = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    return QPageLayout(QPageSize(size), turned, margins, QPageLayout.Unit.Millimeter)


class _Figures(QPyTextObject):
    """Paints the figures within the text, in vectors, no larger than a page."""

    def __init__(self, figures: Sequence[tuple[Figure, str]], page: QSizeF, parent: QObject) -> None:
        super().__init__(parent)
        self._figures = figures
        self._page = page

    def _scale(self, figure: Figure) -> float:
        return min(1.0, self._page.width() / figure.width, (self._page.height() - 20.0) / figure.height)

    def intrinsicSize(self, _document: QTextDocument, _at: int, form: QTextFormat) -> QSizeF:
        figure, _ = self._figures[int(form.property(_NUMBER))]
        scale = self._scale(figure)
        return QSizeF(figure.width * scale, figure.height * scale)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _document: QTextDocument, _at: int, form: QTextFormat
    ) -> None:
        figure, family = self._figures[int(form.property(_NUMBER))]
        painter.save()
        painter.translate(QPointF(rect.topLeft()))
        painter.scale(self._scale(figure), self._scale(figure))
        paint(figure, painter, family)
        painter.restore()


def _font(family: str, size: int) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Text that is copied out of a PDF, or searched in it, has its letters one by one.
    font.setFeature(QFont.Tag("liga"), 0)
    return font


def _palette() -> QPalette:
    """Black on white, whatever the theme of the window."""
    palette = QPalette()
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(role, QColor(_INK))
    palette.setColor(QPalette.ColorRole.Base, QColor("#FFFFFF"))
    return palette
