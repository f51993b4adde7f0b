"""Parts of a panel below each other."""

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from atlasview.desktop.theme import Theme

_GAP = 8


class Stacked(QVBoxLayout):
    """The layout of a panel: rows of choices, a chart, what is said of it; the gaps follow the theme."""

    def __init__(self, theme: Theme, panel: QWidget, *parts: QWidget | QLayout) -> None:
        super().__init__(panel)
        self._theme = theme
        self._rows: list[QLayout] = []
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            if isinstance(part, QLayout):
                self._rows.append(part)
                self.addLayout(part)
            else:
                self.addWidget(part)
        theme.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        for layout in (self, *self._rows):
            layout.setSpacing(self._theme.px(_GAP))
