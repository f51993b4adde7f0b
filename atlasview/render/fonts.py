"""Fonts of figures: how wide a text is, which family files are set in, and a Qt that needs no window."""

import os
from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

from atlasview.environment import require_drawing
from atlasview.figures.marks import Measure

FILE_FAMILIES = ("Arial", "Helvetica", "Liberation Sans", "Noto Sans", "DejaVu Sans")
"""Families that files are set in, best first."""

_POINTS_PER_INCH = 72.0
_MEASURED_AT = 100.0


def font_for(family: str, size: float, weight: int = 400, italic: bool = False, dots: float = 0.0) -> QFont:
    """A font whose glyphs stand as they were measured at any size.

    size  in units of the painter; Qt rounds it to whole ones
    dots  dots per inch of the paint device, 0 for the screen's
    """
    font = QFont(family) if family else QFont()
    font.setPointSizeF(max(size, 0.1) * _POINTS_PER_INCH / (dots or _screen_dots()))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setFeature(QFont.Tag("liga"), 0)  # who searches a file for `fi` does not find a ligature
    return font


@cache
def measure_for(family: str) -> Measure:
    """Widths of texts in a family, in the units of their sizes; needs a QGuiApplication."""

    @lru_cache(maxsize=8192)
    def advance(text: str, weight: int) -> float:
        return _metrics(family, weight, _screen_dots()).horizontalAdvance(text) / _MEASURED_AT

    def measure(text: str, size: float, weight: int) -> float:
        return advance(text, weight) * size

    return measure


def export_family() -> str:
    """The family that files are set in: the first of FILE_FAMILIES that is installed, else Qt's default."""
    present = {name.partition(" [")[0] for name in QFontDatabase.families()}  # `Arial [Monotype]` where two made it
    return next((family for family in FILE_FAMILIES if family in present), QFont().family())


def ensure_gui() -> None:
    """Make fonts work where no application runs: creates a QGuiApplication without a display; nothing if one is there.

    Raises environment.LibrariesMissing where the system lacks what Qt needs.
    """
    if QGuiApplication.instance() is None:
        require_drawing()
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _kept.append(QGuiApplication(["atlasview"]))


_kept: list[QGuiApplication] = []
"""Qt's application must outlive all fonts."""


@cache
def _metrics(family: str, weight: int, dots: float) -> QFontMetricsF:
    return QFontMetricsF(font_for(family, _MEASURED_AT, weight, dots=dots))


def _screen_dots() -> float:
    screens = QGuiApplication.screens()
    return screens[0].logicalDotsPerInchY() if screens else 96.0
