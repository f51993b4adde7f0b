"""Asking before the window closes over work that goes on beside it."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.theme import Theme


class LeaveWork(QDialog):
    """Accepted when the work is to be given up; it goes on while this asks."""

    name = "leave-work"

    def __init__(self, theme: Theme, parent: QWidget, title: str, what: str, go_on: str) -> None:
        """`what` says what is going on, `go_on` is the button that lets it."""
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(self.name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._words = RoleLabel(theme, f"{what}. Give it up and close the window?", "strong", "text")
        self._more = RoleLabel(theme, "What was there before stays as it is.", "small", "text-muted")
        for label in (self._words, self._more):
            label.setWordWrap(True)
        self.go_on = QPushButton(go_on, self)
        self.give_up = QPushButton("Give it up and close", self)
        self._buttons = QDialogButtonBox(self)
        self._buttons.addButton(self.give_up, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.go_on.setDefault(True)
        self._column = QVBoxLayout(self)
        for part in (self._words, self._more, self._buttons):
            self._column.addWidget(part)
        theme.changed.connect(self._take_theme)
        self._take_theme()
        self.setModal(True)

    def _take_theme(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(20), px(18), px(20), px(14))
        self._column.setSpacing(px(12))
        self.setMinimumWidth(px(420))
