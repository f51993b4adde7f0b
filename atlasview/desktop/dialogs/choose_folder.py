"""Choosing a folder for several files."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class ChooseFolder:
    """Asks into which folder files go."""

    @classmethod
    def ask(cls, parent: QWidget, title: str, folder: Path) -> Path | None:
        """The chosen folder, None where the user went back."""
        name = QFileDialog.getExistingDirectory(parent, title, str(folder))
        return Path(name) if name else None
