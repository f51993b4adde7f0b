"""A panel that takes in files: dropped anywhere on it, or added with its buttons, and taken out again."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from atlasview.desktop.dropping import paths_of
from atlasview.desktop.settings import Settings
from atlasview.desktop.theme import Theme


class DropPanel(QWidget):
    """Buttons over a column that a subclass fills.

    busy   whether no files are taken in just now
    kinds  filters of the dialog that asks for files
    """

    kinds = "All files (*)"

    def __init__(
        self, theme: Theme, settings: Settings, busy: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._settings, self._busy = theme, settings, busy
        self.setAcceptDrops(True)
        self.add_files = QPushButton("Add files…", self)
        self.add_folder = QPushButton("Add a folder…", self)
        self.take_out = QPushButton("Take out", self)
        self._tools = QHBoxLayout()
        for button in (self.add_files, self.add_folder, self.take_out):
            self._tools.addWidget(button)
        self._tools.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._tools)
        self.add_files.clicked.connect(self._ask_files)
        self.add_folder.clicked.connect(self._ask_folder)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def add(self, paths: Sequence[Path]) -> None:
        """Take in files and folders; the next are looked for where these were."""
        if paths:
            self._settings.data_folder = paths[0].parent
            self.take_in(paths)

    @abstractmethod
    def take_in(self, paths: Sequence[Path]) -> None:
        """What a subclass does with them."""

    def _ask_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Add files", str(self._settings.data_folder), self.kinds)
        self.add([Path(name) for name in names])

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Add a folder", str(self._settings.data_folder))
        self.add([Path(name)] if name else [])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders are welcome while none are being read."""
        if paths_of(event.mimeData()) and not self._busy():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them in."""
        self.add(paths_of(event.mimeData()))
        event.acceptProposedAction()

    def _take_theme(self) -> None:
        theme, px = self._theme, self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._tools.setSpacing(px(8))
        for button, name in ((self.add_files, "plus"), (self.add_folder, "folder"), (self.take_out, "minus")):
            button.setIcon(theme.icon(name))
            button.setIconSize(QSize(px(16), px(16)))
