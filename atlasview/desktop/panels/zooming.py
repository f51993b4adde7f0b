"""What every drawing along a protein has of which a part can be shown."""

from abc import abstractmethod

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

from atlasview.desktop.panels.residue_panel import NOTCH
from atlasview.desktop.panels.track_window import TrackWindow
from atlasview.records.place import Residues

_STEP = 1.5
_WHEEL_STEP = 1.2
_SIDEWAYS = 0.1
"""How much of what is in view a notch sideways moves by."""


class Zooming:
    """Stands before the class of a widget among its bases; the widget keeps `_window` and shows another one."""

    _window: TrackWindow

    @abstractmethod
    def _set_window(self, window: TrackWindow) -> None:
        """Show another part."""

    @abstractmethod
    def _cursor(self) -> int:
        """Residue under the cursor, 0 for none."""

    @abstractmethod
    def _under(self, x: float) -> float | None:
        """Residue, with its fraction, at a place in pixels; None where nothing is drawn."""

    def in_view(self) -> TrackWindow:
        """The part that is shown."""
        return self._window

    def zoom_in(self) -> None:
        """Show fewer residues, round the cursor if it is in view, else round the middle."""
        self._set_window(self._window.zoomed(_STEP, self._centre()))

    def zoom_out(self) -> None:
        """Show more residues."""
        self._set_window(self._window.zoomed(1 / _STEP, self._centre()))

    def show_all(self) -> None:
        """Show the whole protein."""
        self._set_window(TrackWindow.whole(self._window.length))

    def zoom_to(self, residues: Residues) -> None:
        """Show residues with a margin of a quarter on both sides."""
        margin = max(len(residues) * 0.25, 3)
        self._set_window(self._window.between(residues.start - margin, residues.end + margin))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms under the pointer, sideways moves; a bare wheel is the page's."""
        notches, sideways = event.angleDelta().y() / NOTCH, event.angleDelta().x() / NOTCH
        held, about = event.modifiers() & Qt.KeyboardModifier.ControlModifier, self._under(event.position().x())
        if held and notches and about is not None:
            self._set_window(self._window.zoomed(_WHEEL_STEP**notches, about))
            event.accept()
        elif sideways and not self._window.is_whole:
            self._set_window(self._window.moved(-sideways * self._window.span * _SIDEWAYS))
            event.accept()
        else:
            event.ignore()

    def _centre(self) -> float:
        window, position = self._window, self._cursor()
        return position if window.first <= position <= window.last else (window.first + window.last) / 2
