"""Finds letters, regular expressions and PROSITE patterns in the sequence that is shown, and steps through the hits."""

from bisect import bisect_left, bisect_right
from html import escape

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.ends_layout import EndsLayout
from atlasview.desktop.panels.residue_cursor import ResidueCursor
from atlasview.desktop.theme import Theme
from atlasview.records.pattern import MOST_HITS, MOST_MISMATCHES, Hit, Hits, Pattern, PatternError, PatternKind, find

_EXAMPLES = {
    PatternKind.TEXT: "Letters, X for any: WSXWS",
    PatternKind.REGEX: "Regular expression: WS.WS",
    PatternKind.PROSITE: "PROSITE pattern: N-{P}-[ST]-{P}",
}
_REST_MS = 120
_PATIENCE = 0.25
"""Seconds after which a search is given up: it stands in the event loop."""


class SequenceFind(QWidget):
    """A line that appears when it is asked for; hits are marked until it is closed.

    found   the hits, a tuple of Hit, whenever they change
    status  what was found, in words
    stepped another hit was selected
    left    the person is done with it
    """

    found = Signal(object)
    status = Signal(str)
    stepped = Signal()
    left = Signal()

    def __init__(self, theme: Theme, residues: ResidueCursor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._residues = residues
        self._sequence = ""
        self._hits = Hits(())
        self._done: tuple[Pattern, str] | None = None
        self._words, self._problem = "", False
        self.setObjectName("sequence-find")
        self.setAccessibleName("Find in the sequence")
        self._field = QLineEdit(self)
        self._kind = DropDown(theme, "As", [(kind.name, kind.value) for kind in PatternKind], self)
        mismatches = [(str(number), str(number)) for number in range(MOST_MISMATCHES + 1)]
        self._mismatches = DropDown(theme, "Mismatches", mismatches, self)
        self._said = QLabel(self)
        self._back, self._on, self._close = QPushButton(self), QPushButton(self), QPushButton(self)
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._lay_out()
        self._connect()
        self._restyle()
        self.hide()

    # --- what the panel asks

    def set_sequence(self, sequence: str) -> None:
        """Another sequence is shown: what is looked for is looked for in it."""
        self._sequence = sequence
        self._done = None
        if self.isVisible():
            self._search()

    def ask(self, text: str = "") -> None:
        """Appear, with `text` or what was looked for last."""
        self.show()
        if text:
            self._field.setText(text)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._search()

    def words(self) -> str:
        """What is said of the search."""
        return self._words

    def hits(self) -> tuple[Hit, ...]:
        """What is marked."""
        return self._hits.found

    def pattern(self) -> Pattern | None:
        """What the marked hits were found by; None where none are marked."""
        return self._done[0] if self._done is not None and self._hits.found else None

    def step(self, forward: bool) -> None:
        """Select the next or the previous hit from the cursor on, round the ends."""
        self._search()
        hits = self._hits.found
        if not hits:
            return
        chosen = self._residues.selection
        here = chosen.start if chosen is not None else self._residues.position
        starts = [hit.start for hit in hits]
        at = bisect_right(starts, here) if forward else bisect_left(starts, here) - 1
        at %= len(hits)
        self._residues.select(hits[at].residues)
        self._say(f"{at + 1:,} of {self._count()}")
        self.stepped.emit()
        self.status.emit(f"Hit {at + 1:,} of {self._count()}: residues {hits[at].residues}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter and Shift+Enter step."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)

    def close_line(self) -> None:
        """Disappear, with the marks."""
        self.hide()
        self._timer.stop()
        self._done = None
        self._show(Hits(()))
        self.left.emit()

    # --- inside

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._line = EndsLayout(self._theme.px(8))
        self._line.add((self._field, self._kind, self._mismatches), (self._said, self._back, self._on, self._close))
        self._column.addLayout(self._line)
        self._field.setObjectName("sequence-find-field")
        self._field.setAccessibleName("Find in the sequence")
        self._field.setClearButtonEnabled(True)
        self._field.setMaxLength(2_000)
        self._field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for button, name, keys in (
            (self._back, "Previous hit", "Shift+F3"),
            (self._on, "Next hit", "F3"),
            (self._close, "Close find", "Escape"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")

    def _connect(self) -> None:
        self._field.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self._search)
        self._kind.chosen.connect(self._search_again)
        self._mismatches.chosen.connect(self._search_again)
        self._back.clicked.connect(lambda: self.step(forward=False))
        self._on.clicked.connect(lambda: self.step(forward=True))
        self._close.clicked.connect(self.close_line)
        self._theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        theme, side = self._theme, self._theme.height("control")
        self._line.setSpacing(theme.px(8))
        self._said.setFont(theme.font("small"))
        self._field.setFixedSize(theme.px(210), side)
        for button, icon in ((self._back, "chevron-up"), (self._on, "chevron-down"), (self._close, "close")):
            button.setIcon(theme.icon(icon))
            button.setIconSize(QSize(theme.px(16), theme.px(16)))
            button.setFixedSize(side, side)
        self._name_field()
        self._say(self._words, self._problem)

    def _name_field(self) -> None:
        self._field.setPlaceholderText(_EXAMPLES[PatternKind[self._kind.choice()]])

    def _search_again(self) -> None:
        self._name_field()
        self._search()

    def _pattern(self) -> Pattern:
        return Pattern(PatternKind[self._kind.choice()], self._field.text(), int(self._mismatches.choice()))

    def _search(self) -> None:
        """Find what stands in the field, unless it was found already."""
        self._timer.stop()
        pattern = self._pattern()
        if self._done == (pattern, self._sequence):
            return
        self._done = (pattern, self._sequence)
        if not pattern.text.strip():
            self._show(Hits(()))
            self._say("")
            return
        try:
            hits = find(pattern, self._sequence, _PATIENCE)
        except PatternError as reason:
            self._show(Hits(()))
            self._say(f"{str(reason)[:1].upper()}{str(reason)[1:]}.", problem=True)
            return
        self._show(hits)
        self._say(self._count() if hits.found else "Not in this sequence")

    def _show(self, hits: Hits) -> None:
        changed = hits.found != self._hits.found
        self._hits = hits
        for button in (self._back, self._on):
            button.setEnabled(bool(hits.found))
        if changed:
            self.found.emit(hits.found)

    def _count(self) -> str:
        number = len(self._hits.found)
        more = "more than " if self._hits.cut else ""
        return f"{more}{MOST_HITS if self._hits.cut else number:,} hit{'s' if number != 1 else ''}"

    def _say(self, words: str, problem: bool = False) -> None:
        self._words, self._problem = words, problem
        colour = self._theme.colour("problem" if problem else "text-muted").name()
        self._said.setText(f'<span style="color: {colour}">{escape(words)}</span>' if words else "")
        if words:
            self.status.emit(words)
