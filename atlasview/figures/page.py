"""A finished figure on a page: moved to its place, with a letter that names it among the parts of a larger figure."""

from dataclasses import replace

from atlasview.figures.marks import Circle, Figure, Line, Mark, Measure, Polygon, Rect, Shape, Text
from atlasview.figures.style import FigureStyle

_BOLD = 700
_GAP = 0.8


def on_page(figure: Figure, width: float, height: float, margin: float = 0.0) -> Figure:
    """The figure at the upper left of a page of that size in units; a page that is too small grows to hold it."""
    marks = _moved(figure.marks, margin, margin) if margin else figure.marks
    width, height = max(width, figure.width + 2 * margin), max(height, figure.height + 2 * margin)
    return replace(figure, width=width, height=height, marks=marks)


def lettered(figure: Figure, letter: str, style: FigureStyle, measure: Measure) -> Figure:
    """The figure with a bold letter at its upper left: before the title where that leaves it room, else above all."""
    size = style.letter
    step = measure(letter, size, _BOLD) + _GAP * size
    title = next((mark for mark in figure.marks if mark.name == "title"), None)
    lines = [shape for shape in title.shapes if isinstance(shape, Text)] if title else []
    beside = bool(lines) and all(step + measure(line.text, line.size, line.weight) <= figure.width for line in lines)
    down = 0.0 if beside else size * 1.35
    baseline = lines[0].y if beside else size * 1.05
    sign = Mark("panel-letter", (Text(0.0, baseline, letter, size, style.ink, _BOLD),))
    marks = tuple(
        mark for each in figure.marks for mark in _moved((each,), step if beside and each is title else 0.0, down)
    )
    return replace(figure, height=figure.height + down, marks=(sign, *marks))


def _moved(marks: tuple[Mark, ...], right: float, down: float) -> tuple[Mark, ...]:
    if not (right or down):
        return marks
    return tuple(mark._replace(shapes=tuple(_shifted(shape, right, down) for shape in mark.shapes)) for mark in marks)


def _shifted(shape: Shape, right: float, down: float) -> Shape:
    match shape:
        case Line(x1, y1, x2, y2):
            return shape._replace(x1=x1 + right, y1=y1 + down, x2=x2 + right, y2=y2 + down)
        case Polygon(points=points):
            return shape._replace(points=tuple((x + right, y + down) for x, y in points))
        case Rect(x, y) | Circle(x, y) | Text(x, y):
            return shape._replace(x=x + right, y=y + down)
