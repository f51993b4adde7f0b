"""The field that takes a residue or a range to go to."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from atlasview.desktop.theme import Theme
from atlasview.records.place import Residues

_FORM = re.compile(
    r"(?:p\.)?(?:[A-Za-z]{0,3})(\d+)(?:\s*(?:-|–|\.\.|to)\s*[A-Za-z]{0,3}(\d+)|[A-Za-z*=]{0,3})?", re.ASCII
)


def residues_of(text: str, length: int) -> Residues:
    """Residues of `185`, `S185`, `p.Ser185Cys`, `45-96`, `45..96`; raises ValueError with words for a person."""
    match = _FORM.fullmatch(text.strip())
    if match is None:
        raise ValueError("type a residue such as 185 or S185, or a range such as 45-96")
    start = int(match.group(1))
    end = int(match.group(2) or start)
    if start > end:
        raise ValueError(f"{start} comes after {end}")
    if not 1 <= start <= end <= length:
        raise ValueError(f"this sequence has residues 1 to {length}")
    return Residues(start, end)


class ResidueEntry(QLineEdit):
    """Hidden until it is asked for.

    entered  the Residues that the person named
    refused  words on what could not be understood
    left     the person is done with it
    """

    entered = Signal(object)
    refused = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._length = 0
        self.setObjectName("residue-entry")
        self.setAccessibleName("Go to residue")
        self.setPlaceholderText("Go to 185 or 45-96")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.returnPressed.connect(self._enter)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def ask(self, length: int) -> None:
        """Appear, for a sequence of that many residues."""
        self._length = length
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        try:
            residues = residues_of(self.text(), self._length)
        except ValueError as reason:
            self.setToolTip(str(reason))
            self.refused.emit(f"No such residue: {reason}")
            self.selectAll()
            return
        self.setToolTip("")
        self.hide()
        self.entered.emit(residues)
        self.left.emit()

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(168), self._theme.height("control"))
