"""The sizes of figures as a list: for whom, and how wide."""

from itertools import groupby

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from atlasview.desktop.controls import Segments
from atlasview.desktop.theme import Theme
from atlasview.export.presets import FREE, PRESETS, Preset

_ROW = 27.0


class FigureSizes(QWidget):
    """One row for a size, or for a family of three, whose widths appear under it; `chosen` when there is another."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: dict[SizeRow, tuple[Preset, ...]] = {}
        self._widths: dict[SizeRow, Segments] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for presets in _families():
            row = SizeRow(theme, *_words(presets))
            self._rows[row] = presets
            self._group.addButton(row)
            column.addWidget(row)
            if len(presets) > 1:
                column.addWidget(self._widths_of(row, presets))
        self._group.buttonToggled.connect(self._show_widths)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit())

    def preset(self) -> Preset:
        """What is chosen."""
        row = next(row for row in self._rows if row.isChecked())
        return PRESETS[self._widths[row].choice()] if row in self._widths else self._rows[row][0]

    def choose(self, preset: Preset) -> None:
        """Choose a preset without telling anyone."""
        for row, presets in self._rows.items():
            if preset in presets:
                row.setChecked(True)
                if row in self._widths:
                    self._widths[row].choose(preset.name)

    def _widths_of(self, row: "SizeRow", presets: tuple[Preset, ...]) -> Segments:
        choices = [(preset.name, f"{preset.width:g} mm") for preset in presets]
        segments = Segments(choices, f"{presets[0].family}, width")
        segments.chosen.connect(lambda _key: self.chosen.emit())
        segments.hide()
        self._widths[row] = segments
        return segments

    def _show_widths(self) -> None:
        for row, segments in self._widths.items():
            segments.setVisible(row.isChecked())


class SizeRow(QRadioButton):
    """A row of the list: mark, name, width at the right; the chosen one on the colour of selections."""

    def __init__(self, theme: Theme, name: str, width: str) -> None:
        super().__init__(name)
        self._theme = theme
        self._width = width
        self.setAccessibleName(f"{name}, {width}" if width else name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """One line high, as wide as its words."""
        theme = self._theme
        words = QFontMetrics(theme.font("strong")).horizontalAdvance(self.text())
        width = QFontMetrics(theme.font("small")).horizontalAdvance(self._width)
        return QSize(words + width + theme.px(70), theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """The whole row can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground where chosen, ring where the focus is, mark, words."""
        theme, px = self._theme, self._theme.px
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(theme.colour("focus-ring"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection") if self.isChecked() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, theme.radius("chip"), theme.radius("chip"))
            self._paint_mark(painter, QPoint(px(17), self.height() // 2))
            words = self.rect().adjusted(px(34), 0, -px(10), 0)
            painter.setFont(theme.font("strong" if self.isChecked() else "body"))
            painter.setPen(theme.colour("text"))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text" if self.isChecked() else "text-muted"))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._width)

    def _paint_mark(self, painter: QPainter, centre: QPoint) -> None:
        theme, radius = self._theme, self._theme.px(7)
        chosen = self.isChecked()
        painter.setPen(QPen(theme.colour("accent" if chosen else "control-border"), 1.4))
        painter.setBrush(theme.colour("accent" if chosen else "surface"))
        ring = QRect(0, 0, 2 * radius, 2 * radius)
        ring.moveCenter(centre)
        painter.drawEllipse(QRectF(ring))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent-text"))
            painter.drawEllipse(QRectF(ring).center(), radius * 0.4, radius * 0.4)


def _families() -> list[tuple[Preset, ...]]:
    """Presets that share a row: those of a family of three; two widths of a family have a row each."""
    found: list[tuple[Preset, ...]] = []
    for _family, members in groupby(PRESETS.values(), key=lambda preset: preset.family):
        presets = tuple(members)
        found += [presets] if len(presets) > 2 else [(preset,) for preset in presets]
    return found


def _words(presets: tuple[Preset, ...]) -> tuple[str, str]:
    first = presets[0]
    if len(presets) > 1:
        return first.family, " · ".join(f"{preset.width:g}" for preset in presets) + " mm"
    if first is FREE:
        return first.label, ""
    high = f" × {first.height:.0f}" if first.is_page else ""
    return first.label, f"{first.width:.0f}{high} mm"
