"""The report on our own mistakes: all that it says is on the screen; it is copied or saved, and never sent."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout

from atlasview.desktop.dialogs.save_file import SaveFile
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.window_size import open_with
from atlasview.home.report import NOTHING_IS_SENT, report_text
from atlasview.records.trouble import Trouble

if TYPE_CHECKING:
    from atlasview.desktop.desk import Desk

_SIZE = (760.0, 620.0)
_HOW = (
    "Copy it or save it, read it through, and give it to whoever looks after AtlasView for you. "
    "It names neither what you searched for nor which pages you read, unless the words of an error do."
)


class BugReport(QDialog):
    """One for the whole window, not in its way; further mistakes are added to the text that is shown."""

    name = "bug-report"

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk.window)
        self._desk = desk
        theme = desk.theme
        self.setObjectName(self.name)
        self.setWindowTitle("Report a mistake of AtlasView")
        self.setAccessibleName("Report a mistake of AtlasView")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._head = RoleLabel(theme, "", "strong", "text", self)
        self._how = RoleLabel(theme, f"{NOTHING_IS_SENT} {_HOW}", "body", "text-muted", self)
        for label in (self._head, self._how):
            label.setWordWrap(True)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("bug-report-text")
        self.text.setAccessibleName("Text of the report")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy = QPushButton("Copy", self)
        self.save = QPushButton("Save to file…", self)
        self._fill()
        self.refresh()
        open_with(self, theme, *_SIZE)
        self.copy.setFocus()

    @classmethod
    def show_for(cls, desk: "Desk") -> "BugReport":
        """Show it; one that is open already comes to the front, with everything that has happened since."""
        open_one = desk.window.findChild(cls, cls.name)
        dialog = open_one if open_one is not None else cls(desk)
        dialog.refresh()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def refresh(self) -> None:
        """Write the text anew."""
        desk = self._desk
        met = desk.mistakes.met
        count = sum(mistake.times for mistake in met)
        self._head.setText(
            "Nothing went wrong that AtlasView noticed; the report says what it runs on"
            if not met
            else f"AtlasView made a mistake: {met[-1].what}"
            if count == 1
            else f"AtlasView made {count} mistakes, the newest: {met[-1].what}"
        )
        action = desk.window.actions_by_id.last
        self.text.setPlainText(report_text(met, desk.opening.label, desk.log.lines, action))

    def _fill(self) -> None:
        for button in (self.copy, self.save):
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.rejected.connect(self.reject)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self._desk.mistakes.changed.connect(self.refresh)
        self._desk.theme.changed.connect(self._take_theme)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._column.addWidget(self._how)
        self._column.addWidget(self.text, 1)
        self._column.addWidget(self.buttons)
        self._take_theme()

    def _take_theme(self) -> None:
        theme, px = self._desk.theme, self._desk.theme.px
        self._column.setContentsMargins(px(20), px(16), px(20), px(14))
        self._column.setSpacing(px(10))
        self.text.setFont(theme.font("sequence"))
        self.copy.setIcon(theme.icon("copy"))
        self.copy.setIconSize(QSize(px(16), px(16)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText("Copied")
        QTimer.singleShot(1500, self.copy, lambda: self.copy.setText("Copy"))

    def _save(self) -> None:
        """Write the text where the person says; trouble is told in the place of messages, the dialog stays."""
        from atlasview.export.write import write_aside

        desk = self._desk
        name = f"atlasview-report-{datetime.now().astimezone():%Y-%m-%d-%H%M}.txt"
        path = SaveFile.ask(self, "Save the report", desk.settings.save_folder / name, "Text (*.txt)")
        if path is None:
            return
        try:
            write_aside(path, self.text.toPlainText().encode("utf-8", "backslashreplace"))
        except Trouble as trouble:
            desk.notices.tell_trouble(trouble)
        else:
            desk.notices.tell(f"Saved {path.name}", str(path.parent))
