"""Mass, isoelectric point, hydropathy and composition of the selected residues."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from atlasview.desktop.panels.residue_cursor import ResidueCursor
from atlasview.desktop.theme import Theme
from atlasview.figures.residues import span

_REST_MS = 80


class ResidueFacts(QWidget):
    """Two lines below the sequence, there while residues are selected; the words can be selected and copied."""

    def __init__(
        self, theme: Theme, residues: ResidueCursor, letters: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        """`letters` gives the selected residues."""
        super().__init__(parent)
        self._theme = theme
        self._residues = residues
        self._letters = letters
        self.setObjectName("residue-facts")
        self.setAccessibleName("Properties of the selection")
        self._line, self._composition = QLabel(self), QLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self._line, self._composition):
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            column.addWidget(label)
        self._composition.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        # While a selection is dragged there is no need to count it at every step.
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._tell)
        residues.moved.connect(self._timer.start)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def text(self) -> str:
        """What the lines say, empty where nothing is selected."""
        return f"{self._line.text()}\n{self._composition.text()}" if self.isVisible() else ""

    def _restyle(self) -> None:
        for label in (self._line, self._composition):
            label.setFont(self._theme.font("small"))

    def _tell(self) -> None:
        chosen, letters = self._residues.selection, self._letters()
        if chosen is None or not letters:
            self.hide()
            return
        from atlasview.export.residue_properties import composition_line, properties_line, residue_properties

        found = residue_properties(letters)
        self._line.setText(f"Selected {span(chosen.start, chosen.end)}: {properties_line(found)}")
        self._composition.setText(composition_line(found))
        self.show()
