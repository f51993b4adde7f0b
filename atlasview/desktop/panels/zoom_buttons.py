"""Buttons that show fewer or more residues of a drawing, or all of them."""

from typing import Protocol

from PySide6.QtCore import QSize, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from atlasview.desktop.panels.track_window import TrackWindow
from atlasview.desktop.theme import Theme


class Zoomable(Protocol):
    """A drawing along a protein of which a part can be shown."""

    window_changed: SignalInstance

    def in_view(self) -> TrackWindow:
        """The part that is shown."""

    def zoom_in(self) -> None:
        """Show fewer residues."""

    def zoom_out(self) -> None:
        """Show more residues."""

    def show_all(self) -> None:
        """Show the whole protein."""


class ZoomButtons(QWidget):
    """Minus, plus and `Show all`, each of use only where it changes what is shown."""

    def __init__(self, theme: Theme, drawing: Zoomable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing = drawing
        self.out, self.into, self.whole = QPushButton(self), QPushButton(self), QPushButton("Show all", self)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        for button in (self.out, self.into, self.whole):
            self._across.addWidget(button)
        for button, name, key in (
            (self.out, "Show more residues", "minus"),
            (self.into, "Show fewer residues", "plus"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key}, Ctrl+wheel)")
        self.whole.setToolTip("Show the whole protein (Ctrl+Home)")
        self.out.clicked.connect(drawing.zoom_out)
        self.into.clicked.connect(drawing.zoom_in)
        self.whole.clicked.connect(drawing.show_all)
        drawing.window_changed.connect(self.follow)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.follow()

    def follow(self) -> None:
        """Fit what can be clicked to what is in view."""
        window = self._drawing.in_view()
        self.out.setEnabled(not window.is_whole)
        self.whole.setEnabled(not window.is_whole)
        self.into.setEnabled(window.zoomed(1.5, window.first).span < window.span - 1e-6)

    def _restyle(self) -> None:
        theme = self._theme
        side = theme.height("control")
        self._across.setSpacing(theme.px(8))
        for button, icon in ((self.out, "minus"), (self.into, "plus")):
            button.setIcon(theme.icon(icon))
            button.setIconSize(QSize(theme.px(16), theme.px(16)))
            button.setFixedSize(side, side)
        self.whole.setFixedHeight(side)
