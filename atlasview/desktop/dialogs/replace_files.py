"""Asking before files are replaced, where the system's dialog has not asked."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget


class ReplaceFiles:
    """Asks whether files that are there already may be replaced."""

    @classmethod
    def ask(cls, parent: QWidget, taken: Sequence[Path]) -> bool:
        """Whether to replace them."""
        names = ", ".join(path.name for path in taken)
        box = QMessageBox(parent)
        box.setObjectName("replace-files")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Replace files")
        box.setText(f"{names} {'is' if len(taken) == 1 else 'are'} in {taken[0].parent} already.")
        box.setInformativeText("Replace?")
        replace = box.addButton("Replace", QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is replace
