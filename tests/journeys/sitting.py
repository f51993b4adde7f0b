"""Somebody at the window: starts AtlasView through its real `main()`, sees, types, clicks, and closes it again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from atlasview import cli
from atlasview.desktop.dialogs.choose_folder import ChooseFolder
from atlasview.desktop.dialogs.save_file import SaveFile

PATIENCE = 15_000


class Sitting:
    """One sitting, from outside of the window: its parts are found by their fixed names, as a screen reader does."""

    def __init__(self, bot: QtBot, patch: pytest.MonkeyPatch) -> None:
        self._bot = bot
        self._patch = patch

    def at(self, *words: str, does: Callable[[], object]) -> int:
        """Start AtlasView with these words, do something at the window, close it; the exit status of the program."""

        wrong: list[BaseException] = []

        def sit(*_: object) -> int:
            try:
                does()
            except BaseException as error:  # noqa: BLE001 - main() would take it for a bug of the program
                wrong.append(error)
            self.window.close()
            return 0

        self._patch.setattr(QApplication, "exec", sit)
        status = cli.main(list(words))
        if wrong:
            raise wrong[0]
        return status

    @property
    def window(self) -> QWidget:
        """The window of AtlasView."""
        return next(one for one in QApplication.topLevelWidgets() if one.objectName() == "atlasview")

    def part(self, name: str) -> QWidget:
        """The visible part of the window with a name."""
        found = [one for one in self.window.findChildren(QWidget, name) if one.isVisible()]
        assert found, f"there is no {name} to be seen"
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether a part with a name is to be seen."""
        return any(one.isVisible() for one in self.window.findChildren(QWidget, name))

    def reads(self, name: str) -> str:
        """All words of the labels in a part, and what it says to a screen reader."""
        part = self.part(name)
        labels = [one.text() for one in part.findChildren(QLabel) if one.isVisible()]
        return "\n".join([part.accessibleName(), part.accessibleDescription(), *labels])

    def waits_for_page(self, title: str, kind: str = "gene-page") -> QWidget:
        """Wait until the page of something is on the screen."""
        self._wait(lambda: self.sees(kind) and self.part(kind).accessibleName().startswith(title))
        return self.part(kind)

    def waits_for(self, name: str) -> QWidget:
        """Wait until a part is to be seen."""
        self._wait(lambda: self.sees(name))
        return self.part(name)

    def searches(self, text: str) -> list[str]:
        """Type into the search field; the lines of the list, as they are spoken."""
        field = self.part("search-field")
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.clear()
        before = self._told()
        self._bot.keyClicks(field, text)
        self._wait(lambda: self._told() not in ([], before))
        return self._told()

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self._bot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def pages(self) -> list[QWidget]:
        """The pages that are to be seen: one, or none."""
        return [
            one for one in self.window.findChildren(QWidget) if one.objectName().endswith("-page") and one.isVisible()
        ]

    def action(self, name: str) -> QAction:
        """An action of the menus by its name."""
        found = self.window.findChild(QAction, name)
        assert found is not None, f"there is no action {name}"
        return found

    def chooses(self, action: str) -> None:
        """Choose an action of the menus by its name; it must be enabled."""
        assert self.action(action).isEnabled(), f"{action} cannot be chosen"
        self.action(action).trigger()

    def clicks(self, text: str) -> None:
        """Click on the visible button that says something."""
        buttons = [one for one in self.window.findChildren(QAbstractButton) if one.isVisible()]
        button = next(one for one in buttons if text in one.text() or text in one.accessibleName())
        self._bot.mouseClick(button, Qt.MouseButton.LeftButton)

    def saves_to(self, path: Path | None) -> None:
        """What will be answered when the program asks where a file goes, or, for several, into which folder."""
        self._patch.setattr(SaveFile, "ask", classmethod(lambda _cls, *_arguments: path))
        self._patch.setattr(ChooseFolder, "ask", classmethod(lambda _cls, *_arguments: path and path.parent))

    def will_answer(self, does: Callable[[QWidget], object]) -> None:
        """What will be done in the next dialog that stands before the window; it is left when that fails."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(20, look)
                return
            try:
                does(dialog)
            except BaseException:
                dialog.close()
                raise

        QTimer.singleShot(20, look)

    def rests(self, milliseconds: int) -> None:
        """Let the window go on by itself."""
        self._bot.wait(milliseconds)

    def waits(self, until: Callable[[], bool], patience: int = PATIENCE) -> None:
        """Wait until something is so, for so many milliseconds at the most."""
        self._bot.waitUntil(until, timeout=patience)

    def _told(self) -> list[str]:
        rows = self.window.findChild(QListView, "search-results")
        assert rows is not None
        model = rows.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def _wait(self, until: Callable[[], bool]) -> None:
        self._bot.waitUntil(until, timeout=PATIENCE)
