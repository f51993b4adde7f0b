"""What figures are drawn on from the top downwards."""

from atlasview.figures.lettering import heading, paragraph
from atlasview.figures.marks import Mark, Measure
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

    def words(self, name: str, text: str) -> None:
        """Small muted lines."""
        shapes, height = paragraph(text, 0.0, self.y, self.width, self.style, self.measure)
        self.marks.append(Mark(name, shapes))
        self.y += height
