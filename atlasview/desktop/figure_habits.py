"""How the last figure was saved, for the next one: kept in the settings as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import (
    COARSEST,
    DEFAULT,
    FINEST,
    FORMATS,
    LARGEST_TEXT,
    NARROWEST,
    PRESETS,
    SMALLEST_TEXT,
    USUAL_DPI,
    WIDEST,
    Preset,
)
from atlasview.figures.style import PARTS

_FORMS = ("svg", "pdf")


@dataclass(frozen=True, slots=True)
class FigureHabits:
    """What does not belong to one figure: size, text, parts left out, formats, resolution. A letter and a height do."""

    preset: Preset = DEFAULT
    width: float | None = None
    text: float | None = None
    without: frozenset[str] = frozenset()
    forms: tuple[str, ...] = _FORMS
    dpi: float = USUAL_DPI

    @classmethod
    def of(cls, request: FigureRequest, forms: tuple[str, ...], dpi: float) -> "FigureHabits":
        """The habits that an order shows."""
        return cls(request.preset, request.width, request.text, request.without, forms, dpi)

    def applied(self, request: FigureRequest) -> FigureRequest:
        """A request for another figure, as the last one was made."""
        return replace(request, preset=self.preset, width=self.width, text=self.text, without=self.without)

    def as_data(self) -> dict[str, Any]:
        """What is kept."""
        return {
            "preset": self.preset.name,
            "width": self.width,
            "text": self.text,
            "without": sorted(self.without),
            "formats": list(self.forms),
            "dpi": self.dpi,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "FigureHabits":
        """The habits that were kept; where a part of them cannot be, the usual one."""
        return cls(
            PRESETS.get(str(data.get("preset")), DEFAULT),
            _number(data.get("width"), NARROWEST, WIDEST),
            _number(data.get("text"), SMALLEST_TEXT, LARGEST_TEXT),
            frozenset(_among(data.get("without"), PARTS)),
            tuple(_among(data.get("formats"), FORMATS)) or _FORMS,
            _number(data.get("dpi"), COARSEST, FINEST) or USUAL_DPI,
        )


def _number(value: Any, least: float, most: float) -> float | None:
    fits = isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most
    return float(value) if fits else None


def _among(values: Any, known: Any) -> list[str]:
    """Those that are known, in their usual order."""
    return [name for name in known if isinstance(values, list) and name in values]


USUAL = FigureHabits()
"""Before the first figure."""
