"""The welcome sheet beside the first page: what to try, which keys there are, and how to open another atlas."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from atlasview.desktop.panels.hairline import Hairline
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.shortcuts import shown
from atlasview.desktop.theme import Theme

HINTS = (
    ("Ctrl+L", "Search", "Try IL21, CD127, cell:Tfh or IL7R p.S185C"),
    ("Alt+Left", "Back and forward", "Every gene, cell type, term and paper is a link; tabs as in a browser"),
    ("Ctrl+S", "Export what is in view", "A sequence, a domain diagram, a chart"),
    ("Ctrl+Shift+P", "All commands", "Every action by name; shortcuts beside it"),
)
CONTENTS = {"genes": "genes", "proteins": "proteins", "cell_types": "cell types", "publications": "papers"}
"""Counts of the manifest that are told, with their words."""


class WelcomeSheet(QWidget):
    """A sheet at the right; `closed`, `open_asked` and `build_asked` are its ways out."""

    closed = Signal()
    open_asked = Signal()
    build_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: list[QLabel] = []
        self.setObjectName("welcome")
        self.setAccessibleName("Welcome")
        self._column = QVBoxLayout(self)
        self._add_head()
        self.introduction = self._text("", "body", "text-muted")
        self._column.addWidget(self.introduction)
        for key, title, words in HINTS:
            self._column.addWidget(Hairline(theme, Qt.Orientation.Horizontal, self))
            self._add_hint(key, title, words)
        self._column.addWidget(Hairline(theme, Qt.Orientation.Horizontal, self))
        self._column.addWidget(self._text("Another atlas", "strong", "text"))
        words = "Open one that a colleague made; or build one of all genes, of files that the databases publish."
        self._column.addWidget(self._text(words, "small", "text-muted"))
        self._open = QPushButton("Open atlas…", self)
        self._open.clicked.connect(self.open_asked)
        self._build = QPushButton("Build an atlas…", self)
        self._build.clicked.connect(self.build_asked)
        ways = QHBoxLayout()
        for button in (self._open, self._build):
            ways.addWidget(button)
        ways.addStretch(1)
        self._column.addLayout(ways)
        self._column.addStretch(1)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def introduce(self, atlas: str, contents: str) -> None:
        """Say which atlas this is and what is in it."""
        self.introduction.setText(
            f"This is the {atlas[:1].lower()}{atlas[1:]}: {contents}. All of it is on this computer."
        )

    def _add_head(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._text("Welcome", "section", "text"), 1)
        self._close = QToolButton(self)
        self._close.setAccessibleName("Close the welcome")
        self._close.setToolTip("Close")
        self._close.clicked.connect(self.closed)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)

    def _add_hint(self, key: str, title: str, words: str) -> None:
        row = QHBoxLayout()
        chip = QLabel(shown(key), self)
        chip.setObjectName("key")
        chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._keys.append(chip)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._text(title, "strong", "text"))
        column.addWidget(self._text(words, "small", "text-muted"))
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self._column.addLayout(row)

    def _text(self, text: str, font: str, role: str) -> RoleLabel:
        label = RoleLabel(self._theme, text, font, role, self)
        label.setWordWrap(True)
        return label

    def _take_theme(self) -> None:
        theme, px = self._theme, self._theme.px
        self.setFixedWidth(theme.width("panel-right"))
        self._column.setContentsMargins(px(22), px(20), px(20), px(20))
        self._column.setSpacing(px(10))
        for chip in self._keys:
            chip.setFont(theme.font("caption"))
            chip.setFixedSize(px(80), px(18))
        self._close.setIcon(theme.icon("close", "text-muted"))
        self._close.setIconSize(QSize(px(14), px(14)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and the hairline at the left."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("window"))
            painter.fillRect(0, 0, 1, self.height(), self._theme.colour("hairline"))
