"""Painters of rows: the search list, the side panel's two lines, the narrow column beside the search list."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from atlasview.desktop.rows import AnyIndex, Row, RowList
from atlasview.desktop.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """What the painters of rows share: ground, focus ring, heads, and texts that end in `…` when they are too long."""

    row_height = "list-row-two-lines"
    head_height = 26.0

    def __init__(self, theme: Theme, rows: RowList) -> None:
        super().__init__(rows)
        self._theme = theme
        self._rows = rows
        self._take_theme()
        theme.changed.connect(self._take_theme)

    def _take_theme(self) -> None:
        theme = self._theme
        self._fonts = {name: theme.font(name) for name in ("body", "strong", "small", "caption", "column-head")}
        self._fonts["fixed"] = theme.font("sequence")
        self._fonts["fixed"].setPointSizeF(theme.font("small").pointSizeF())
        self._metrics = {name: QFontMetrics(font) for name, font in self._fonts.items()}
        self._text = theme.colour("text")
        self._muted = theme.colour("text-muted")
        self._selection = theme.colour("selection")
        self._hover = theme.colour("hover")
        self._ring = theme.colour("focus-ring")
        self._hairline = theme.colour("hairline")
        self._margin = theme.px(16)
        self._sizes = (QSize(0, theme.px(self.head_height)), QSize(0, theme.height(self.row_height)))

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Heads are lower than rows."""
        return self._sizes[0 if self._rows.rows.rows[index.row()].head else 1]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row from its record; nothing is asked of the model."""
        row = self._rows.rows.rows[index.row()]
        box: QRect = option.rect
        painter.save()
        if row.head:
            self._paint_head(painter, row, box)
        else:
            state = option.state
            selected = bool(state & QStyle.StateFlag.State_Selected)
            self._paint_ground(painter, box, selected, bool(state & QStyle.StateFlag.State_MouseOver))
            self._paint_row(painter, row, box, selected)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, selected: bool, hovered: bool) -> None:
        if selected:
            painter.fillRect(box, self._selection)
            if self._rows.hasFocus():
                painter.setPen(self._ring)
                painter.drawRect(box.adjusted(0, 0, -1, -1))
        elif hovered:
            painter.fillRect(box, self._hover)

    def _paint_head(self, painter: QPainter, row: Row, box: QRect) -> None:
        self._write(painter, "column-head", row.strong, box.adjusted(self._margin, 0, -self._margin, 0), muted=True)

    def _paint_row(self, painter: QPainter, row: Row, box: QRect, selected: bool) -> None:
        inner = box.adjusted(self._margin, 0, -self._margin, 0)
        self._write(painter, "strong" if selected else "body", row.strong, inner)

    def _write(self, painter: QPainter, font: str, text: str, box: QRect, muted: bool = False) -> int:
        """Write a line at the left of a box and return its width."""
        text, width = self._fitted(font, text, box.width())
        painter.setFont(self._fonts[font])
        painter.setPen(self._muted if muted else self._text)
        painter.drawText(box, _LEFT, text)
        return width

    def _write_right(self, painter: QPainter, font: str, text: str, box: QRect, muted: bool = True) -> int:
        """Write a line at the right of a box and return its width."""
        text, width = self._fitted(font, text, box.width())
        painter.setFont(self._fonts[font])
        painter.setPen(self._muted if muted else self._text)
        painter.drawText(box, _RIGHT, text)
        return width

    def _fitted(self, font: str, text: str, room: int) -> tuple[str, int]:
        """The text, ending in `…` where it is too long, and its width."""
        metrics = self._metrics[font]
        width = metrics.horizontalAdvance(text)
        if width <= room:
            return text, width
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room), room

    def _line(self, box: QRect, font: str, middle: int) -> QRect:
        height = self._metrics[font].height()
        return QRect(box.left(), middle - height // 2, box.width(), height)


class HitDelegate(RowDelegate):
    """The search list: icon, symbol with name, a muted line, the reason at the right."""

    row_height = "search-hit"

    def _paint_row(self, painter: QPainter, row: Row, box: QRect, selected: bool) -> None:
        px = self._theme.px
        if row.icon:
            self._theme.paint_icon(painter, row.icon, QPoint(box.left() + px(24), box.center().y()), "text-muted")
        inner = box.adjusted(px(44), 0, -self._margin, 0)
        end = inner.adjusted(inner.width() // 2, 0, 0, 0)
        reason = self._write_right(painter, "small", row.right, end, muted=not selected)
        inner.setRight(inner.right() - reason - px(16))
        first = self._line(inner, "strong", box.top() + px(15 if row.below else 23))
        used = self._write(painter, "strong", row.strong, first) + px(8) if row.strong else 0
        if row.plain and first.width() > used + px(24):
            self._write(painter, "body", row.plain, first.adjusted(used, 0, 0, 0))
        if row.below:
            self._write(painter, "small", row.below, self._line(inner, "small", box.top() + px(33)), muted=True)


class TwoLineDelegate(RowDelegate):
    """The side panel: title and reason, the name below."""

    head_height = 32.0

    def _paint_row(self, painter: QPainter, row: Row, box: QRect, selected: bool) -> None:
        px = self._theme.px
        inner = box.adjusted(self._margin, 0, -px(12), 0)
        first = self._line(inner, "strong", box.top() + px(14))
        wanted = self._metrics["strong"].horizontalAdvance(row.strong)
        least = min(wanted, inner.width() // 2) + px(8)
        reason = self._write_right(painter, "caption", row.right, first.adjusted(least, 0, 0, 0), muted=not selected)
        first.setRight(first.right() - reason - px(8))
        self._write(painter, "strong", row.strong, first)
        self._write(painter, "small", row.below, self._line(inner, "small", box.top() + px(31)), muted=not selected)


class ColumnDelegate(RowDelegate):
    """The column beside the search list: typed forms with what they find, recent pages with their time."""

    row_height = "control"
    head_height = 32.0

    def _paint_head(self, painter: QPainter, row: Row, box: QRect) -> None:
        if row is not self._rows.rows.rows[0]:
            painter.fillRect(box.left(), box.top(), box.width(), 1, self._hairline)
        super()._paint_head(painter, row, box)

    def _paint_row(self, painter: QPainter, row: Row, box: QRect, selected: bool) -> None:
        px = self._theme.px
        inner = box.adjusted(self._margin, 0, -self._margin, 0)
        if row.fixed:
            self._write(painter, "fixed", row.strong, inner.adjusted(0, 0, -px(140), 0))
            self._write(painter, "small", row.right, inner.adjusted(px(150), 0, 0, 0), muted=True)
            return
        self._theme.paint_icon(painter, row.icon, QPoint(box.left() + px(24), box.center().y()), "text-muted")
        time = self._write_right(painter, "caption", row.right, inner, muted=not selected)
        self._write(painter, "body", row.strong, inner.adjusted(px(28), 0, -time - px(8), 0))


class CommandDelegate(RowDelegate):
    """The list of all commands: title, menu, shortcut or the reason why not."""

    row_height = "control"

    def _paint_row(self, painter: QPainter, row: Row, box: QRect, selected: bool) -> None:
        px = self._theme.px
        inner = box.adjusted(self._margin, 0, -self._margin, 0)
        if row.icon:
            self._theme.paint_icon(painter, row.icon, QPoint(box.left() + px(24), box.center().y()), "text-muted")
        shortcut = self._write_right(painter, "small", row.right, inner, muted=not selected)
        inner.adjust(px(28), 0, -shortcut - px(12), 0)
        used = self._write(painter, "body", row.strong, inner)
        self._write(painter, "small", row.plain, inner.adjusted(used + px(8), 0, 0, 0), muted=True)
