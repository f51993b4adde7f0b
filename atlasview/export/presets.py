"""Views that can be drawn as files, and the sizes that journals, slides and pages ask for, as data."""

from dataclasses import dataclass, replace

from atlasview.figures.style import FILE, FigureStyle

VIEWS = {
    "domains": "Domain diagram",
    "tracks": "Feature tracks",
    "landscape": "Cell significance",
    "variants": "Variants on the protein",
    "structure": "Gene structure",
    "expression": "Expression",
    "treemap": "Treemap of cell types or pathways",
    "heatmap": "Heat map of genes by cell types",
    "dotplot": "Dot plot of genes by cell types",
    "compare": "Genes of two cell types",
}
"""With what each is called."""

OF_GENES = frozenset({"heatmap", "dotplot"})
"""Views of several genes."""

FORMATS = {"svg": "SVG", "pdf": "PDF", "png": "PNG", "tiff": "TIFF"}
"""Formats of figures by the suffix of their files, with what each is called."""

PIXELS = frozenset({"png", "tiff"})
"""Formats that have a resolution."""

JOURNAL = replace(FILE, title=7.0)
"""No text above 7 pt but the letter of a panel, as journals ask."""

_SLIDE = FigureStyle(text=14.0, small=12.0, title=18.0, letter=18.0, row=20.0, lane=24.0, gap=8.0)
_PAGE = FigureStyle(text=9.0, small=8.0, title=11.0, letter=11.0, row=14.0, lane=16.0, gap=5.0)


@dataclass(frozen=True, slots=True)
class Preset:
    """A size of figures; lengths in mm.

    family  for whom, `column` which of the family's widths; empty where there is one only
    height  the greatest height, None where nothing limits it
    margin  left white on all sides; with a margin the figure stands on a page of exactly that width and height
    least   size in pt that texts should have at the least
    """

    name: str
    family: str
    column: str
    width: float
    height: float | None = None
    margin: float = 0.0
    style: FigureStyle = JOURNAL
    least: float = 5.0

    @property
    def label(self) -> str:
        """What people call it: `Nature, one column`."""
        return ", ".join(part for part in (self.family, self.column) if part)

    @property
    def is_page(self) -> bool:
        """Whether the file has this very height, whatever the figure needs."""
        return self.margin > 0


_ONE, _MIDDLE, _TWO = "one column", "one and a half", "two columns"

PRESETS = {
    preset.name: preset
    for preset in (
        Preset("nature-single", "Nature", _ONE, 89, 170),
        Preset("nature-double", "Nature", _TWO, 183, 170),
        Preset("cell-single", "Cell", _ONE, 85),
        Preset("cell-middle", "Cell", _MIDDLE, 114),
        Preset("cell-double", "Cell", _TWO, 174),
        Preset("pnas-single", "PNAS", _ONE, 87),
        Preset("pnas-middle", "PNAS", _MIDDLE, 114),
        Preset("pnas-double", "PNAS", _TWO, 178),
        Preset("elsevier-single", "Elsevier", _ONE, 90),
        Preset("elsevier-middle", "Elsevier", _MIDDLE, 140),
        Preset("elsevier-double", "Elsevier", _TWO, 190),
        Preset("slide", "Slide 16:9", "", 338.667, 190.5, 12.7, _SLIDE, 10.0),
        Preset("a4", "A4 page", "", 210, 297, 20, _PAGE, 6.0),
        Preset("free", "Free width", "", 183),
    )
}
"""By name, in the order in which they are offered."""

DEFAULT, FREE = PRESETS["nature-double"], PRESETS["free"]

NARROWEST, WIDEST = 20.0, 2000.0
"""Lengths in mm between which a figure can be drawn."""

SMALLEST_TEXT, LARGEST_TEXT = 3.0, 72.0
"""Sizes of text in pt between which a figure can be set."""

COARSEST, FINEST, USUAL_DPI = 72, 2400, 300
"""Dots per inch between which pictures can be made, and what they have unless told."""


def format_of(suffix: str) -> str | None:
    """Key of FORMATS for a file's suffix with its dot, in any case; None for others."""
    word = suffix.casefold().removeprefix(".")
    word = "tiff" if word == "tif" else word
    return word if word in FORMATS else None
