"""What the painted panels of residues share: size, pointer, focus and keys, the hover card and the residue cursor."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from atlasview.desktop.panels.hovering import Hovering
from atlasview.desktop.panels.residue_cursor import ResidueCursor
from atlasview.desktop.panels.residue_keys import moved_by_key
from atlasview.desktop.panels.speaking import Speaker, announce, speak
from atlasview.desktop.theme import Theme

NOTCH = 120.0
"""What Qt says of one notch of a wheel."""

Canvas = TypeVar("Canvas")

_BY_TAB = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})
_KEPT = 2


class ResiduePanel(Speaker):
    """Base of panels that lay a sequence out for a width and share one cursor on its residues.

    status           what the pointer or the cursor stands on
    place_requested  a place that a link of the hover card leads to
    """

    status = Signal(str)
    place_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None, residues: ResidueCursor | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.residues = residues or ResidueCursor(self)
        self.also: Callable[[int], str] = lambda _position: ""
        """What is said of a residue after its features."""
        self._drags = False
        self.hovering = Hovering(theme, self)
        self.hovering.place_requested.connect(self.place_requested)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.residues.moved.connect(self._follow_cursor)
        theme.changed.connect(self._lay_out)

    def with_more(self, words: str) -> str:
        """Words on the residue under the cursor, with what `also` adds to them."""
        return ", ".join(filter(None, (words, self.also(self.residues.position))))

    # --- what a kind of panel does in its own way

    def is_empty(self) -> bool:
        """Whether there is no sequence to paint."""
        return True

    def residues_in_line(self) -> int:
        """How far the keys that go line by line move the cursor."""
        return 1

    def show_card_at_cursor(self) -> None:
        """Show the hover card of what the cursor stands on."""

    def _press(self, place: QPointF, extend: bool) -> None:
        """The left button went down there; `extend` where Shift is held."""

    def _follow_cursor(self) -> None:
        """The cursor has moved: bring it into view and tell it."""
        self._tell_cursor()

    def _lay_out(self) -> None:
        """Lay out again, for another content or look."""
        self.updateGeometry()
        self.update()

    # --- size

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    # --- pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The card goes, and the panel takes what was pressed."""
        if event.button() != Qt.MouseButton.LeftButton or self.is_empty():
            super().mousePressEvent(event)
            return
        self.hovering.hide()
        self._press(event.position(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._drags = False
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self.hovering.leave()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """A card does not outlive its panel."""
        self.hovering.hide()
        super().hideEvent(event)

    # --- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space shows the card and then goes to its links, Escape takes it away; else the cursor moves."""
        if event.key() == Qt.Key.Key_Space and self.residues.position:
            if not self.hovering.enter():
                self.show_card_at_cursor()
                announce(self, self.hovering.words())
        elif event.key() == Qt.Key.Key_Escape and self.hovering.hide():
            event.accept()
        elif not moved_by_key(self.residues, event, self.residues_in_line()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With Tab the cursor appears, so that the focus can be seen."""
        if event.reason() in _BY_TAB and not self.residues.position:
            self.residues.place(1)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self.update()
        super().focusOutEvent(event)

    def _tell_cursor(self) -> None:
        """Paint the cursor where it is now, and say what it stands on."""
        self.update()
        speak(self)
        if self.hasFocus():
            self.status.emit(self.spoken())


class ByWidth(Generic[Canvas]):
    """What a panel has laid out for each of a few widths: a layout asks for some that are never painted."""

    def __init__(self, panel: QWidget) -> None:
        self._panel = panel
        self._made: dict[int, Canvas] = {}

    def at(self, width: int, make: Callable[[], Canvas]) -> Canvas:
        """What was made for a width in pixels, made now where it was not."""
        if width not in self._made:
            if len(self._made) > _KEPT:
                # The one that is painted stays: it holds pictures, and knows what lies where.
                self._made = {own: canvas for own, canvas in self._made.items() if own == self._panel.width()}
            self._made[width] = make()
        return self._made[width]

    def latest(self) -> Canvas | None:
        """What was made last."""
        return next(reversed(self._made.values()), None)

    def clear(self) -> None:
        """Forget all."""
        self._made.clear()
