"""A seat at the window for every journey."""

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.sitting import Sitting


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Sitting:
    """Somebody who uses AtlasView."""
    return Sitting(qtbot, monkeypatch)
