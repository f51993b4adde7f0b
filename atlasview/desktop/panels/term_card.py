"""Cards that say what a term of the field means: where the pointer rests on its word, and on a key."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from atlasview.desktop.theme import Theme

if TYPE_CHECKING:
    from atlasview.desktop.panels.hovering import Hovering


@dataclass(frozen=True, slots=True)
class Word:
    """A word on the screen that may be a term: its text, its box in the owner, and what else its card says."""

    text: str
    box: QRect
    more: str = ""


class TermCard(QObject):
    """Watches a widget for the pointer; the glossary is read when the first card is wanted.

    words  the words of the owner from its beginning; `here` is which of them the keyboard is at, -1 for none
    """

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        words: Callable[[], list[Word]],
        here: Callable[[], int] = lambda: 0,
        keeper: QWidget | None = None,
    ) -> None:
        """`keeper` is the widget that has the focus when the words of the owner are asked for by a key."""
        super().__init__(keeper or owner)
        self._theme = theme
        self._owner = owner
        self._words = words
        self._here = here
        self._said = -1
        self._hovering: Hovering | None = None
        owner.setMouseTracking(True)
        owner.installEventFilter(self)
        if keeper is not None and keeper is not owner:
            keeper.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer; every event goes on to the widget."""
        kind = event.type()
        if kind == QEvent.Type.MouseMove and watched is self._owner and isinstance(event, QMouseEvent):
            self._point(event.position().toPoint())
        elif kind in (QEvent.Type.Leave, QEvent.Type.Hide) and watched is self._owner and self._hovering is not None:
            self._hovering.leave() if kind == QEvent.Type.Leave else self._hovering.hide()
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.FocusOut):
            self.hide()
        elif kind == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            return self.hide()
        elif kind == QEvent.Type.FocusIn and isinstance(watched, QWidget) and not watched.accessibleDescription():
            watched.setAccessibleDescription(self.spoken())
        return False

    def show_here(self) -> bool:
        """Show the card of the word that the keyboard is at; asked again, that of the next one. False for none."""
        known = [word for word in self._words() if lines_of(word)]
        words = self._words()
        if not known:
            return False
        at = self._here()
        start = known.index(words[at]) if 0 <= at < len(words) and words[at] in known else 0
        again = self._hovering is not None and bool(self._hovering.text())
        self._said = (self._said + 1) % len(known) if again and self._said >= 0 else start
        word = known[self._said]
        self._card().show(lines_of(word), word.box)
        return True

    def hide(self) -> bool:
        """Take the card away; whether there was one."""
        self._said = -1
        return self._hovering is not None and self._hovering.hide()

    def text(self) -> str:
        """What the card says, empty where there is none."""
        return self._hovering.text() if self._hovering is not None else ""

    def spoken(self) -> str:
        """All definitions in plain text, for screen readers."""
        return " ".join(said for word in self._words() if (said := spoken_of(word.text)))

    def _point(self, where: QPoint) -> None:
        word = next((one for one in self._words() if one.box.contains(where)), None)
        if word is not None:
            self._card().over(f"{word.text} {word.box.topLeft().toTuple()}", lambda: lines_of(word), word.box)
        elif self._hovering is not None and self._hovering.key:
            self._hovering.leave()

    def _card(self) -> "Hovering":
        if self._hovering is None:
            from atlasview.desktop.panels.hovering import Hovering

            self._hovering = Hovering(self._theme, self._owner)
        return self._hovering


def word_card(theme: Theme, owner: QWidget, text: str, more: str = "") -> TermCard:
    """The card of a widget that is one word as a whole: a button, a chip."""
    return TermCard(theme, owner, lambda: [Word(text, owner.rect(), more)])


def lines_of(word: Word) -> tuple[str, ...]:
    """Lines of the card: the term, its meaning, its formula and what else is to be said; empty for no term."""
    from atlasview.glossary import term_of

    found = term_of(word.text)
    if found is None:
        return (word.text, word.more) if word.more else ()
    tail = " · ".join(part for part in (found.formula, word.more) if part)
    return tuple(part for part in (found.title, found.means, tail, f"guide:glossary#{found.key}") if part)


def spoken_of(text: str) -> str:
    """The definition of a word for a screen reader; empty where it is no term."""
    from atlasview.glossary import term_of

    found = term_of(text)
    return f"{found.spoken}." if found is not None else ""


def explain(focus: QWidget | None) -> bool:
    """Show the card of the term at the focus, else of what it stands in; False where there is none."""
    widget = focus
    while widget is not None:
        for card in widget.findChildren(TermCard, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if card.show_here():
                return True
        if widget.isWindow():
            return False
        widget = widget.parentWidget()
    return False
