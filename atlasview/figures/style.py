"""What a figure looks like apart from its data: colours of ink and ground, sizes of text and rows."""

from dataclasses import dataclass, replace

PARTS = ("title", "legend", "ruler", "source")
"""Parts of a figure that it can do without."""


@dataclass(frozen=True, slots=True)
class FigureStyle:
    """Colours and sizes that figures are laid out with.

    Data colours do not belong here: they are the same on every ground.
    `text`, `small`, `title` and `letter` (of a panel, such as "a") are text sizes in units.
    `row` is the height of a chart's row, `lane` of a track.
    `furniture` adds what the screen shows elsewhere and a file needs inside: title, legend, source line.
    `without` names parts that are not wanted all the same, of PARTS.
    `shorter` takes so many units from the height of views whose proportions are free: treemap, comparison.
    """

    ink: str = "#1A1D23"
    muted: str = "#59616D"
    hairline: str = "#DFE2E7"
    axis: str = "#868D99"
    ground: str = "#FFFFFF"
    selection: str = "#DDE1F8"
    text: float = 7.0
    small: float = 6.0
    title: float = 8.0
    letter: float = 8.0
    row: float = 11.0
    lane: float = 13.0
    gap: float = 4.0
    furniture: bool = True
    without: frozenset[str] = frozenset()
    shorter: float = 0.0

    @property
    def unit(self) -> float:
        """Length of one pixel of the design tokens: widths of outlines, radii of corners and signs grow with it."""
        return self.lane / 22.0

    def scaled(self, text: float) -> "FigureStyle":
        """The style with texts of size `text` and all else in proportion, except the letter."""
        share = text / self.text
        names = ("text", "small", "title", "row", "lane", "gap")
        return replace(self, **{name: getattr(self, name) * share for name in names})


FILE = FigureStyle()
"""For files: 7 pt text on white, with title, legend and source line."""
