"""The files of a build: drop them, add them, take them out, and see what is missing and where it is published."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QTextBrowser, QWidget

from atlasview.desktop.beside.drop_panel import DropPanel
from atlasview.desktop.building.builder import Builder, State
from atlasview.desktop.building.files_table import BUILDING, BUILT, CHOOSING, FilesTable
from atlasview.desktop.building.messages import Offer
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.settings import Settings
from atlasview.desktop.theme import Theme
from atlasview.records.assembly import CHOICES

_MISSING = "Not handed in, and would add to the atlas"
_BEGINNING = "What an atlas can be made of, and where it is published"
_FIRST = "HGNC and UniProtKB make a good beginning."
_FIELDS = {State.CHOOSING: CHOOSING, State.BUILDING: BUILDING, State.STOPPING: BUILDING, State.BUILT: BUILT}


class FilesPanel(DropPanel):
    """Files and folders are dropped anywhere on it; `outward` carries an address that the person chose to open."""

    outward = Signal(str)

    def __init__(self, theme: Theme, builder: Builder, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(theme, settings, lambda: builder.running, parent)
        self._builder = builder
        self.setObjectName("build-files-panel")
        self.setAccessibleName("Files to build from")
        self.assembly = QPushButton("Assembly", self)
        self.assembly.setToolTip("The genome assembly that the positions of the selected files count on")
        self.assembly.setMenu(self._assemblies())
        self._tools.insertWidget(self._tools.count() - 1, self.assembly)
        self.table = FilesTable(theme, self)
        self.said = RoleLabel(theme, "", "small", "text-muted", self)
        self.said.setObjectName("build-files-said")
        self.said.setWordWrap(True)
        self.missing = MissingFiles(theme, self)
        self._column.addWidget(self.table, 3)
        self._column.addWidget(self.said)
        self._column.addWidget(self.missing, 1)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.take_out.clicked.connect(self._take_out)
        self.table.removed.connect(self._take_out)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._refresh_buttons())
        self.missing.outward.connect(self.outward)
        for signal in (self._builder.rows_changed, self._builder.looked, self._builder.turned):
            signal.connect(self.refresh)
        self._builder.progressed.connect(lambda _progress: self._show_rows())

    def take_in(self, paths: Sequence[Path]) -> None:
        """Look at what the files are."""
        self._builder.add(paths)

    def refresh(self) -> None:
        """Bring everything in line with the files."""
        builder = self._builder
        self._show_rows()
        choosing = builder.state is State.CHOOSING
        for button in (self.add_files, self.add_folder, self.take_out):
            button.setVisible(choosing)
        self.assembly.setVisible(choosing and any(row.seen.asks for row in builder.rows))
        self.said.setText(self._words())
        self.said.setVisible(bool(self.said.text()))
        self.missing.show_missing(builder.missing(), beginning=not builder.rows)
        self.missing.setVisible(choosing and not builder.looking)
        self._column.setStretchFactor(self.missing, 1 if builder.rows else 3)
        self._refresh_buttons()

    def _show_rows(self) -> None:
        self.table.show_rows(self._builder.rows, _FIELDS[self._builder.state])

    def _refresh_buttons(self) -> None:
        selected = self.table.selected()
        self.take_out.setEnabled(bool(selected))
        self.assembly.setEnabled(any(row.seen.asks for row in selected))

    def _words(self) -> str:
        builder = self._builder
        if builder.looking:
            return f"Looking at what the files are: {len(builder.rows):,} so far"
        if builder.state is State.BUILT:
            return "Read = kept + rejected + left out (another organism, say) + superseded by a later version."
        asking = sum(row.seen.asks and not row.is_read for row in builder.rows)
        left = len(builder.rows) - len(builder.files) - asking
        said = [f"{_files(len(builder.files))} recognised"] if builder.rows else []
        if left:
            said.append(f"{_files(left)} left out: why stands at the end of the list")
        if asking:
            wait = f"{_files(asking)} of which the genome assembly must be said"
            said.append(f"{wait}: select {'it' if asking == 1 else 'them'}, and choose it with Assembly")
        if builder.again:
            said.append(f"in the list already: {', '.join(builder.again[:3])}{'…' if len(builder.again) > 3 else ''}")
        return "; ".join(said)

    def _take_out(self) -> None:
        if self._builder.state is State.CHOOSING:
            self._builder.take_out(self.table.selected())
            self.table.setFocus()

    def _assemblies(self) -> QMenu:
        menu = QMenu(self)
        for assembly, other in CHOICES:
            action = menu.addAction(f"{assembly} ({other})")
            action.triggered.connect(lambda _checked=False, chosen=assembly: self._name_assembly(chosen))
        return menu

    def _name_assembly(self, assembly: str) -> None:
        self._builder.name_assembly(self.table.selected(), assembly)
        self.table.setFocus()


def _files(count: int) -> str:
    return f"{count:,} file{'' if count == 1 else 's'}"


class MissingFiles(QTextBrowser):
    """Databases that were not handed in: what they would add, and where they publish it, as text that can be copied."""

    outward = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._missing: tuple[Offer, ...] = ()
        self._beginning = False
        self.setObjectName("build-missing")
        self.setAccessibleName(_MISSING)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self._set)

    def show_missing(self, missing: tuple[Offer, ...], beginning: bool = False) -> None:
        """Say what is missing; at the beginning, while there is no file yet, what an atlas can be made of."""
        if (missing, beginning) != (self._missing, self._beginning):
            self._missing, self._beginning = missing, beginning
            self._set()

    def sizeHint(self) -> QSize:
        """A few lines; it scrolls."""
        return QSize(self._theme.px(300), self._theme.px(150))

    def _follow(self, url: QUrl) -> None:
        self.outward.emit(url.toString())

    def _set(self) -> None:
        theme, px = self._theme, self._theme.px
        document = self.document()
        document.setDefaultFont(theme.font("small"))
        document.setDocumentMargin(px(8))
        muted, link = theme.colour("text-muted").name(), theme.colour("accent").name()
        document.setDefaultStyleSheet(
            f"p {{ margin: 0 0 {px(6)}px 0; }} .muted {{ color: {muted}; }} a {{ color: {link}; }}"
        )
        rows = "".join(
            f"<p><b>{escape(one.name)}</b>{f': {escape(one.adds)}' if one.adds else ''}<br>"
            f"<span class='muted'>{escape(one.published)}</span> "
            f"<a href='{escape(one.url)}'>Open&nbsp;its&nbsp;page</a></p>"
            for one in self._missing
        )
        head = f"<p><b>{_MISSING}</b></p>" if rows else ""
        if rows and self._beginning:
            head = f"<p><b>{_BEGINNING}</b><br><span class='muted'>{_FIRST}</span></p>"
        self.setHtml(head + rows)
