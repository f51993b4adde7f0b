"""The field that takes a residue or a range to go to."""

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from atlasview.desktop.theme import Theme
from atlasview.records.numbering import MATURE, Chain, chosen_chain
from atlasview.records.place import Residues
from atlasview.records.trouble import NotFound

_FORM = re.compile(
    r"(?:(?P<before>.*?[A-Za-z)].*?)[\s:]+)??"
    r"(?P<protein>p\.)?[A-Za-z]{0,3}(?P<start>\d+)"
    r"(?:\s*(?:-|–|\.\.|to)\s*[A-Za-z]{0,3}(?P<end>\d+)|[A-Za-z*=]{0,3})?"
    r"(?:\s+of\s+(?P<behind>.+))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What can be gone to: residues of a sequence, of its mature chains, and the chain that bare numbers count in."""

    length: int
    chains: tuple[Chain, ...] = ()
    chosen: Chain | None = None


def residues_of(text: str, counted: Counted) -> Residues:
    """Residues on the sequence of `185`, `S185`, `45-96`, `mature 45`, `B chain 7`, `7 of B chain`, `UniProt 31`.

    `96-45` is `45-96`. A bare number counts in the chosen chain, else on the sequence; `p.Ser185Cys` counts on the
    sequence always, as HGVS has it. Raises ValueError with words for a person.
    """
    match = _FORM.fullmatch(text.strip())
    if match is None:
        raise ValueError("type a residue such as 185 or S185, or a range such as 45-96")
    start, end = sorted((int(match["start"]), int(match["end"] or match["start"])))
    chain = _chain_of(match, counted)
    first, last = (1, counted.length) if chain is None else (1, chain.length)
    if not first <= start <= end <= last:
        raise ValueError(f"{'this sequence' if chain is None else chain.name} has residues {first} to {last}")
    found = Residues(start, end)
    return found if chain is None else chain.within(found) or found


def _chain_of(match: re.Match[str], counted: Counted) -> Chain | None:
    name = match["before"] or match["behind"] or ""
    if not name:
        return None if match["protein"] else counted.chosen
    if name.casefold() == MATURE and counted.chosen is not None:
        return counted.chosen
    try:
        return chosen_chain(counted.chains, name, "this sequence")
    except NotFound as trouble:
        raise ValueError(str(trouble)) from trouble


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
        self._counted = Counted(0)
        self.setObjectName("residue-entry")
        self.setAccessibleName("Go to residue")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.returnPressed.connect(self._enter)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def ask(self, counted: Counted) -> None:
        """Appear; the field says what a bare number counts in."""
        self._counted = counted
        chosen = counted.chosen
        self.setPlaceholderText("Go to 185 or 45-96" if chosen is None else "Go to 7, or UniProt 31")
        self.setAccessibleDescription("" if chosen is None else f"Numbers count in {chosen.name}")
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
            residues = residues_of(self.text(), self._counted)
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
