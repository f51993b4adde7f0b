"""Choosing where a file is saved."""

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from atlasview.desktop.dialogs.replace_files import ReplaceFiles

_ALL = "All files (*)"


class SaveFile:
    """Asks for the name of a file; nothing is replaced before the person has agreed."""

    @classmethod
    def ask(cls, parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
        """The chosen path with a suffix, None where the person went back.

        `kinds` are the dialog's filters, such as `FASTA (*.fasta *.fa);;GenPept (*.gp)`. A name that ends in none of
        their suffixes gets that of the filter that was chosen; with all files chosen only a name without any gets one.
        """
        name, chosen = QFileDialog.getSaveFileName(parent, title, str(suggested), f"{kinds};;{_ALL}")
        if not name:
            return None
        path = Path(name)
        whole = with_suffix(path, kinds, chosen, suggested.suffix)
        # The system's dialog asks about the name that was typed; this is another one.
        if whole != path and whole.exists() and not ReplaceFiles.ask(parent, [whole]):
            return None
        return whole


def with_suffix(path: Path, kinds: str, chosen: str, usual: str) -> Path:
    """The path with the suffix of the chosen filter where it has none of those that the filters name."""
    if path.suffix.casefold() in _suffixes(kinds):
        return path
    if chosen in ("", _ALL):
        is_suffix = re.fullmatch(r"\.[A-Za-z]\w{0,9}", path.suffix)
        return path if is_suffix else path.with_name(f"{path.name}{usual}")
    return path.with_name(f"{path.name}{_suffixes(chosen)[0]}")


def _suffixes(kinds: str) -> list[str]:
    return [suffix.casefold() for suffix in re.findall(r"\*(\.[^\s*)]+)", kinds)]
