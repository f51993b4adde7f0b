"""What runs in the background, in the status bar: what it is, a bar, the time left, and the way to it and out of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from atlasview.desktop.controls import LinkButton
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.theme import Theme

_WHOLE = 1000


class WorkStatus(QWidget):
    """One line; `shown` and `cancelled` are its ways."""

    shown = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, shows: str, cancels: str, parent: QWidget | None = None) -> None:
        """`shows` and `cancels` are what its two ways are spoken as: show what, cancel what."""
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("status-work")
        self.words = RoleLabel(theme, "", "small", "text", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.times = RoleLabel(theme, "", "small", "text-muted", self)
        self.show_it = LinkButton("Show", self)
        self.cancel = LinkButton("Cancel", self)
        self.show_it.setAccessibleName(f"Show {shows}")
        self.cancel.setAccessibleName(f"Cancel {cancels}")
        self.show_it.clicked.connect(self.shown)
        self.cancel.clicked.connect(self.cancelled)
        self._row = QHBoxLayout(self)
        for part in (self.words, self.bar, self.times, self.show_it, self.cancel):
            self._row.addWidget(part)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def say(self, words: str, done: float | None, left: str = "") -> None:
        """Say what is being done, how much of it is, None while that is not known, and how long it will take."""
        self.words.setText(words if done is None else f"{words}, {done:.0%}")
        self.bar.setRange(0, 0 if done is None else _WHOLE)
        self.bar.setValue(round((done or 0) * _WHOLE))
        self.bar.setAccessibleName(words)
        self.times.setText(left)
        self.times.setVisible(bool(left))
        self.setAccessibleName(f"{self.words.text()} {left}".rstrip())

    def _take_theme(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(0, 0, px(12), 0)
        self._row.setSpacing(px(10))
        self.bar.setFixedWidth(px(120))
        for button in (self.show_it, self.cancel):
            button.setFont(self._theme.font("small"))
