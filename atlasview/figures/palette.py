"""Data colours: what fills, outlines and marks mean, read from the design tokens, the same on every ground."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from atlasview.bundled import tokens
from atlasview.figures.marks import Paint

LIGHT_LETTER = "#FFFFFF"
DARK_LETTER = "#14171C"

LINEAGES = {
    "t-cell": "T cell",
    "b-cell": "B cell",
    "natural-killer-innate-lymphoid": "Natural killer and innate lymphoid cells",
    "myeloid": "Myeloid cell",
    "erythroid-megakaryocyte": "Erythroid and megakaryocyte cells",
    "stem-progenitor": "Stem and progenitor cells",
    "other": "Other cells",
}
"""Key of the token table `[lineage]` -> head of a group, in the order in which groups stand."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How one class of things looks: fill or None, outline or None, colour of text on it, name of its shape."""

    fill: str | None
    outline: str | None
    on: str
    shape: str

    @property
    def strong(self) -> str:
        """The colour to draw lines with: the fill, else the outline."""
        return self.fill or self.outline or DARK_LETTER

    def paint(self, width: float = 1.0) -> Paint:
        """Fill with the outline that the tokens ask for."""
        return Paint(fill=self.fill, stroke=self.outline, width=width)


@cache
def feature_ink(kind: str) -> Ink:
    """Ink of a key of `[feature]`."""
    return _ink(tokens()["feature"][kind])


@cache
def lineage_ink(lineage: str) -> Ink:
    """Ink of a key of `[lineage]`; an unknown lineage counts as `other`."""
    table = tokens()["lineage"]
    return _ink(table.get(lineage, table["other"]))


@cache
def variant_ink(significance: str) -> Ink:
    """Ink of a key of `[variant]`; a variant without a class is drawn as a polymorphism."""
    table = tokens()["variant"]
    return _ink(table.get(significance, table["polymorphism"]))


@cache
def plain(colour: str) -> Paint:
    """One paint for all that look alike, so that a painter changes its brush once."""
    return Paint(fill=colour)


def bar_ink() -> Ink:
    """Amounts of which a chart has one kind only: the blue of Okabe and Ito, as of the first lineage."""
    return lineage_ink("t-cell")


def neutral() -> str:
    """The one grey among the data colours."""
    colour: str = tokens()["data"]["neutral"]["fill"]
    return colour


def data_number(name: str) -> float:
    """A number of `[data]`: `tint-alpha`, `below-threshold-alpha`, ..."""
    return float(tokens()["data"][name])


@cache
def readable_on(fill: str) -> str:
    """White or near-black, whichever has the higher contrast on the fill."""
    return max((LIGHT_LETTER, DARK_LETTER), key=lambda letter: contrast(letter, fill))


@cache
def contrast(one: str, other: str) -> float:
    """Contrast of two `#RRGGBB` colours by WCAG 2, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@cache
def mix(colour: str, ground: str, share: float) -> str:
    """The colour that `colour` at opacity `share` gives over `ground`."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def _ink(entry: dict[str, Any]) -> Ink:
    fill = None if entry["fill"] in ("none", "hatch-45") else entry["fill"]
    on = entry.get("on") or (readable_on(fill) if fill else DARK_LETTER)
    return Ink(fill, entry.get("outline"), on, entry.get("shape", "bar"))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else float(((channel + 0.055) / 1.055) ** 2.4)
