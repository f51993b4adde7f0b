"""A figure that stands along a protein, with lines where the shared residue cursor is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from atlasview.desktop.panels.figure_view import FigureView
from atlasview.desktop.panels.speaking import say
from atlasview.desktop.theme import Theme
from atlasview.figures.marks import Text

_BELOW = frozenset({"ruler", "ends"})
"""Marks at whose upper edge the lines end."""

Places = Callable[[int, int], Sequence[float]]
"""Where a residue stands at a width of the view, both whole numbers; nothing where it does not."""


class CursorView(FigureView):
    """The lines move without laying the figure out again."""

    def __init__(self, theme: Theme, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._places = places
        self._position = 0
        self.words: Callable[[int], str] = lambda _position: ""
        """What is said of the residue under the cursor."""

    def position(self) -> int:
        """The residue that is marked, 0 for none."""
        return self._position

    def show_residue(self, position: int) -> None:
        """Mark a residue, 0 for none."""
        if position != self._position:
            self._position = position
            self.update()
            say(self)

    def described(self) -> str:
        """The figure's description, and the residue that is marked."""
        words = self.words(self._position) if self._position else ""
        return f"{super().described()} The residue cursor is on {words}." if words else super().described()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figure, and the lines of the cursor."""
        super().paintEvent(event)
        places = self._places(self._position, self.width()) if self._position else ()
        if not places:
            return
        foot = self._foot()
        with QPainter(self) as painter:
            painter.setPen(QPen(self._theme.colour("accent"), self._theme.scale))
            for x in places:
                painter.drawLine(QLineF(x, 0.0, x, foot))

    def _foot(self) -> float:
        marks = [mark for mark in self.figure().marks if mark.name in _BELOW]
        texts = [shape for mark in marks for shape in mark.shapes if isinstance(shape, Text)]
        return min((text.y - text.size for text in texts), default=float(self.height()))
