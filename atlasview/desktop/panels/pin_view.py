"""The diagram of variants on the screen: the whole protein or a part of it, with the shared residue cursor."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from atlasview.desktop.panels.cursor_view import CursorView
from atlasview.desktop.panels.figure_view import screen_style
from atlasview.desktop.panels.track_window import TrackWindow
from atlasview.desktop.panels.zooming import Zooming
from atlasview.desktop.theme import Theme
from atlasview.figures.lollipop_content import PinContent
from atlasview.figures.lollipop_towers import TOWER, residues_of_tower
from atlasview.figures.lollipops import pin_figure, pin_scale, prepare
from atlasview.figures.marks import Figure, Mark, Measure
from atlasview.figures.own_lane import OWN
from atlasview.figures.style import FigureStyle
from atlasview.figures.variant_pins import PIN, residue_of

_STANDS = (PIN, TOWER, OWN)


class PinView(Zooming, CursorView):
    """The keyboard goes along the protein, from pin to pin; what is out of view comes into it.

    window_changed  another part of the protein is in view
    """

    window_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self._places_of, parent)
        self._content: PinContent | None = None
        self._window = TrackWindow.whole(1)
        self._highest: dict[int, int] = {}

    # --- what is shown

    def show_content(self, content: PinContent) -> None:
        """Show variants; the part in view stays where the sequence is as long as before."""
        if self._content is None or self._content.view.length != content.view.length:
            self._window = TrackWindow.whole(content.view.length)
        self._content = content
        self._highest.clear()
        self.set_drawing(self._drawn)
        self.window_changed.emit()
        QTimer.singleShot(0, self, self._prepare)

    def redraw(self) -> None:
        """Lay out again: the data, the theme or the text size has changed."""
        self._highest.clear()
        super().redraw()

    def show_residue(self, position: int) -> None:
        """Mark a residue, 0 for none, and bring it into view."""
        super().show_residue(position)
        if position:
            self._set_window(self._window.holding(position, position))

    def lines_of(self, mark: Mark) -> tuple[str, ...]:
        """What a pin, a tower or a domain is: found when it is asked for."""
        return self._content.hint(mark.target) if self._content is not None else ()

    def heightForWidth(self, width: int) -> int:
        """Height of the diagram; a part of it that needs less leaves the page where it is."""
        self._highest[width] = max(super().heightForWidth(width), self._highest.get(width, 0))
        return self._highest[width]

    # --- pointer and keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As in every figure; besides, plus and minus zoom, and Ctrl+Home shows all."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) and not held:
            self.zoom_in()
        elif event.key() == Qt.Key.Key_Minus and not held:
            self.zoom_out()
        elif event.key() == Qt.Key.Key_Home and held:
            self.show_all()
        else:
            self._bring_next(event)
            super().keyPressEvent(event)

    def _bring_next(self, event: QKeyEvent) -> None:
        """Where the cursor stands on the last pin in view, what comes after it comes into view."""
        targets, window = self._targets(), self._window
        step = {Qt.Key.Key_Right: -1, Qt.Key.Key_Left: 0}.get(Qt.Key(event.key()))
        if step is None or not targets or self.current() != targets[step]:
            return
        away = window.span * (-0.5 if step == 0 else 0.5)
        self._set_window(window.moved(away))

    # --- inside

    def _prepare(self) -> None:
        """Zooming counts nothing any more."""
        if self._content is not None:
            prepare(self._content, self.width(), screen_style(self._theme))

    def _drawn(self, width: float, style: FigureStyle, measure: Measure) -> Figure:
        assert self._content is not None
        window = None if self._window.is_whole else (self._window.first, self._window.last)
        return pin_figure(self._content, width, style, measure, window=window)

    def _read(self, figure: Figure) -> list[Mark]:
        """Pins, towers and stars by their residue."""
        return sorted((mark for mark in figure.marks if mark.target.startswith(_STANDS)), key=_place)

    def _places_of(self, position: int, width: int) -> Sequence[float]:
        window = self._window
        if self._content is None or not max(window.first - 0.5, 1) <= position <= window.last + 0.5:
            return ()
        return (pin_scale(width, screen_style(self._theme), window.first, window.last).middle(position),)

    def _set_window(self, window: TrackWindow) -> None:
        if window != self._window:
            self._window = window
            self.draw_again()
            self.window_changed.emit()

    def _cursor(self) -> int:
        return self.position()

    def _under(self, x: float) -> float | None:
        window = self._window
        return pin_scale(self.width(), screen_style(self._theme), window.first, window.last).residue_at(x)


def _place(mark: Mark) -> int:
    return residues_of_tower(mark.target)[0] if mark.target.startswith(TOWER) else residue_of(mark.target)
