"""Draws the pictures of the user guide off screen: python make/pictures.py [NAME ...].

The window is real, 1440 x 900, on the starter atlas; look at each picture before it is kept.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest

from atlasview import app
from atlasview.bundled import starter_atlas
from atlasview.desktop.session import Session

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "guide" / "images"
SIZE = (1440, 900)
SETTLED = 1.5


def gene(session: Session) -> None:
    """The page as it opens."""


def section(name: str) -> Callable[[Session], None]:
    """The page at one of its sections."""

    def show(session: Session) -> None:
        tab = session.desk.tabs.current
        assert tab is not None
        assert tab.page is not None
        tab.page.show_section(name)

    return show


def search(session: Session) -> None:
    """The list under the field."""
    session.desk.searching.focus_field()
    QTest.keyClicks(session.window.tools.field, "interleukin 2")


PICTURES: dict[str, tuple[str, str, Callable[[Session], None]]] = {
    "gene-light": ("IL7R", "light", gene),
    "gene-dark": ("IL7R", "dark", gene),
    "cells": ("IL21", "light", section("Cells")),
    "protein": ("IL7R", "light", section("Protein")),
    "citations": ("IL7R", "light", section("Citations")),
    "search": ("IL21", "light", search),
    "cell-type": ("CL:0002038", "light", gene),
}
"""Name of the picture -> place, theme, what is done before it is taken."""


def main(names: list[str]) -> int:
    """Draw those named, else all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        draw(names or list(PICTURES), Path(home))
    return 0


def draw(names: list[str], home: Path) -> None:
    """Draw them as somebody sees them who has settings in this home."""
    for name in names:
        place, mode, prepare = PICTURES[name]
        session = app.build(place=place, atlas=starter_atlas(), home=home)
        session.settings.welcome = False
        session.theme.set_mode(mode)
        session.window.resize(*SIZE)
        session.window.show()
        wait(session)
        prepare(session)
        wait(session)
        session.window.grab().save(str(FOLDER / f"{name}.png"), "PNG")
        session.close()
        print(f"docs/guide/images/{name}.png")


def wait(session: Session) -> None:
    """Let the window come to rest."""
    end = time.monotonic() + SETTLED
    while time.monotonic() < end:
        session.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
