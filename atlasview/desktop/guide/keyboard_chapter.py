"""The chapter of keys, made of the table of actions and of what lists and panels understand by themselves."""

from itertools import groupby

from atlasview.desktop.actions import ACTIONS

ELSEWHERE = (
    (
        "In the search field and in lists",
        (
            ("`Down`, `Up`", "next and previous row; from the search field into the list"),
            ("`Page Down`, `Page Up`", "eight rows on or back"),
            ("`Enter`", "open the chosen row"),
            ("`Ctrl+Enter`", "open it in a new tab"),
            ("`Escape`", "back to the page"),
            ("letters", "go on in the search field; in the side panel in its filter"),
        ),
    ),
    (
        "In tables",
        (
            ("arrows", "from cell to cell"),
            ("`Enter`", "follow the link of the cell, else of the row"),
            ("`Ctrl+Enter`", "follow it in a new tab"),
            ("`Ctrl+C`", "copy the selected rows, all where none is selected"),
            ("`Shift+F1`", "what the head of the column means"),
        ),
    ),
    (
        "In the list of sections",
        (
            ("`Up`, `Down`, first letter", "show another section"),
            ("`Enter`", "go on in that section"),
        ),
    ),
    (
        "In charts and diagrams",
        (
            ("arrows", "from bar to bar, from domain to domain"),
            ("`Home`, `End`", "the first and the last"),
            ("`Enter`", "open or choose what the cursor stands on"),
            ("`Space`", "show its card; once more goes to its links; `Escape` hides it"),
        ),
    ),
    (
        "In the sequence and its tracks",
        (
            ("`Left`, `Right`", "one residue; with `Ctrl` ten"),
            ("`Up`, `Down`", "a line of the sequence; in the tracks the next feature"),
            ("`Page Up`, `Page Down`", "on or back by lines"),
            ("`Home`, `End`", "the first and the last residue"),
            ("`Shift` with any of them", "select on the way"),
            ("`Ctrl+A`", "select all"),
            ("`Ctrl+G`", "go to a residue by its number"),
            ("`Space`", "show the card of what lies at the cursor; once more goes to its links; `Escape` hides it"),
            ("`Ctrl+C`", "copy the selected residues"),
            ("`Ctrl+Shift+C`", "copy them as FASTA with their coordinates"),
            ("`+`, `-`", "zoom the tracks; likewise the diagram of variants"),
            ("`Z`", "in the tracks: zoom to the selection, else to the feature at the cursor"),
            ("`Enter`", "in the tracks: open the folded ones; where none is, fold those of several lanes"),
            ("`Ctrl+Home`", "show the whole protein"),
        ),
    ),
    (
        "In variants of your own",
        (
            ("`Ctrl+Enter`", "add what is in the field"),
            ("`Escape`", "leave the field; what is in it is forgotten"),
            ("`Delete`", "in the table: remove the selected variants from the notebook"),
        ),
    ),
    (
        "In scores from your cells",
        (
            ("`Enter`, `F2`", "in the table of cell types: say what a label means"),
            ("`Delete`", "in the list of files: take the selected ones out"),
            ("`Ctrl+Enter`", "compute"),
            ("`Escape`", "close the dialog; what is being computed goes on"),
        ),
    ),
    (
        "In this guide",
        (
            ("`Ctrl+F`", "find in all chapters"),
            ("`F3`, `Shift+F3`", "the next and the previous hit"),
            ("`Alt+Left`, `Alt+Right`", "back and forward"),
            ("`Tab`, `Enter`", "from link to link, follow it"),
            ("`Escape`", "leave the search, else close the guide"),
        ),
    ),
    (
        "With the mouse",
        (
            ("middle button on a link or row", "open in a new tab"),
            ("middle button on a tab", "close the tab"),
            ("back and forward buttons", "back and forward"),
            ("`Ctrl` with the wheel over tracks or variants", "zoom under the pointer; sideways moves along"),
        ),
    ),
)
"""What widgets understand by themselves: title, then (keys, what they do)."""

_INTRODUCTION = (
    "# Keyboard\n\nEverything works without a mouse; the focus is always visible, and `F6` goes from part to part. "
    "On macOS `Ctrl` is Command. *Edit, All commands…* finds an action by a word of its name.\n"
)
_GREY = "An action that cannot be done now, such as going back where nothing lies back, is grey in its menu.\n"


def keyboard_markdown() -> str:
    """The whole chapter."""
    parts = [_INTRODUCTION, "## In the window\n", *_actions(), _GREY]
    for title, rows in ELSEWHERE:
        parts.append(f"## {title}\n\n" + _table("keys", "do", rows))
    return "\n".join(parts)


def _actions() -> list[str]:
    parts = []
    for menu, specs in groupby(ACTIONS, key=lambda spec: spec.menu):
        rows = [(spec.title, " ".join(f"`{keys}`" for keys in spec.shortcuts) or "–") for spec in specs]
        parts.append(f"### {menu}\n\n" + _table("action", "keys", rows))
    return parts


def _table(first: str, second: str, rows: "list[tuple[str, str]] | tuple[tuple[str, str], ...]") -> str:
    return "\n".join([f"| {first} | {second} |", "|---|---|", *(f"| {one} | {other} |" for one, other in rows), ""])
