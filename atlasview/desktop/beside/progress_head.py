"""How far long work is: what is being done, a bar, the time left, and counts."""

import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.theme import Theme
from atlasview.records.times import duration, time_left

_WHOLE = 1000


class ProgressHead(QWidget):
    """Title, time, bar, counts."""

    def __init__(self, theme: Theme, name: str, leaving: str, parent: QWidget | None = None) -> None:
        """`name` is what the bar is spoken as, `leaving` the title while the work is being left."""
        super().__init__(parent)
        self._leaving = leaving
        self._theme = theme
        self._begun = time.monotonic()
        self._left = ""
        self.title = RoleLabel(theme, "", "section", "text", self)
        self.times = RoleLabel(theme, "", "small", "text-muted", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(name)
        self.counts = RoleLabel(theme, "", "small", "text-muted", self)
        self.where = RoleLabel(theme, "", "small", "text-muted", self)
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.times, 0, Qt.AlignmentFlag.AlignBottom)
        below.addWidget(self.counts, 1)
        below.addWidget(self.where)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(top)
        self._column.addWidget(self.bar)
        self._column.addLayout(below)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tell_time)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def begin(self, target: str) -> None:
        """The work begins; its file is written beside `target`."""
        self._begun, self._left = time.monotonic(), ""
        self.title.setText("Beginning")
        self.counts.setText("")
        self.where.setText(f"Written beside {target}, takes its place at the end")
        self.bar.setRange(0, 0)
        self._clock.start()
        self._tell_time()

    def follow(self, what: str, done: float, left: float | None, *counts: str) -> None:
        """Say what is being done, how much of the whole is (0 to 1), the seconds left (None: unknown), and counts."""
        self.title.setText(f"{what[:1].upper()}{what[1:]}")
        self.bar.setRange(0, _WHOLE)
        self.bar.setValue(round(done * _WHOLE))
        self.counts.setText(" · ".join((f"{done:.0%}", *filter(None, counts))))
        self._left = time_left(left).capitalize() if left is not None else ""
        self._tell_time()

    def stopping(self) -> None:
        """It is being left."""
        self.title.setText(self._leaving)
        self._left = ""
        self._tell_time()

    def end(self) -> None:
        """Nothing is going on any more."""
        self._clock.stop()
        self.bar.setRange(0, _WHOLE)

    def _tell_time(self) -> None:
        passed = duration(time.monotonic() - self._begun)
        self.times.setText(f"{self._left} · {passed} so far" if self._left else f"{passed} so far")

    def _take_theme(self) -> None:
        self._column.setSpacing(self._theme.px(8))
