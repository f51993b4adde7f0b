"""Papers by year as a small chart that is also a filter."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from atlasview.desktop.panels.speaking import Speaker, speak
from atlasview.desktop.panels.wording import counted
from atlasview.desktop.theme import Theme

_LEFT, _RIGHT, _ESCAPE = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape


class YearHistogram(Speaker):
    """Bars of papers by year. A drag or the arrow keys choose years, Shift extends, Escape and a click clear.

    `chosen` carries (first, last) or None for all years; `status` says the same in words.
    """

    chosen = Signal(object)
    status = Signal(str)

    def __init__(self, theme: Theme, years: Sequence[int]) -> None:
        super().__init__()
        self._theme = theme
        self._counts = Counter(years)
        self._first, self._last = min(years), max(years)
        self._range: tuple[int, int] | None = None
        self._from: int | None = None
        self.setObjectName("year-histogram")
        self.setAccessibleName("Papers by year")
        self.setAccessibleDescription(
            f"{counted(len(years), 'paper')} from {self._first} to {self._last}; arrow keys choose years"
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Title, bars, years."""
        return QSize(self._theme.px(300), self._theme.px(112))

    def choose(self, years: tuple[int, int] | None) -> None:
        """Choose years from first to last, None for all of them."""
        if years is not None:
            low, high = sorted(years)
            years = max(low, self._first), min(high, self._last)
        if years == self._range:
            return
        self._range = years
        self.update()
        self.chosen.emit(years)
        self.status.emit(self._words())
        speak(self)

    def spoken(self) -> str:
        """The chosen years with how many papers they have."""
        return self._words() if self._range is not None else ""

    def _words(self) -> str:
        total = self._counts.total()
        if self._range is None:
            return counted(total, "paper")
        first, last = self._range
        inside = sum(count for year, count in self._counts.items() if first <= year <= last)
        when = str(first) if first == last else f"{first}–{last}"
        return f"{when} chosen: {inside} of {total} papers with a year"

    # --- geometry

    def _plot(self) -> QRect:
        theme = self._theme
        return self.rect().adjusted(0, theme.px(36), 0, -theme.px(20))

    def _slot(self) -> float:
        return min(self._plot().width() / (self._last - self._first + 1), self._theme.px(44))

    def _year_at(self, x: float) -> int:
        year = self._first + int((x - self._plot().left()) // self._slot())
        return min(max(year, self._first), self._last)

    def _bar(self, year: int) -> QRect:
        plot, slot = self._plot(), self._slot()
        height = round(plot.height() * self._counts[year] / max(self._counts.values()))
        gap = min(self._theme.px(6), max(1, round(slot * 0.2)))
        left = plot.left() + round((year - self._first) * slot)
        right = plot.left() + round((year - self._first + 1) * slot)
        return QRect(left, plot.bottom() - height + 1, max(1, right - left - gap), height)

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Title, chosen range, bars with counts, years."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.setFont(theme.font("strong"))
            painter.setPen(theme.colour("text"))
            line = QRect(0, 0, self.width(), theme.px(20))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, "Papers by year")
            taken = painter.fontMetrics().horizontalAdvance("Papers by year") + theme.px(12)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text-muted"))
            hint = self._words() + " · Escape shows all" if self._range else "drag over years to filter"
            painter.drawText(line.adjusted(taken, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, hint)
            self._paint_range(painter)
            for year in range(self._first, self._last + 1):
                self._paint_year(painter, year)
            plot = self._plot()
            painter.fillRect(0, plot.bottom() + 1, self.width(), 1, theme.colour("control-border"))

    def _paint_range(self, painter: QPainter) -> None:
        theme, plot = self._theme, self._plot()
        if self._range is not None:
            left = self._bar(self._range[0]).left() - theme.px(2)
            right = self._bar(self._range[1]).right() + theme.px(2)
            box = QRect(left, plot.top() - theme.px(14), right - left, plot.height() + theme.px(14))
            painter.fillRect(box, theme.colour("selection"))
        if self.hasFocus():
            painter.setPen(theme.colour("focus-ring"))
            painter.drawRect(plot.adjusted(0, -theme.px(15), -1, 0))

    def _paint_year(self, painter: QPainter, year: int) -> None:
        theme, bar = self._theme, self._bar(year)
        chosen = self._range is None or self._range[0] <= year <= self._range[1]
        fill = QColor(theme.fill("lineage", "t-cell"))
        if not chosen:
            fill.setAlphaF(0.4)
        metrics = QFontMetrics(theme.font("caption"))
        painter.setFont(theme.font("caption"))
        if self._counts[year]:
            painter.fillRect(bar, fill)
            text = str(self._counts[year])
            if metrics.horizontalAdvance(text) <= self._slot():
                painter.setPen(theme.colour("text-muted"))
                above = QRect(bar.left() - bar.width(), bar.top() - theme.px(15), bar.width() * 3, theme.px(14))
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, text)
        if year % self._step(metrics) == 0:
            painter.setPen(theme.colour("text-muted"))
            half = metrics.horizontalAdvance("0000") // 2 + 2
            middle = max(bar.center().x(), half)
            below = QRect(middle - half, self._plot().bottom() + theme.px(3), 2 * half, theme.px(16))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(year))

    def _step(self, metrics: QFontMetrics) -> int:
        need = metrics.horizontalAdvance("0000") + self._theme.px(12)
        return next((step for step in (1, 2, 5, 10, 20, 50) if step * self._slot() >= need), 100)

    # --- choosing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = self._year_at(event.position().x())
            self._dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The range follows the pointer."""
        if self._from is not None:
            self._dragged = True
            self.choose((self._from, self._year_at(event.position().x())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a drag chooses its year, or all years where one is chosen already."""
        if self._from is None:
            return
        year, self._from = self._year_at(event.position().x()), None
        if not self._dragged:
            self.choose(None if self._range is not None else (year, year))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Shift extends, Escape clears."""
        if event.key() == _ESCAPE and self._range is not None:
            self.choose(None)
        elif event.key() in (_LEFT, _RIGHT):
            step = 1 if event.key() == _RIGHT else -1
            first, last = self._range or ((self._first - 1,) * 2 if step > 0 else (self._last + 1,) * 2)
            moved = last + step
            if self._first <= moved <= self._last:
                extending = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._range
                self.choose((first, moved) if extending and moved >= first else (moved, moved))
        else:
            super().keyPressEvent(event)
