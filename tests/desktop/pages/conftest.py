"""Pages on the screen, of places of the starter atlas."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from atlasview.desktop.pages.factory import make_page
from atlasview.desktop.pages.page import Page
from atlasview.desktop.theme import Theme
from tests.desktop.reading import read
from tests.desktop.showing import Stage


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    """Where widgets are shown; they are closed after the test."""
    with Stage() as stage:
        yield stage


@pytest.fixture
def show(stage: Stage, theme: Theme, atlas_path: Path) -> Callable[..., Page]:
    """Show the page of a place, named as on the command line."""

    def page(place: str, width: int = 1300, height: int = 800) -> Page:
        return stage.show(make_page(read(atlas_path, place), theme), width, height)

    return page
