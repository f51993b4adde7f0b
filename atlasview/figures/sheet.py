"""What figures are drawn on from the top downwards."""

from atlasview.figures.chain_ruler import chain_ruler, chain_words
from atlasview.figures.isoforms import Shown
from atlasview.figures.lettering import heading, paragraph
from atlasview.figures.marks import Mark, Measure
from atlasview.figures.scale import Scale, ruler
from atlasview.figures.style import FigureStyle


class Sheet:
    """Marks from the top downwards; `y` is where the next part begins."""

    def __init__(self, width: float, style: FigureStyle, measure: Measure) -> None:
        self.width = width
        self.style = style
        self.measure = measure
        self.y = 0.0
        self.marks: list[Mark] = []

    def title(self, text: str) -> None:
        """Bold lines at the top."""
        shapes, height = heading(text, self.y, self.width, self.style, self.measure)
        self.marks.append(Mark("title", shapes))
        self.y += height

    def rulers(self, view: Shown, scale: Scale) -> None:
        """Numbers of residues, and below them those of the chosen mature chain; the lines end at the first."""
        style = self.style
        if "ruler" in style.without:
            return
        self.marks.append(Mark("ruler", ruler(scale, self.y, style, self.measure)))
        self.y += style.small * 1.6
        if view.numbering.chain is not None:
            numbers = chain_ruler(scale, view.numbering.chain, self.y, style, self.measure)
            self.marks.append(Mark("chain-ruler", numbers))
            self.y += style.small * 1.6

    def remarks(self, view: Shown) -> None:
        """What a second line of numbers counts, and what could not be placed."""
        if view.numbering.chain is not None and "ruler" not in self.style.without:
            self.words("numbering", chain_words(view.numbering.chain))
        if view.note:
            self.words("note", view.note)

    def words(self, name: str, text: str) -> None:
        """Small muted lines."""
        shapes, height = paragraph(text, 0.0, self.y, self.width, self.style, self.measure)
        self.marks.append(Mark(name, shapes))
        self.y += height
