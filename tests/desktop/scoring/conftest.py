"""The dialog for scores in the real window, and what a person does with it first."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atlasview.desktop.scoring.dialog import ScoringDialog
from tests.desktop.building.parts import until
from tests.desktop.building.test_dialog import drop
from tests.desktop.scoring.parts import (
    looked_at,
)
from tests.desktop.showing import settle

_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(session, tmp_path) -> ScoringDialog:
    session.window.actions_by_id["score-cells"].trigger()
    (dialog,) = session.window.findChildren(ScoringDialog)
    dialog.form.resamples.choose("200")
    return dialog


@pytest.fixture
def take_in(qtbot, dialog):
    """Drops files on the dialog, and waits until it is known what is in them."""

    def run(*paths: Path) -> None:
        assert drop(dialog.files, *paths)
        looked_at(qtbot, dialog.scorer)
        settle()

    return run


@pytest.fixture
def compute(qtbot, dialog):
    """Clicks on Compute, and waits for the end."""

    def run() -> None:
        assert dialog.compute.isEnabled(), dialog.compute.accessibleDescription()
        QTest.mouseClick(dialog.compute, _LEFT)
        assert dialog.scorer.running
        until(qtbot, lambda: not dialog.scorer.running)
        settle()

    return run
