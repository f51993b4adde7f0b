"""The head of every table: small muted titles, a triangle at the sorted column, a hairline."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QHeaderView, QTableView

from atlasview.desktop.panels.term_card import TermCard, Word
from atlasview.desktop.theme import Theme


class TableHead(QHeaderView):
    """Titles of columns; a click sorts, a title that is a term has its card."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.terms = TermCard(theme, self.viewport(), self._words, lambda: parent.currentIndex().column(), parent)
        self.sorted: tuple[int, Qt.SortOrder] | None = None
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(theme.px(36))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _words(self) -> list[Word]:
        model, across, height = self.model(), Qt.Orientation.Horizontal, self.viewport().height()
        return [
            Word(
                str(model.headerData(at, across)),
                QRect(self.sectionViewportPosition(at), 0, self.sectionSize(at), height),
                str(model.headerData(at, across, Qt.ItemDataRole.ToolTipRole) or ""),
            )
            for at in range(self.count())
        ]

    def viewportEvent(self, event: QEvent) -> bool:
        """The card says what a tooltip would say."""
        return event.type() == QEvent.Type.ToolTip or super().viewportEvent(event)

    def sizeHint(self) -> QSize:
        """The height of the tokens."""
        return QSize(super().sizeHint().width(), self._theme.height("table-head"))

    def show_sorted(self, column: int, order: Qt.SortOrder) -> None:
        """Draw the triangle at a column."""
        self.sorted = (column, order)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Ground, title, triangle, hairline."""
        theme, model = self._theme, self.model()
        title = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        side = Qt.AlignmentFlag(model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole))
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("hairline"))
        painter.setFont(theme.font("column-head"))
        painter.setPen(theme.colour("text-muted"))
        inner = rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
        arrow = self.sorted is not None and self.sorted[0] == section
        room = theme.px(9) if arrow else 0
        if arrow:
            inner.adjust(-theme.px(4) if side & Qt.AlignmentFlag.AlignRight else 0, 0, theme.px(4), 0)
        title = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, inner.width() - room)
        if side & Qt.AlignmentFlag.AlignRight:
            inner.setRight(inner.right() - room)
        painter.drawText(inner, side, title)
        if arrow:
            width = painter.fontMetrics().horizontalAdvance(title)
            left = (
                inner.right() + theme.px(3)
                if side & Qt.AlignmentFlag.AlignRight
                else inner.left() + width + theme.px(4)
            )
            self._paint_arrow(painter, QPointF(left, rect.center().y()))
        painter.restore()

    def _paint_arrow(self, painter: QPainter, at: QPointF) -> None:
        assert self.sorted is not None
        half = self._theme.px(3)
        down = half if self.sorted[1] == Qt.SortOrder.DescendingOrder else -half
        triangle = QPainterPath(QPointF(at.x(), at.y() - down * 0.7))
        triangle.lineTo(at.x() + 2 * half, at.y() - down * 0.7)
        triangle.lineTo(at.x() + half, at.y() + down * 0.7)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(triangle, self._theme.colour("text-muted"))
