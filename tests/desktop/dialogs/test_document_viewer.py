"""The JSON of a page in its viewer: the same as the command line prints."""

import shlex

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from atlasview import cli


@pytest.mark.parametrize("place", ["IL21", "P16871", "CL:0002038", "GO:0005125", "PMID:11081504"])
def test_it_is_what_the_command_below_it_prints(qtbot, begin, asked, capsys, place):
    session = begin(place=place)
    session.window.actions_by_id["document"].trigger()
    viewer = session.window.findChild(QDialog, "document-viewer")
    qtbot.waitUntil(lambda: viewer.text != "", timeout=15_000)
    program, *words = shlex.split(viewer.command)
    assert program == "atlasview" and cli.main(words) == 0
    assert viewer.text == capsys.readouterr().out
    with qtbot.waitSignal(session.desk.exporting.saved, timeout=15_000) as saved:
        viewer.save.click()
    assert saved.args[0].suffix == ".json"
    assert saved.args[0].read_text(encoding="utf-8") == viewer.text
    viewer.close()


def test_it_finds_counts_and_copies(qtbot, session):
    session.window.actions_by_id["document"].trigger()
    viewer = session.window.findChild(QDialog, "document-viewer")
    qtbot.waitUntil(lambda: viewer.text != "", timeout=15_000)
    qtbot.keyClicks(viewer.search, "Q9HBE4")
    assert viewer.view.textCursor().selectedText() == "Q9HBE4"
    first = viewer.view.textCursor().position()
    qtbot.keyClick(viewer, Qt.Key.Key_F3)
    assert viewer.view.textCursor().position() > first
    assert viewer._found.text() == f"{viewer.text.count('Q9HBE4')} times"
    viewer._copy.click()
    assert QGuiApplication.clipboard().text() == viewer.text
    viewer.close()
