"""The cursor and the selection that all panels of one protein share."""

from PySide6.QtCore import QObject, Signal

from atlasview.records.place import Residues


class ResidueCursor(QObject):
    """A residue (1-based, 0 for none) and a range, on a sequence of `length` residues.

    moved  cursor, selection or sequence has changed
    """

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._length = 0
        self._position = 0
        self._anchor = 0
        self._selection: Residues | None = None

    @property
    def length(self) -> int:
        """Number of residues."""
        return self._length

    @property
    def position(self) -> int:
        """Residue that the cursor stands on, 0 for none."""
        return self._position

    @property
    def selection(self) -> Residues | None:
        """The selected range."""
        return self._selection

    def start_on(self, length: int) -> None:
        """A new sequence: no cursor, no selection."""
        self._length, self._position, self._anchor, self._selection = length, 0, 0, None
        self.moved.emit()

    def place(self, position: int, extend: bool = False) -> None:
        """Put the cursor on a residue, at the ends for one beyond them; `extend` selects from where it began."""
        if not self._length:
            return
        position = min(max(position, 1), self._length)
        if extend:
            self._anchor = self._anchor or self._position or position
            self._selection = Residues.between(self._anchor, position)
        else:
            self._anchor, self._selection = position, None
        self._position = position
        self.moved.emit()

    def step(self, residues: int, extend: bool = False) -> None:
        """Move the cursor; from nowhere it goes to the first residue."""
        self.place(self._position + residues if self._position else 1, extend)

    def select(self, residues: Residues | None) -> None:
        """Select a range, cut at the sequence's end, with the cursor on its first residue; None selects nothing."""
        if residues is None or residues.start > self._length:
            self._selection = None
        else:
            self._selection = Residues(residues.start, min(residues.end, self._length))
            self._position = self._anchor = residues.start
        self.moved.emit()
