"""The keyboard help: every shortcut, from the table of actions and from what lists and pages understand."""

from html import escape
from itertools import groupby

from PySide6.QtWidgets import QWidget

from atlasview.desktop.actions import ACTIONS
from atlasview.desktop.dialogs.sheet import Sheet
from atlasview.desktop.shortcuts import shown
from atlasview.desktop.theme import Theme

ELSEWHERE = (
    (
        "In lists",
        (
            ("Down, Up", "Next and previous row"),
            ("Return", "Open the row"),
            ("Ctrl+Return", "Open the row in a new tab"),
            ("Esc", "Back to the page"),
        ),
    ),
    (
        "In tables and charts",
        (
            ("Return", "Follow the link of the row"),
            ("Ctrl+C", "Copy the selected rows"),
            ("Left, Right, Home, End", "From bar to bar, from mark to mark"),
            ("Space", "Show the card of the bar or mark"),
        ),
    ),
    (
        "In the sequence and its tracks",
        (
            ("Left, Right", "One residue; with Ctrl ten"),
            ("Up, Down", "A line of the sequence; in the tracks the next feature"),
            ("Shift with any of them", "Select on the way"),
            ("Home, End", "First and last residue"),
            ("Ctrl+G", "Go to a residue"),
            ("Space", "Show the card of what lies at the cursor"),
            ("Ctrl+C", "Copy the selected residues"),
            ("Ctrl+Shift+C", "Copy them as FASTA"),
            ("Plus, Minus", "Zoom the tracks"),
            ("Ctrl+Home", "Show the whole protein"),
        ),
    ),
    (
        "With the mouse",
        (
            ("Middle button on a link or row", "Open in a new tab"),
            ("Middle button on a tab", "Close the tab"),
            ("Back and forward buttons", "Back and forward"),
            ("Ctrl+wheel over the tracks", "Zoom under the pointer"),
        ),
    ),
)
"""What widgets understand by themselves: title, then (keys, what they do)."""


class KeyboardHelp(Sheet):
    """Lists the keys."""

    name = "keyboard-help"
    title = "Keyboard"

    @classmethod
    def show_for(cls, theme: Theme, parent: QWidget) -> "KeyboardHelp":
        """Show the keys."""
        return cls.present(theme, parent, keyboard_text())


def keyboard_text() -> str:
    """The help as HTML."""
    said = "Everything works without a mouse. F6 goes from part to part."
    parts = [f"<p class='title'>Keyboard</p><p class='muted'>{said}</p>"]
    for menu, specs in groupby(ACTIONS, key=lambda spec: spec.menu):
        rows = [(", ".join(shown(keys) for keys in spec.shortcuts), spec.title) for spec in specs if spec.shortcuts]
        parts.append(_table(menu, rows))
    parts += [_table(title, [(_written(keys), what) for keys, what in rows]) for title, rows in ELSEWHERE]
    return "".join(parts)


def _written(keys: str) -> str:
    """One key with its modifiers as the platform writes it; words stay as they are."""
    return keys if " " in keys or "," in keys else shown(keys)


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    if not rows:
        return ""
    lines = "".join(f"<tr><td width='60%'>{escape(what)}</td><td>{escape(keys)}</td></tr>" for keys, what in rows)
    return f"<p class='head'>{escape(title)}</p><table width='100%' cellspacing='0'>{lines}</table>"
