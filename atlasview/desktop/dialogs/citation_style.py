"""Choosing a citation style: search among the styles, and see the first papers in the one that is chosen."""

from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from atlasview.desktop.background import AtlasWorker, LatestRead
from atlasview.desktop.controls import AccentButton
from atlasview.desktop.panels.exports import CitationsExport
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.theme import Theme
from atlasview.desktop.window_size import open_with
from atlasview.export.formats import STYLE

if TYPE_CHECKING:
    from atlasview.export.citations.styles import Style
    from atlasview.records.publication import Publication

SHOWN = 3
"""Papers that the preview shows."""

_NAME = Qt.ItemDataRole.UserRole
_FOUND_BY = Qt.ItemDataRole.UserRole + 1


class CitationStyleDialog(QDialog):
    """A list of styles with a field to search them, and a preview that is made beside the window.

    `chosen` is what the person wants in the end: the papers with a style, to be copied or saved.
    """

    def __init__(
        self, theme: Theme, parent: QWidget, worker: AtlasWorker, wanted: CitationsExport, style: str = ""
    ) -> None:
        """`style` is the one that stands chosen at first."""
        super().__init__(parent)
        self._theme = theme
        self._wanted = wanted
        self._style = style or STYLE
        self.chosen: CitationsExport | None = None
        self.setObjectName("citation-style")
        self.setWindowTitle("Citation style")
        self.setAccessibleName("Citation style")
        self.search = QLineEdit(self)
        self.styles = QListWidget(self)
        self.preview = QTextBrowser(self)
        self._title = RoleLabel(theme, "", "strong", "text", self)
        self._note = RoleLabel(theme, "", "small", "text-muted", self)
        self._file = QPushButton("Style file…", self)
        self._save, self._copy = AccentButton("Save…", self), QPushButton("Copy", self)
        self._name_parts()
        self._lay_out()
        self._listing, self._showing = LatestRead(worker, self), LatestRead(worker, self)
        self._connect()
        self._listing.ask(_list_styles)
        self._show_style()

    @classmethod
    def ask(
        cls, theme: Theme, parent: QWidget, worker: AtlasWorker, wanted: CitationsExport, style: str = ""
    ) -> CitationsExport | None:
        """The papers with the style that was chosen, None where the person went back."""
        dialog = cls(theme, parent, worker, wanted, style)
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        return chosen

    def choose(self, style: str) -> None:
        """Show a style by its name, or by the path of its file."""
        self._style = style
        for row in range(self.styles.count()):
            if self.styles.item(row).data(_NAME) == style:
                self.styles.setCurrentRow(row)
        self._show_style()

    def done(self, result: int) -> None:
        """The dialog is over: nobody waits for a preview any more."""
        self._listing.stop()
        self._showing.stop()
        super().done(result)

    # --- parts

    def _name_parts(self) -> None:
        self.search.setObjectName("citation-style-search")
        self.search.setPlaceholderText("Find a journal or a style")
        self.search.setAccessibleName("Find a style")
        self.search.setClearButtonEnabled(True)
        self.styles.setObjectName("citation-styles")
        self.styles.setAccessibleName("Styles")
        self.preview.setObjectName("citation-style-preview")
        self.preview.setAccessibleName("Preview")
        self.preview.setOpenLinks(False)
        for view in (self.styles, self.preview):
            view.setFrameShape(QFrame.Shape.NoFrame)
        self.styles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.styles.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.styles.setUniformItemSizes(True)
        self._file.setToolTip("A style of the CSL repository in a file of yours (.csl)")
        self._save.setObjectName("citation-style-save")
        self._copy.setObjectName("citation-style-copy")
        self._copy.setAccessibleName("Copy to the clipboard, plain and formatted")
        (self._copy if self._wanted.copy else self._save).setDefault(True)
        self._allow(possible=False)

    def _lay_out(self) -> None:
        px = self._theme.px
        left, right, foot, across, down = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        left.addWidget(self.search)
        left.addWidget(self.styles, 1)
        left.addWidget(self._file, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self._title)
        right.addWidget(self._note)
        right.addWidget(self.preview, 1)
        cancel = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        cancel.rejected.connect(self.reject)
        foot.addStretch(1)
        for button in (cancel, self._copy, self._save):
            foot.addWidget(button)
        across.addLayout(left, 2)
        across.addLayout(right, 3)
        down.addLayout(across, 1)
        down.addLayout(foot)
        down.setContentsMargins(px(16), px(16), px(16), px(12))
        for layout in (left, right, foot):
            layout.setSpacing(px(8))
        across.setSpacing(px(20))
        down.setSpacing(px(12))
        open_with(self, self._theme, 820, 480)

    def _connect(self) -> None:
        self._listing.arrived.connect(self._fill)
        self._listing.failed.connect(self._refuse)
        self._showing.arrived.connect(self._show_preview)
        self._showing.failed.connect(self._refuse)
        self.search.textChanged.connect(self._filter)
        self.styles.currentItemChanged.connect(self._choose_item)
        self.styles.itemActivated.connect(lambda _item: self._finish(copy=self._wanted.copy))
        self._file.clicked.connect(self._ask_file)
        self._save.clicked.connect(lambda: self._finish(copy=False))
        self._copy.clicked.connect(lambda: self._finish(copy=True))

    # --- what happens

    def _fill(self, styles: "tuple[Style, ...]") -> None:
        for style in styles:
            item = QListWidgetItem(style.title, self.styles)
            item.setData(_NAME, style.name)
            item.setSizeHint(QSize(0, self._theme.height("table-row")))
            item.setData(_FOUND_BY, f"{style.title} {style.name} {style.path.stem}".casefold())
            item.setToolTip(f"{style.title} ({style.name})")
        self.choose(self._style)
        self._filter(self.search.text())

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for row in range(self.styles.count()):
            item = self.styles.item(row)
            item.setHidden(not all(word in item.data(_FOUND_BY) for word in words))
        shown = [row for row in range(self.styles.count()) if not self.styles.item(row).isHidden()]
        if shown and words and self.styles.currentRow() not in shown:
            self.styles.setCurrentRow(shown[0])

    def _choose_item(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME) != self._style:
            self._style = item.data(_NAME)
            self._show_style()

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Style file", "", "Citation styles (*.csl)")
        if name:
            self.choose(name)

    def _show_style(self) -> None:
        count = len(self._wanted.papers)
        self._title.setText(Path(self._style).name if self._style.endswith(".csl") else self._style)
        self._note.setText(f"The first {SHOWN} of {count} papers" if count > SHOWN else "As it will be written")
        self._showing.ask(_preview, self._wanted.papers[:SHOWN], self._style)

    def _show_preview(self, html: str) -> None:
        document = self.preview.document()
        font = QFont(self._theme.font("body"))
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(f"p {{ margin: 0 0 {self._theme.px(10)}px 0; }}")
        self.preview.setHtml(html)
        self._allow(possible=True)

    def _refuse(self, error: Exception) -> None:
        self.preview.setHtml(f"<p>{escape(str(error))}</p>")
        self._allow(possible=False)

    def _allow(self, possible: bool) -> None:
        self._save.setEnabled(possible)
        self._copy.setEnabled(possible)

    def _finish(self, copy: bool) -> None:
        if self._save.isEnabled():
            self.chosen = replace(self._wanted, style=self._style, copy=copy)
            self.accept()


def _list_styles(_reader: Any) -> "tuple[Style, ...]":
    from atlasview.export.citations.styles import listed_styles

    return listed_styles()


def _preview(_reader: Any, papers: "tuple[Publication, ...]", style: str) -> str:
    from atlasview.export.citations import citations_clip

    return citations_clip(papers, style)[1]
