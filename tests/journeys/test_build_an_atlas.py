"""A person makes an atlas of what databases publish, with the network cut off, opens it and finds a gene in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from atlasview.commands.self_test.network import NetworkGuard
from atlasview.desktop.dialogs.save_file import SaveFile
from tests.desktop.building.parts import PATIENCE, small_files


@pytest.fixture
def cut_off():
    guard = NetworkGuard()
    yield guard
    guard.stop()
    assert guard.tried == []


@pytest.mark.usefixtures("cut_off")
def test_builds_it_opens_it_and_comes_back_to_it(person, tmp_path, monkeypatch):
    folder, target = small_files(tmp_path / "files"), tmp_path / "mine.atlas"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    monkeypatch.setattr(SaveFile, "ask", classmethod(lambda *_: target))

    def sit():
        person.waits_for_page("")
        person.chooses("build-atlas")
        dialog = person.waits_for("build-dialog")
        person.clicks("Add a folder")
        person.waits(lambda: "3 files recognised" in person.reads("build-files-panel"), PATIENCE)
        person.clicks("Change where the atlas is saved")
        dialog.build.click()
        person.waits(lambda: person.sees("build-report"), PATIENCE)
        assert "is built" in person.reads("build-report-head")
        person.clicks("Open the atlas")
        person.waits(lambda: not dialog.isVisible() and bool(person.pages()), PATIENCE)
        person.searches("cd127")
        person.presses(Qt.Key.Key_Return)
        person.waits_for_page("IL7R")

    assert person.at(does=sit) == 0
    assert target.is_file()

    def come_back():
        person.waits_for_page("IL7R")
        person.chooses("switch-atlas")
        person.waits_for("atlas-switcher").close()

    assert person.at(does=come_back) == 0
