"""The dialog that builds, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atlasview.desktop.building.dialog import BuildDialog
from tests.desktop.building.parts import drop, until
from tests.desktop.showing import settle


@pytest.fixture
def dialog(session) -> BuildDialog:
    session.window.actions_by_id["build-atlas"].trigger()
    (dialog,) = session.window.findChildren(BuildDialog)
    return dialog


@pytest.fixture
def take_in(qtbot, dialog):
    """Drops files on the dialog, and waits until it is known what they are."""

    def run(*paths: Path) -> None:
        assert drop(dialog.files, *paths)
        until(qtbot, lambda: not dialog.builder.looking)
        settle()

    return run


@pytest.fixture
def build(qtbot, dialog):
    """Clicks on Build, and waits for the end."""

    def run() -> None:
        QTest.mouseClick(dialog.build, Qt.MouseButton.LeftButton)
        assert dialog.builder.running
        until(qtbot, lambda: not dialog.builder.running)
        settle()

    return run
