"""Paints the cells of every table: text, link or bar, a hairline under the row, selection and focus."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.records_model import UNKNOWN, RecordsModel
from atlasview.desktop.theme import Theme

if TYPE_CHECKING:
    from atlasview.desktop.tables.record_table import RecordTable

_AnyIndex = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """One for a whole table; fonts and colours are looked up once for each state of the theme."""

    def __init__(self, theme: Theme, table: "RecordTable") -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetrics] = {}
        self._bar_ends: dict[int, tuple[float, float]] = {}
        theme.changed.connect(self.forget)
        self.forget()

    def forget(self) -> None:
        """Look up fonts again, and the ends of bars."""
        self._fonts = {name: self._theme.font(name) for name in ("body", "strong")}
        self._metrics = {name: QFontMetrics(font) for name, font in self._fonts.items()}
        self._bar_ends.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        """Rows are uniform."""
        return QSize(self._theme.px(40), self._theme.height("table-row"))

    def metrics(self, column: Column) -> QFontMetrics:
        """Metrics of the font that a column's cells have."""
        return self._metrics["strong" if column.strong else "body"]

    def room(self, width: int) -> int:
        """Width that the text has in a cell of some width."""
        return width - 2 * self._theme.px(8)

    def paint(self, painter: QPainter, _option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """One cell."""
        table, theme = self._table, self._theme
        row, at = index.row(), index.column()
        model = table.records_model
        column, record = model.columns[at], model.record(row)
        box = table.visualRect(index)
        selected = table.selectionModel().isRowSelected(row)
        if selected:
            painter.fillRect(box, theme.colour("selection"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.colour("hairline"))
        inner = box.adjusted(theme.px(8), 0, -theme.px(8), -1)
        if column.bar is not None:
            self._paint_bar(painter, inner, at, column.bar(record), model)
        else:
            self._paint_text(painter, inner, column, record, selected and at == 0, table.is_pointed(row, at))
        if table.hasFocus() and table.currentIndex().row() == row:
            self._paint_ring(painter, box, at, len(model.columns))

    def _paint_text(
        self, painter: QPainter, inner: QRect, column: Column, record: Any, bold: bool, pointed: bool
    ) -> None:
        text = column.text(record)
        target = column.target(record) if text else ""
        name = "strong" if bold or column.strong else "body"
        role = "accent" if target and not column.quiet else "text-muted" if column.muted or not text else "text"
        font = self._fonts[name]
        if target and pointed:
            font = QFont(font)
            font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        shown = self._metrics[name].elidedText(text or UNKNOWN, Qt.TextElideMode.ElideRight, inner.width())
        side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_bar(self, painter: QPainter, inner: QRect, at: int, value: float | None, model: RecordsModel) -> None:
        low, high = self._ends(at, model)
        zero = inner.left() + round(-low / (high - low) * inner.width())
        painter.fillRect(zero, inner.top(), 1, inner.height() + 1, self._theme.colour("control-border"))
        if value is None:
            return
        end = inner.left() + round((value - low) / (high - low) * inner.width())
        thick = self._theme.px(10)
        left, right = min(zero, end), max(zero, end)
        top = inner.center().y() - thick // 2
        painter.fillRect(left, top, max(1, right - left), thick, self._theme.fill("lineage", "t-cell"))

    def _ends(self, at: int, model: RecordsModel) -> tuple[float, float]:
        if at not in self._bar_ends:
            bar = model.columns[at].bar
            values = [value for record in model.records() if bar and (value := bar(record)) is not None]
            low, high = min([0.0, *values]), max([0.0, *values])
            self._bar_ends[at] = (low, high) if high > low else (0.0, 1.0)
        return self._bar_ends[at]

    def _paint_ring(self, painter: QPainter, box: QRect, at: int, columns: int) -> None:
        ring = self._theme.colour("focus-ring")
        painter.fillRect(box.left(), box.top(), box.width(), 1, ring)
        painter.fillRect(box.left(), box.bottom() - 1, box.width(), 1, ring)
        if at == 0:
            painter.fillRect(box.left(), box.top(), 1, box.height() - 1, ring)
        if at == columns - 1:
            painter.fillRect(box.right(), box.top(), 1, box.height() - 1, ring)
