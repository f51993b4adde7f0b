"""Titles of the menus, and keys as the platform writes them: what the window shows before its actions exist."""

from PySide6.QtGui import QKeySequence

MENUS = ("File", "Edit", "View", "Go", "Atlas", "Help")


def shown(shortcut: str) -> str:
    """A shortcut as the platform writes it."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
