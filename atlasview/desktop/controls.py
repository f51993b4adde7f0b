"""Small controls that several screens share; the style sheet knows them by their class names."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget


class AccentButton(QPushButton):
    """The one button of a screen that leads on."""


class LinkButton(QPushButton):
    """A button that reads like a link, for the actions of a banner or an empty section."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class SegmentButton(QToolButton):
    """One choice of `Segments`; as wide as it is when it is checked, and semibold."""

    def sizeHint(self) -> QSize:
        """Room for the text in the heavier weight."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        hint, text = super().sizeHint(), self.text()
        more = QFontMetrics(font).horizontalAdvance(text) - self.fontMetrics().horizontalAdvance(text)
        return hint.grownBy(QMargins(0, 0, max(0, more), 0))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()


class Segments(QFrame):
    """Two to five exclusive choices in one outline; `chosen` carries the key of the one that was picked."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        """`choices` are (key, label) in order, the first is checked; `name` is spoken by screen readers."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._buttons: dict[str, SegmentButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for key, label in choices:
            button = SegmentButton(self)
            button.setText(label)
            button.setAccessibleName(f"{name}: {label}")
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self.choose(choices[0][0])

    def choose(self, key: str) -> None:
        """Check one choice without telling anyone; raises KeyError for an unknown key."""
        self._buttons[key].setChecked(True)

    def chosen_button(self) -> SegmentButton:
        """The checked button, for the keyboard to begin at."""
        return self._buttons[self.choice()]

    def choice(self) -> str:
        """Key of the checked choice."""
        return next(key for key, button in self._buttons.items() if button.isChecked())
