"""The user's own variants of a gene: paste, load, the list with verdicts, remove, clear."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from atlasview.desktop.controls import AccentButton
from atlasview.desktop.dialogs.open_variants import OpenVariants
from atlasview.desktop.notebook_work import Kept, verdicts
from atlasview.desktop.panels.ends_layout import EndsLayout
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.theme import Theme
from atlasview.home.folder import user_folder
from atlasview.records.own_variant import PLACED, VERDICTS, OwnVariant
from atlasview.records.place import Residues
from atlasview.records.profile import GeneProfile
from atlasview.records.trouble import Trouble
from atlasview.records.written_change import protein_part
from atlasview.sources.own_variants import Known

if TYPE_CHECKING:
    from atlasview.desktop.notebook_door import NotebookDoor

PROMISE = (
    "Kept in your notebook on this computer only: not in the atlas, the history or the log, and in a figure only where "
    "you tick it."
)
_PROMPT = (
    "One change a line: p.Thr244Ile, T244I, {symbol} p.Thr244Ile, NP_002176.2:p.(Thr244Ile); "
    "or the text of a VCF or MAF"
)


def _change(one: OwnVariant) -> str:
    """The change that was read of a line that says more: its end may be cut off in the list."""
    return one.line.change if protein_part(one.line.text) != one.line.text else ""


_COLUMNS = (
    Column("As written", lambda one: one.line.text, widest=230, least=124, firm=True, strong=True),
    Column("Change", _change, widest=170, least=104, firm=True, optional=True),
    Column("Verdict", lambda one: VERDICTS[one.verdict], widest=140, least=124, firm=True),
    Column(
        "Residue",
        lambda one: f"{one.position:,}" if one.position else "",
        key=lambda one: one.position,
        number=True,
    ),
    Column("Because", lambda one: one.said, widest=480, least=190, firm=True, stretch=2, muted=True),
    Column("Consequence", lambda one: one.consequence, widest=130, least=84, optional=True),
    Column("Added", lambda one: one.line.added[:10], widest=120, muted=True, optional=True),
)


class PasteField(QPlainTextEdit):
    """Takes lines; `finished` with Ctrl+Enter, `left` with Escape. Tab leaves it."""

    finished = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish, leave, or type."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class OwnTable(RecordTable):
    """The list; `deleted` with the Delete key."""

    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes what is selected."""
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class OwnVariantsPanel(QWidget):
    """`changed` when other variants are kept; `residue_chosen` carries Residues of a variant, and its isoform."""

    changed = Signal()
    residue_chosen = Signal(object, str)

    def __init__(self, theme: Theme, exits: Exits, profile: GeneProfile) -> None:
        super().__init__()
        self._theme, self._exits, self._profile = theme, exits, profile
        self._known = Known(profile)
        self._door: NotebookDoor | None = None
        self._own: tuple[OwnVariant, ...] = ()
        self._adding = False
        self.table: OwnTable | None = None
        self.setObjectName("own-variants-panel")
        self.setAccessibleName("My variants")
        self._title = RoleLabel(theme, "My variants", "strong", "text")
        self._count = RoleLabel(theme, "", "small", "text-muted")
        self._promise = RoleLabel(theme, PROMISE, "small", "text-muted")
        self._said = RoleLabel(theme, "", "body", "text")
        self.paste, self.load = QPushButton("Paste…"), QPushButton("Load file…")
        self.remove, self.clear = QPushButton("Remove selected"), QPushButton("Clear…")
        self.field = PasteField()
        self.add, self._leave = AccentButton("Add"), QPushButton("Cancel")
        self._entry = QWidget()
        self._name()
        self._lay_out()
        self._connect()
        self._show(())

    def own(self) -> tuple[OwnVariant, ...]:
        """What is kept of the gene, with the verdicts on the atlas that is open."""
        return self._own

    def use(self, door: "NotebookDoor") -> None:
        """Take the notebook, which the window lends; what is kept comes by itself."""
        if self._door is not None:
            return
        self._door = door
        door.changed.connect(self._take)
        door.failed.connect(self._fail)
        self._refresh()
        door.read(self._profile.gene.id)

    def said(self) -> str:
        """What was said last of a pasting, loading or of trouble."""
        return self._said.text()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the notebook when it is first seen."""
        super().showEvent(event)
        if self._door is None:
            self._exits.notebook_wanted.emit(self)

    # --- inside

    def _name(self) -> None:
        names = {
            self.paste: ("own-paste", "Paste variants of your own"),
            self.load: ("own-load", "Load a file with variants of your own"),
            self.remove: ("own-remove", "Remove the selected variants from the notebook"),
            self.clear: ("own-clear", "Remove all own variants of this gene from the notebook"),
            self.add: ("own-add", "Add the pasted variants to the notebook"),
            self._leave: ("own-leave", "Leave without adding"),
        }
        for button, (name, spoken) in names.items():
            button.setObjectName(name)
            button.setAccessibleName(spoken)
        self.field.setObjectName("own-field")
        self.field.setAccessibleName("Variants of your own, one a line")
        self.field.setPlaceholderText(_PROMPT.format(symbol=self._profile.gene.symbol))
        self.field.setTabChangesFocus(True)
        self.field.setUndoRedoEnabled(True)
        for words in (self._promise, self._said):
            words.setWordWrap(True)

    def _lay_out(self) -> None:
        px = self._theme.px
        self._bar = EndsLayout(px(8))
        self._bar.add((self._title, self._count), (self.paste, self.load, self.remove, self.clear))
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        inner = QVBoxLayout(self._entry)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.field)
        inner.addLayout(buttons)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._bar)
        for part in (self._promise, self._entry, self._said):
            self._column.addWidget(part)
        self._entry.hide()
        self._said.hide()
        self._restyle()

    def _connect(self) -> None:
        self.paste.clicked.connect(self._open_entry)
        self.load.clicked.connect(self._load)
        self.remove.clicked.connect(self._remove)
        self.clear.clicked.connect(self._clear)
        self.add.clicked.connect(self._add)
        self.field.finished.connect(self._add)
        self.field.textChanged.connect(self._refresh)
        for left in (self._leave.clicked, self.field.left):
            left.connect(self._close_entry)
        self._theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setSpacing(px(8))
        self._bar.setSpacing(px(8))
        self.field.setFont(self._theme.font("body"))
        self.field.setFixedHeight(px(112))
        for button, icon in ((self.paste, "plus"), (self.load, "folder")):
            button.setIcon(self._theme.icon(icon))
            button.setIconSize(QSize(px(16), px(16)))

    def _open_entry(self) -> None:
        self._entry.show()
        self.field.setFocus()
        self._refresh()

    def _close_entry(self) -> None:
        """Forget what was typed, the steps back as well."""
        self.field.setPlainText("")
        self._entry.hide()
        self.paste.setFocus()

    def _add(self) -> None:
        text = self.field.toPlainText()
        if self._door is not None and text.strip():
            self._adding = True
            self._say("Checking…")
            self._door.add_text(self._profile, text)

    def _load(self) -> None:
        path = OpenVariants.ask(self, user_folder())
        if path is not None and self._door is not None:
            self._say("Reading…")
            self._door.add_file(self._profile, path)

    def _remove(self) -> None:
        if self.table is not None and self._door is not None:
            rows = self.table.selected_rows()
            ids = tuple(self.table.records_model.record(row).line.id for row in rows)
            if ids:
                self._door.remove(self._profile.gene.id, ids)

    def _clear(self) -> None:
        """The first press asks, the second one does it."""
        if not self.clear.property("asked"):
            self.clear.setProperty("asked", True)
            self.clear.setText(f"Remove all {len(self._own):,}?")
        elif self._door is not None:
            self._door.clear(self._profile.gene.id)

    def _take(self, gene: str, kept: Kept) -> None:
        if gene != self._profile.gene.id:
            return
        if self._adding and kept.said:  # another page of the gene may be waiting with a text of its own
            self._adding = False
            self._close_entry()
        self._say(kept.said)
        self._show(verdicts(kept.lines, self._known))
        self.changed.emit()

    def _fail(self, gene: str, error: Exception) -> None:
        if gene != self._profile.gene.id:
            return
        self._adding = False
        if not isinstance(error, Trouble):
            self._say("")
            raise error
        what = f"{error.what} ({error.where})" if error.where else error.what
        said = (f"{part[:1].upper()}{part[1:].rstrip('.')}." for part in (what, error.remedy) if part)
        self._say(" ".join(said), problem=True)

    def _say(self, words: str, problem: bool = False) -> None:
        self._said.look("body", "problem" if problem else "text")
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _show(self, own: tuple[OwnVariant, ...]) -> None:
        self._own = own
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        if own:
            self.table = OwnTable(self._theme, self._exits, _COLUMNS, own, rows_shown=8)
            self.table.setObjectName("own-variants-table")
            self.table.setAccessibleName("My variants")
            self.table.record_chosen.connect(self._choose)
            self.table.selectionModel().selectionChanged.connect(self._refresh)
            self.table.deleted.connect(self._remove)
            self._column.addWidget(self.table)
        self.clear.setProperty("asked", False)
        self.clear.setText("Clear…")
        self._refresh()

    def _choose(self, one: OwnVariant) -> None:
        if one.position:
            self.residue_chosen.emit(Residues(one.position, one.position), one.isoform)

    def _refresh(self) -> None:
        """Buttons as far as they can do something; the counts."""
        placed = sum(1 for one in self._own if one.verdict == PLACED)
        self._count.setText(f"{len(self._own):,}, {placed:,} placed" if self._own else "none yet")
        ready = self._door is not None
        self.paste.setEnabled(ready)
        self.load.setEnabled(ready)
        self.add.setEnabled(ready and bool(self.field.toPlainText().strip()))
        self.remove.setEnabled(ready and self.table is not None and bool(self.table.selected_rows()))
        self.clear.setEnabled(ready and bool(self._own))
        self.remove.setVisible(bool(self._own))
        self.clear.setVisible(bool(self._own))
