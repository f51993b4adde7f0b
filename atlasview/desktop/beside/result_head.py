"""Says that what was worked on is there, and in a line what it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.theme import Theme


class ResultHead(QWidget):
    """A title over a line of small words that can be copied."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = RoleLabel(theme, "", "section", "text", self)
        self.words = RoleLabel(theme, "", "small", "text-muted", self)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.words)

    def say(self, title: str, words: str, where: str) -> None:
        """Tell of a file; `where` is its path, for a tool tip."""
        self.title.setText(title)
        self.words.setText(words)
        self.words.setToolTip(where)
