"""Choosing an atlas file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class OpenAtlas:
    """Asks which atlas to open."""

    @classmethod
    def ask(cls, parent: QWidget, folder: Path) -> Path | None:
        """The chosen file, None where the user went back."""
        name, _ = QFileDialog.getOpenFileName(parent, "Open atlas", str(folder), "Atlas files (*.atlas);;All files (*)")
        return Path(name) if name else None
