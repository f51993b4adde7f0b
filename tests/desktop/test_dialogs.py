from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog, QTextBrowser, QWidget

from atlasview import __version__
from atlasview.desktop.dialogs.about import About
from atlasview.desktop.dialogs.open_atlas import OpenAtlas
from atlasview.desktop.dialogs.save_file import SaveFile
from atlasview.licences import parts


def text_of(window, name):
    return window.findChild(QTextBrowser, f"{name}-text").toPlainText()


@pytest.mark.parametrize(("action", "kind"), [("about", About)])
def test_sheets_open_beside_the_window_once(session, action, kind):
    session.window.actions_by_id[action].trigger()
    session.window.actions_by_id[action].trigger()
    (sheet,) = session.window.findChildren(kind)
    assert sheet.isVisible() and not sheet.isModal()
    assert sheet.accessibleName() == kind.title
    sheet.reject()
    assert not sheet.isVisible()


def test_about_names_versions_and_licences(session):
    session.window.actions_by_id["about"].trigger()
    said = text_of(session.window, "about")
    assert f"AtlasView {__version__}" in said
    assert "no network connection" in said
    for part in parts():
        assert part.name in said and part.version in said and part.licence in said


def test_about_shows_the_text_of_every_licence_and_leads_back(session):
    session.window.actions_by_id["about"].trigger()
    about = session.window.findChild(About)
    for at, part in enumerate(parts()):
        about.follow(QUrl(str(at)))
        assert part.name in about.text.toPlainText()
        assert len(about.text.toPlainText()) > len(part.name) + 100
    about.follow(QUrl("notice"))
    assert "LGPL" in about.text.toPlainText()
    about.follow(QUrl("about"))
    assert f"AtlasView {__version__}" in about.text.toPlainText()


def test_sheets_follow_the_theme(session):
    session.window.actions_by_id["about"].trigger()
    sheet = session.window.findChild(About)
    before = sheet.text.grab().toImage()
    session.theme.set_mode("dark")
    assert sheet.text.grab().toImage() != before


def test_a_name_without_a_suffix_gets_the_suggested_one(qtbot, monkeypatch):
    parent = QWidget()
    qtbot.addWidget(parent)
    answers = iter(["/tmp/x", "/tmp/y.txt", ""])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(answers), ""))
    suggested = Path("/tmp/IL21.fasta")
    assert SaveFile.ask(parent, "t", suggested, "FASTA (*.fasta)") == Path("/tmp/x.fasta")
    assert SaveFile.ask(parent, "t", suggested, "FASTA (*.fasta)") == Path("/tmp/y.txt")
    assert SaveFile.ask(parent, "t", suggested, "FASTA (*.fasta)") is None


def test_choosing_an_atlas_can_be_given_up(qtbot, monkeypatch):
    parent = QWidget()
    qtbot.addWidget(parent)
    answers = iter(["/tmp/x.atlas", ""])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (next(answers), ""))
    assert OpenAtlas.ask(parent, Path("/tmp")) == Path("/tmp/x.atlas")
    assert OpenAtlas.ask(parent, Path("/tmp")) is None
