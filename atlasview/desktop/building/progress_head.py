"""How far a build is: what is being done, a bar, the time left, and what was read."""

import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from atlasview.building.watch import Progress
from atlasview.desktop.building.words import duration, time_left
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.theme import Theme

_WHOLE = 1000


class ProgressHead(QWidget):
    """Title, time, bar, counts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._begun = time.monotonic()
        self._left = ""
        self.setObjectName("build-progress")
        self.title = RoleLabel(theme, "", "section", "text", self)
        self.times = RoleLabel(theme, "", "small", "text-muted", self)
        self.times.setObjectName("build-times")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress of the build")
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
        """A build begins; its atlas is written beside `target`."""
        self._begun, self._left = time.monotonic(), ""
        self.title.setText("Beginning")
        self.counts.setText("")
        self.where.setText(f"Written beside {target}, takes its place at the end")
        self.bar.setRange(0, 0)
        self._clock.start()
        self._tell_time()

    def follow(self, progress: Progress) -> None:
        """Say how far it is."""
        self.title.setText(f"{progress.what[:1].upper()}{progress.what[1:]}")
        self.bar.setRange(0, _WHOLE)
        self.bar.setValue(round(progress.done * _WHOLE))
        rejected = sum(one.rejected for one in progress.files)
        said = [f"{progress.done:.0%}", f"{progress.records:,} records read"]
        self.counts.setText(" · ".join([*said, f"{rejected:,} rejected"] if rejected else said))
        self._left = time_left(progress.left) if progress.left is not None else ""
        self._tell_time()

    def stopping(self) -> None:
        """It is being left."""
        self.title.setText("Leaving the build")
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
