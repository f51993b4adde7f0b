"""What fills the window when the last tab was closed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from atlasview.desktop.controls import AccentButton
from atlasview.desktop.statement import Statement
from atlasview.desktop.theme import Theme


class NothingOpen(Statement):
    """Says that no page is open; the signals are the ways on."""

    search_asked = Signal()
    reopen_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("nothing-open")
        self.say("document", "No page is open", "Search for a gene, a cell type, a term or a paper, or go back to one.")
        self.show_facts(())
        search, reopen = AccentButton("Search", self), QPushButton("Reopen the closed tab", self)
        search.clicked.connect(self.search_asked)
        reopen.clicked.connect(self.reopen_asked)
        self.add_buttons(search, reopen)
