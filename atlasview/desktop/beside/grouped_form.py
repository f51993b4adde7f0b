"""Choices under each other: a small muted label, its fields below."""

import os
import re
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.theme import Theme


class Group(QWidget):
    """A label with its fields; the first field is what the label names for a screen reader."""

    def __init__(self, theme: Theme, label: str, fields: tuple[QWidget, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        name = RoleLabel(theme, label, "small", "text-muted", self)
        name.setBuddy(fields[0])
        for part in (name, *fields):
            self.column.addWidget(part)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def _take_theme(self) -> None:
        self.column.setSpacing(self._theme.px(4))


class GroupedForm(QWidget):
    """`changed` when anything is different."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._space)
        self._space()

    def group(self, label: str, *fields: QWidget) -> Group:
        """Add fields under a label; the group, to hide it or to add to it."""
        group = Group(self._theme, label, fields, self)
        self._column.addWidget(group)
        return group

    def small(self, text: str = "", role: str = "text-muted") -> RoleLabel:
        """A few small words, which wrap."""
        label = RoleLabel(self._theme, text, "small", role, self)
        label.setWordWrap(True)
        return label

    def path_label(self) -> RoleLabel:
        """A label for a path, which can be selected."""
        label = self.small(role="text")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _space(self) -> None:
        self._column.setSpacing(self._theme.px(14))


def file_name(name: str) -> str:
    """A name as that of a file on any system: `human-atlas`."""
    return re.sub(r"[^\w.+-]+", "-", name.strip()).strip("-.").casefold() or "atlas"


def wrapped(path: Path) -> str:
    """A path that may be broken into lines behind its separators."""
    return str(path).replace(os.sep, f"{os.sep}\u200b")
