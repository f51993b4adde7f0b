"""Real proteins of the starter atlas, and the widths of real letters."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from atlasview.figures.marks import Measure
from atlasview.records.profile import GeneProfile, ProteinDetail
from atlasview.render.fonts import export_family, measure_for
from tests.desktop.reading import read


@pytest.fixture
def measure(qapp: QApplication) -> Measure:
    """Widths of texts in the family that files are set in."""
    return measure_for(export_family())


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
