"""Real proteins and scores of the starter atlas for the panels, and a stage to show them on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from atlasview.desktop.theme import Theme
from atlasview.records.profile import GeneProfile, ProteinDetail
from tests.desktop.reading import read
from tests.desktop.showing import Stage


@pytest.fixture
def stage(theme: Theme) -> Iterator[Stage]:
    """Where widgets are shown; they are gone before the theme is."""
    with Stage() as stage:
        yield stage


@pytest.fixture(scope="session")
def gene(atlas_path: Path) -> Callable[[str], GeneProfile]:
    """The profile of a gene by its symbol."""

    def find(symbol: str) -> GeneProfile:
        found = read(atlas_path, symbol)
        assert isinstance(found, GeneProfile)
        return found

    return find


@pytest.fixture(scope="session")
def protein(gene: Callable[[str], GeneProfile]) -> Callable[[str], ProteinDetail]:
    """The first protein of a gene by its symbol."""
    return lambda symbol: gene(symbol).proteins[0]
