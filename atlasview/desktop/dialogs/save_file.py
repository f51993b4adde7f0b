"""Choosing where a file is saved."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class SaveFile:
    """Asks for the name of a file; the system's dialog asks before it replaces one."""

    @classmethod
    def ask(cls, parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
        """The chosen path with the suggested suffix where none was typed, None where the user went back.

        `kinds` is the dialog's filter, such as `FASTA (*.fasta)`.
        """
        name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), f"{kinds};;All files (*)")
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(suggested.suffix)
