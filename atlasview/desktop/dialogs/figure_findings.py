"""What there is to say of the figure in the dialog: warnings with their ways out, and what passed."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from atlasview.desktop.controls import LinkButton
from atlasview.desktop.theme import Theme
from atlasview.export.figure_remarks import Remark

WayOut = tuple[str, str]
"""What a link says, and the word that it sends."""


class FigureFindings(QWidget):
    """One strip for each remark; `taken` carries the word of the way out that was chosen."""

    taken = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._strips: list[_Strip] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self.setObjectName("figure-findings")
        self.setAccessibleName("What was looked at")

    def show_remarks(self, remarks: Sequence[tuple[Remark, Sequence[WayOut]]]) -> None:
        """Show other remarks, each with its ways out; the focus stays in the dialog."""
        for strip in self._strips:
            self._column.removeWidget(strip)
            strip.hide()
            strip.deleteLater()
        self._strips = [_Strip(self._theme, remark, ways) for remark, ways in remarks]
        for strip in self._strips:
            strip.taken.connect(self.taken)
            self._column.addWidget(strip)

    def first_way(self) -> LinkButton | None:
        """The first link, None where there is none."""
        links = (link for strip in self._strips for link in strip.findChildren(LinkButton))
        return next(links, None)


class _Strip(QWidget):
    """A mark at the left, the sentence, what stands behind it, links."""

    taken = Signal(str)

    def __init__(self, theme: Theme, remark: Remark, ways: Sequence[WayOut]) -> None:
        super().__init__()
        self._theme = theme
        self._remark = remark
        word = "Passed" if remark.passed else "Warning"
        self.setAccessibleName(f"{word}: {remark}")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(5), theme.px(10), theme.px(5))
        column.setSpacing(theme.px(2))
        column.addWidget(self._text)
        if ways:
            row = QHBoxLayout()
            for label, key in ways:
                link = LinkButton(label)
                link.clicked.connect(lambda _checked=False, key=key: self.taken.emit(key))
                row.addWidget(link)
            row.addStretch(1)
            column.addLayout(row)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def _take_theme(self) -> None:
        muted, sign = self._theme.colour("text-muted").name(), "✓" if self._remark.passed else "⚠"
        detail = f'<span style="color:{muted}">: {escape(self._remark.detail)}</span>' if self._remark.detail else ""
        self._text.setText(f'{sign} <span style="font-weight:600">{escape(self._remark.what)}</span>{detail}')
        self._text.setFont(self._theme.font("small"))

    def changeEvent(self, event: QEvent) -> None:
        """A style sheet that is set anew takes the font away."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_theme()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground of a warning, and the mark."""
        theme, passed = self._theme, self._remark.passed
        with QPainter(self) as painter:
            if not passed:
                painter.fillRect(self.rect(), theme.colour("warning-surface"))
            painter.fillRect(0, 0, theme.px(3), self.height(), theme.colour("success" if passed else "warning"))
