"""The strip of tabs: the current one is part of the page, with a close mark; a plus stands after the last."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QToolButton, QWidget

from atlasview.desktop.theme import Theme

_WIDEST = 240.0
_NARROWEST = 72.0


class _Arrow(QObject):
    """Paints one of the two buttons that move the tabs along where they are too many: Qt's arrows are two pixels."""

    def __init__(self, theme: Theme, button: QToolButton, icon: str) -> None:
        super().__init__(button)
        self._theme, self._button, self._icon = theme, button, icon
        button.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The button's paint is ours; all else it does itself."""
        if event.type() != QEvent.Type.Paint:
            return False
        button = self._button
        with QPainter(button) as painter:
            painter.fillRect(button.rect(), self._theme.colour("window"))
            painter.fillRect(0, button.height() - 1, button.width(), 1, self._theme.colour("hairline"))
            if button.isEnabled():
                role = "text" if button.underMouse() else "text-muted"
                self._theme.paint_icon(painter, self._icon, button.rect().center(), role, 14)
        return True


class TabBar(QTabBar):
    """The tabs, painted by us; `close_asked` carries the index of one."""

    close_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hovered = -1
        self.setObjectName("page-tabs")
        self.setAccessibleName("Pages")
        self.setDrawBase(False)
        self.setDocumentMode(True)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.setMouseTracking(True)
        for button, icon in zip(self.findChildren(QToolButton), ("chevron-left", "chevron-right"), strict=True):
            _Arrow(theme, button, icon)
        theme.changed.connect(self._take_theme)

    def _take_theme(self) -> None:
        self.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        self.updateGeometry()
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        """Wide enough for the title in semibold and the close mark, so that nothing moves when it becomes current."""
        px = self._theme.px
        words = QFontMetrics(self._theme.font("strong")).horizontalAdvance(self.tabText(index))
        return QSize(min(max(words + px(44), px(_NARROWEST)), px(_WIDEST)), self._theme.height("tab") + px(4))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Tabs keep their size; when they are too many, the strip scrolls."""
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        """One tab is enough; more of them scroll."""
        return QSize(self._theme.px(_NARROWEST), self.sizeHint().height())

    def close_box(self, index: int) -> QRect:
        """Where the close mark of a tab is."""
        box, side = self.tabRect(index), self._theme.px(20)
        return QRect(box.right() - side - self._theme.px(5), box.center().y() - side // 2 + 1, side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The close mark is no place to choose a tab by."""
        index = self.tabAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not self._on_close(index, event.position().toPoint()):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The close mark and the middle button close."""
        index = self.tabAt(event.position().toPoint())
        middle = event.button() == Qt.MouseButton.MiddleButton
        left = event.button() == Qt.MouseButton.LeftButton
        if index >= 0 and (middle or (left and self._on_close(index, event.position().toPoint()))):
            self.close_asked.emit(index)
        else:
            super().mouseReleaseEvent(event)

    def _on_close(self, index: int, point: QPoint) -> bool:
        return index >= 0 and self._shows_close(index) and self.close_box(index).contains(point)

    def _shows_close(self, index: int) -> bool:
        return index in {self.currentIndex(), self._hovered}

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The close mark follows the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.tabAt(event.position().toPoint()))
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer came in."""
        super().enterEvent(event)
        self._hover(self.tabAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone, and the close mark with it."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All tabs, the current one joined to the page below."""
        with QPainter(self) as painter:
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("hairline"))
            for index in range(self.count()):
                self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        px, box, current = self._theme.px, self.tabRect(index), index == self.currentIndex()
        if current:
            self._paint_current(painter, box)
        elif index == self._hovered:
            painter.fillRect(box.adjusted(px(2), px(6), -px(2), -px(3)), self._theme.colour("hover"))
        words = box.adjusted(px(14), px(2), -px(28), 0)
        font = self._theme.font("strong" if current else "body")
        painter.setFont(font)
        painter.setPen(self._theme.colour("text" if current else "text-muted"))
        title = QFontMetrics(font).elidedText(self.tabText(index), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        if self._shows_close(index):
            self._paint_close(painter, index)
        if current and self.hasFocus():
            painter.setPen(self._theme.colour("focus-ring"))
            painter.drawRect(box.adjusted(px(4), px(6), -px(4) - 1, -px(4)))

    def _paint_current(self, painter: QPainter, box: QRect) -> None:
        radius = self._theme.radius("control")
        painter.save()
        painter.setClipRect(box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("hairline"))
        painter.setBrush(self._theme.colour("surface"))
        outline = box.adjusted(0, self._theme.px(3), -1, radius + 2).toRectF().translated(0.5, 0.5)
        painter.drawRoundedRect(outline, radius, radius)
        painter.restore()

    def _paint_close(self, painter: QPainter, index: int) -> None:
        box = self.close_box(index)
        pointed = box.contains(self.mapFromGlobal(self.cursor().pos())) and self.underMouse()
        if pointed:
            painter.fillRect(box, self._theme.colour("hover"))
        self._theme.paint_icon(painter, "close", box.center() + QPoint(1, 1), "text" if pointed else "text-muted", 12)


class TabStrip(QWidget):
    """The tabs and the plus button after the last; `new_asked` wants a new tab."""

    new_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.bar = TabBar(theme, self)
        self._plus = QToolButton(self)
        self._plus.setObjectName("new-tab-button")
        self._plus.setAccessibleName("New tab")
        self._plus.setToolTip("New tab (Ctrl+T)")
        self._plus.clicked.connect(self.new_asked)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.addWidget(self._plus, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def _take_theme(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(8), 0, px(8), 0)
        self.setFixedHeight(self._theme.height("tab") + px(4))
        self._plus.setIcon(self._theme.icon("plus", "text-muted"))
        self._plus.setIconSize(QSize(px(16), px(16)))
        self._plus.setFixedSize(px(28), px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline that the current tab interrupts."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("window"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("hairline"))
