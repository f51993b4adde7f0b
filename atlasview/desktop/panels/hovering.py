"""When the hover card of a painted panel comes and goes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from atlasview.desktop.theme import Theme

if TYPE_CHECKING:
    from atlasview.desktop.panels.hover_card import HoverCard

DELAY = 350
"""Milliseconds from the pointer's rest to the card."""

Lines = Callable[[], Sequence[str]]


class Hovering(QObject):
    """Shows the card of `owner` after the pointer has rested on one thing.

    place_requested  a place that a link of the card leads to
    """

    place_requested = Signal(object)

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner)
        self._theme = theme
        self._owner = owner
        self._card: HoverCard | None = None
        self._key = ""
        self._lines: Lines = tuple
        self._box = QRect()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(DELAY)
        self._rest.timeout.connect(self._rested)

    @property
    def key(self) -> str:
        """What the pointer is over, empty for nothing."""
        return self._key

    def over(self, key: str, lines: Lines, box: QRect) -> bool:
        """The pointer is over something; whether that is something else than before.

        box  of the thing, in the owner's coordinates; lines are asked for when the card comes
        """
        if key == self._key:
            return False
        self._key, self._lines, self._box = key, lines, box
        if self._card is not None:
            self._card.leave()
        if key:
            self._rest.start()
        else:
            self._rest.stop()
        return True

    def show(self, lines: Sequence[str], box: QRect) -> None:
        """Show the card at once, as a key asks."""
        self._rest.stop()
        if not self._owner.isVisible():
            return
        if self._card is None or self._card.parentWidget() is not self._owner.window():
            from atlasview.desktop.panels.hover_card import HoverCard

            self._card = HoverCard(self._theme, self._owner)
            self._card.place_requested.connect(self.place_requested)
            # The card is the window's child, and would outlive the panel.
            self.destroyed.connect(self._card.deleteLater)
        corner = self._owner.mapTo(self._owner.window(), QPoint(0, 0))
        self._card.show_lines(lines, box.translated(corner))

    def enter(self) -> bool:
        """Go to the links of the card that is shown; False where there is none, or no link on it."""
        return self._card is not None and self._card.take_focus()

    def words(self) -> str:
        """What the card says, to be read aloud; empty where there is none."""
        return self._card.words() if self._card is not None else ""

    def leave(self) -> None:
        """The pointer has gone; the card goes too, unless it is under the pointer."""
        self._key = ""
        self._rest.stop()
        if self._card is not None:
            self._card.leave()

    def hide(self) -> bool:
        """Take the card away; whether there was one."""
        self._rest.stop()
        if self._card is None or not self._card.isVisible():
            return False
        self._card.hide()
        return True

    def text(self) -> str:
        """What the card says, empty where there is none."""
        return self._card.text() if self._card is not None else ""

    def _rested(self) -> None:
        self.show(self._lines(), self._box)
