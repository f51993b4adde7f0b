"""The real window on the real starter atlas, opened once per test and closed after it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from atlasview.desktop.dialogs.save_file import SaveFile
from atlasview.desktop.panels.exports import Export
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


@pytest.fixture
def asked(monkeypatch):
    """What the dialog was asked with, and what it answers: the suggested path."""
    calls = []

    def ask(_cls, _parent, title, suggested, kinds):
        calls.append((title, suggested, kinds))
        return suggested

    monkeypatch.setattr(SaveFile, "ask", classmethod(ask))
    return calls


@pytest.fixture
def take(qtbot):
    """Has an action done, or something exported from the page, and waits until its file is there; the path."""

    def run(session, what):
        with qtbot.waitSignal(session.desk.exporting.saved, timeout=10_000) as saved:
            _have(session, what)
        return saved.args[0]

    return run


@pytest.fixture
def told(qtbot):
    """Has an action done, and waits until something is said of it; the notice."""

    def run(session, action: str):
        session.window.actions_by_id[action].trigger()
        qtbot.waitUntil(lambda: session.desk.notices.standing != (), timeout=10_000)
        (notice,) = session.desk.notices.standing
        return notice

    return run


@pytest.fixture
def copy(qtbot):
    """The same for what goes onto the clipboard; its data."""

    def run(session, what) -> QMimeData:
        with qtbot.waitSignal(session.desk.exporting.copied, timeout=LONGEST):
            _have(session, what)
        return QGuiApplication.clipboard().mimeData()

    return run


def _have(session: Session, what: str | Export) -> None:
    if isinstance(what, str):
        session.window.actions_by_id[what].trigger()
    else:
        session.desk.tabs.current.page.exits.take_away(what)
