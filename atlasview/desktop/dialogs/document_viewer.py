"""The JSON document of a page: to read, to search, to copy, to save, and how the command line gives the same."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from atlasview.desktop.background import LatestRead
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.saving import Output, Saving
from atlasview.desktop.theme import Theme
from atlasview.desktop.window_size import open_with
from atlasview.export.names import file_name

if TYPE_CHECKING:
    from atlasview.desktop.exporting import Exporting
    from atlasview.records.profile import Profile

_KINDS = {"json": ("JSON", (".json",))}


class DocumentViewer(QDialog):
    """A window beside the main one; the document is made beside both."""

    def __init__(
        self, theme: Theme, parent: QWidget, profile: "Profile", atlas: Path | None, exporting: "Exporting"
    ) -> None:
        """`atlas` is the file of the open atlas where it is not the starter atlas."""
        from atlasview.export.document.written import document_command

        super().__init__(parent)
        self._theme = theme
        self._profile = profile
        self._exporting = exporting
        subject = profile.place.label or profile.place.id
        self._text = ""
        self.setObjectName("document-viewer")
        self.setWindowTitle(f"{subject} as JSON")
        self.setAccessibleName(f"{subject} as JSON")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.command = document_command(profile.place, atlas)
        self.view = QPlainTextEdit(self)
        self.search = QLineEdit(self)
        self._found = RoleLabel(theme, "", "small", "text-muted", self)
        self._command = RoleLabel(theme, self.command, "small", "text-muted", self)
        self.save, self._copy = QPushButton("Save…", self), QPushButton("Copy", self)
        self._copy_command = QPushButton("Copy command", self)
        self._name_parts()
        self._lay_out()
        self._connect()
        self._making = LatestRead(exporting.worker, self)
        self._making.arrived.connect(self._show)
        self._making.failed.connect(lambda error: self._show(str(error)))
        self._making.ask(_make, profile)

    @classmethod
    def show_for(
        cls, theme: Theme, parent: QWidget, profile: "Profile", atlas: Path | None, exporting: "Exporting"
    ) -> "DocumentViewer":
        """Open a viewer on the document of a page."""
        viewer = cls(theme, parent, profile, atlas, exporting)
        viewer.show()
        return viewer

    @property
    def text(self) -> str:
        """The document, empty until it is made."""
        return self._text

    # --- parts

    def _name_parts(self) -> None:
        self.view.setObjectName("document-text")
        self.view.setAccessibleName("Document")
        self.view.setReadOnly(True)
        self.view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setPlaceholderText("The document is being made…")
        # A sequence is one line of thousands of letters: without wrapping each repaint would lay all of it out.
        self.view.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self._theme.font("body").pointSizeF())
        self.view.setFont(font)
        self.search.setObjectName("document-search")
        self.search.setPlaceholderText("Find in the document")
        self.search.setAccessibleName("Find in the document")
        self.search.setClearButtonEnabled(True)
        self._command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._command.setAccessibleName("The same on the command line")
        self.save.setObjectName("document-save")
        self._copy.setObjectName("document-copy")
        self._copy_command.setObjectName("document-copy-command")
        for button in (self.save, self._copy):
            button.setEnabled(False)
        self.view.setFocus()

    def _lay_out(self) -> None:
        px = self._theme.px
        top, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self.search.setFixedWidth(px(240))
        top.addWidget(self.search)
        top.addWidget(self._found)
        top.addStretch(1)
        top.addWidget(self._copy)
        top.addWidget(self.save)
        foot.addWidget(self._command)
        foot.addWidget(self._copy_command)
        foot.addStretch(1)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        open_with(self, self._theme, 760, 640)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self.find_next(again=True))
        self.search.returnPressed.connect(self.find_next)
        self.save.clicked.connect(self._save)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        self._copy_command.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.command))

    # --- what happens

    def _show(self, text: str) -> None:
        self._text = text
        self.view.setPlainText(text)
        for button in (self.save, self._copy):
            button.setEnabled(bool(text))
        lines = text.count("\n")
        self._found.setText(f"{lines:,} lines, {len(text.encode()) / 1024:,.0f} kB")

    def find_next(self, again: bool = False, backward: bool = False) -> bool:
        """Go to the next place where the text of the field stands, round the end; `again` from the first one on."""
        wanted = self.search.text()
        cursor = self.view.textCursor()
        if again or not wanted:
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            self.view.setTextCursor(cursor)
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        found = bool(wanted) and self.view.find(wanted, flags)
        if wanted and not found:
            end = QTextCursor.MoveOperation.End if backward else QTextCursor.MoveOperation.Start
            cursor.movePosition(end)
            self.view.setTextCursor(cursor)
            found = self.view.find(wanted, flags)
        count = self._text.casefold().count(wanted.casefold()) if wanted else 0
        self._found.setText(f"{count:,} times" if wanted else "")
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F goes into the field, F3 to the next place, Ctrl+S saves."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.search.setFocus()
            self.search.selectAll()
        elif event.key() == Qt.Key.Key_F3:
            self.find_next(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.matches(QKeySequence.StandardKey.Save):
            self._save()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _save(self) -> None:
        place, atlas = self._profile.place, self._profile.atlas
        content = Output(self._text.encode())
        name = partial(file_name, place.label or place.id, "page", label=atlas)
        if self._text:
            self._exporting.run(
                Saving("Save the document", _KINDS, lambda suffix: name(suffix=suffix), lambda _form: content)
            )

    def done(self, result: int) -> None:
        """Nobody waits for the document any more."""
        self._making.stop()
        super().done(result)


def _make(_reader: Any, profile: "Profile") -> str:
    from atlasview.export.document.written import document_text

    return document_text(profile)
