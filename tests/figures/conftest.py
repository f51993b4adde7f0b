"""The widths of real letters."""

import pytest
from PySide6.QtWidgets import QApplication

from atlasview.figures.marks import Measure
from atlasview.render.fonts import export_family, measure_for


@pytest.fixture
def measure(qapp: QApplication) -> Measure:
    """Widths of texts in the family that files are set in."""
    return measure_for(export_family())
