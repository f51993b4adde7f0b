"""The window's fonts: the platform's own where it names one, else a readable one that is installed."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

_POINTS = 72.0
_SMALLEST_BASE = 10.0
_GENERIC = frozenset({"", "sans", "sans serif", "sans-serif", "system-ui", "helvetica"})
_TEXT_FAMILIES = ("Inter", "Cantarell", "Ubuntu", "Noto Sans", "Open Sans", "Liberation Sans", "DejaVu Sans")
_FIXED_FAMILIES = ("Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono", "Courier New")


def _installed(families: tuple[str, ...]) -> str:
    present = set(QFontDatabase.families())
    return next((family for family in families if family in present), "")


@cache
def text_family() -> str:
    """Family of the platform's UI font; a good sans where the platform names only a generic or no proportional one."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if system.family().lower() not in _GENERIC and not QFontInfo(system).fixedPitch():
        return system.family()
    return _installed(_TEXT_FAMILIES) or system.family()


@cache
def fixed_family() -> str:
    """Family of the platform's fixed font; an installed one where the platform names only a generic one."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    if system.family().lower() != "monospace":
        return system.family()
    return _installed(_FIXED_FAMILIES) or system.family()


def base_points() -> float:
    """Size of body text in points: the platform's, but never under the design's 10."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return max(_SMALLEST_BASE, system.pointSizeF())


def pixel_size(font: QFont) -> float:
    """Size of a font in device-independent pixels, not rounded."""
    screens = QGuiApplication.screens()
    dots = screens[0].logicalDotsPerInchY() if screens else 96.0
    return font.pointSizeF() * dots / _POINTS


def font(points: float, weight: int, fixed: bool = False) -> QFont:
    """A font of a size in points and a weight of 400, 600 or 700; figures tabular, the fixed one without ligatures."""
    result = QFont(fixed_family() if fixed else text_family())
    result.setPointSizeF(points)
    result.setWeight(QFont.Weight(weight))
    if fixed:
        result.setStyleHint(QFont.StyleHint.Monospace)
        for feature in ("liga", "calt"):
            result.setFeature(QFont.Tag(feature), 0)
    else:
        result.setStyleHint(QFont.StyleHint.SansSerif)
        result.setFeature(QFont.Tag("tnum"), 1)
    return result
