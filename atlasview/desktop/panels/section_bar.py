"""The line that takes the place of the section list in narrow windows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.head import ExportButton
from atlasview.desktop.theme import Theme


class SectionBar(QWidget):
    """A drop-down of sections at the left, the export button at the right, a hairline below.

    chosen  name of the section that the person picked
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, names: Sequence[str], export: ExportButton | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._sections = DropDown(theme, "Section", [(name, name) for name in names], self)
        self._sections.setObjectName("section-drop-down")
        self._sections.chosen.connect(self.chosen)
        self._row.addWidget(self._sections)
        self._row.addStretch(1)
        if export is not None:
            self._row.addWidget(export)

    def set_margin(self, margin: int) -> None:
        """Distance of the controls from both edges, that of the page below."""
        self._row.setContentsMargins(margin, self._theme.px(8), margin, self._theme.px(9))

    def mark(self, name: str) -> None:
        """Show which section is in view without telling anyone."""
        self._sections.choose(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline."""
        with QPainter(self) as painter:
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("hairline"))
