"""The real window on the real starter atlas, opened once per test and closed after it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from atlasview.desktop.session import Session
from atlasview.desktop.settings import Settings
from atlasview.desktop.theme import Theme

LONGEST = 15_000


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme on the whole application."""
    theme = Theme(mode="light")
    theme.install(qapp)
    yield theme
    theme.deleteLater()


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Session]]:
    """Start a session and wait until something can be read; it ends with the test."""
    sessions: list[Session] = []

    def start(
        place: str = "IL21",
        atlas: Path | None = None,
        theme: str = "light",
        size: tuple[int, int] | None = (1200, 800),
        home: Path | None = None,
    ) -> Session:
        """Without a home nothing is kept and the starter opens; with one, what was kept in it holds for None."""
        settings = Settings(home) if home is not None else Settings(theme=theme)
        if home is None:
            settings.save_folder = settings.atlas_folder = tmp_path
        session = Session(qapp, place, atlas, settings)
        sessions.append(session)
        if size is not None:
            session.window.resize(*size)
        with qtbot.waitSignal(session.settled, timeout=LONGEST):
            session.window.show()
        return session

    yield start
    for session in sessions:
        if isValid(session.window):
            session.close()


@pytest.fixture
def session(begin: Callable[..., Session]) -> Session:
    """A session on the page of IL21."""
    return begin()
