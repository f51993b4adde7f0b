"""A person without a plan types, opens and presses anything. The window goes on, and nothing is a bug."""

import random

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.suggestions import suggestions
from atlasview.bundled import starter_atlas
from atlasview.records.place import Place
from tests.journeys.sitting import Sitting

TYPED = (
    "il2",
    "'",
    '"*',
    "AND OR NOT",
    "%_\\",
    "a" * 5000,
    "日本語",
    "IL7R p.S185C",
    "cell:",
    "\t;--",
    "ß",
    "HGNC:",
    " ",
)
KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_End,
    Qt.Key.Key_Home,
    Qt.Key.Key_Right,
    Qt.Key.Key_F6,
    Qt.Key.Key_Plus,
)
ACTIONS = (
    "back",
    "forward",
    "new-tab",
    "close-tab",
    "reopen-tab",
    "next-tab",
    "side-panel",
    "search",
    "text-larger",
    "text-smaller",
    "theme-dark",
    "theme-light",
    "next-pane",
    "history",
    "results",
    "copy",
    "copy-address",
)


class Wanderer:
    """Does one thing after another, by chance and always the same for a seed."""

    def __init__(self, person: Sitting, places: list[Place], seed: int) -> None:
        self._person = person
        self._places = places
        self._chance = random.Random(seed)
        self._deeds = (self._types, self._opens, self._chooses, self._presses, self._resizes, self._scrolls)

    def wander(self, steps: int) -> None:
        leaving = QTimer()
        leaving.timeout.connect(_leave_what_stands_before_the_window)
        leaving.start(50)
        for _ in range(steps):
            self._chance.choice(self._deeds)()
            QApplication.processEvents()
            if self._chance.random() < 0.3:
                self._person.rests(self._chance.randint(1, 60))

    def _types(self) -> None:
        field = self._person.part("search-field")
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.setText("")
        field.insert(self._chance.choice(TYPED))
        field.textEdited.emit(field.text())

    def _opens(self) -> None:
        for page in self._person.pages():
            page.place_requested.emit(self._chance.choice(self._places), self._chance.random() < 0.2)

    def _chooses(self) -> None:
        action = self._person.action(self._chance.choice(ACTIONS))
        if action.isEnabled():
            action.trigger()

    def _presses(self) -> None:
        self._person.presses(self._chance.choice(KEYS))

    def _resizes(self) -> None:
        self._person.window.resize(self._chance.randint(480, 1600), self._chance.randint(360, 1000))

    def _scrolls(self) -> None:
        for page in self._person.pages():
            page.show_section(self._chance.choice(("Cells", "Protein", "Citations", "Overview", "nothing")))


def _leave_what_stands_before_the_window() -> None:
    """A dialog or a menu that a key has opened waits for an answer; nobody gives one here."""
    before = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    if before is not None:
        before.close()


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_the_window_takes_whatever_comes(person, soak, caplog):
    with AtlasReader(starter_atlas()) as reader:
        places = [Place(hit.kind, hit.id) for hit in suggestions(reader)]

    def sit():
        person.waits_for_page("IL21")
        person.saves_to(None)
        Wanderer(person, places, seed=21).wander(3000 if soak else 80)
        assert person.window.isVisible()
        assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []

    assert person.at("IL21", does=sit) == 0
