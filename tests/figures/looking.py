"""Looks at figures as a reader would: does anything leave the sheet, do texts run into each other."""

from collections.abc import Iterator
from itertools import combinations

from atlasview.figures.marks import Figure, Mark, Measure, Rect, Text, bounds
from atlasview.figures.style import FigureStyle

SCREEN = FigureStyle(text=12.0, small=11.3, title=13.3, row=20.0, lane=22.0, gap=8.0, furniture=False, ground="#FFFFFF")
"""Sizes of the window at the default text size."""

Box = tuple[float, float, float, float]

_SLACK = 0.6


def texts(figure: Figure) -> list[str]:
    """Every text in drawing order."""
    return [shape.text for shape in figure.shapes() if isinstance(shape, Text)]


def marks_named(figure: Figure, beginning: str) -> list[Mark]:
    """Marks whose name begins so."""
    return [mark for mark in figure.marks if mark.name.startswith(beginning)]


def text_box(text: Text, measure: Measure) -> Box:
    """Left, top, right, bottom of the letters."""
    width = measure(text.text, text.size, text.weight)
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return left, text.y - text.size * 0.72, left + width, text.y + text.size * 0.16


def outside(figure: Figure, measure: Measure) -> list[str]:
    """What leaves the sheet."""
    found = []
    for mark in figure.marks:
        for shape in mark.shapes:
            box = text_box(shape, measure) if isinstance(shape, Text) else bounds(shape)
            assert box is not None
            left, top, right, bottom = box
            if left < -_SLACK or top < -_SLACK or right > figure.width + _SLACK or bottom > figure.height + _SLACK:
                found.append(f"{mark.name}: {shape}")
    return found


def colliding(figure: Figure, measure: Measure) -> list[tuple[str, str]]:
    """Pairs of texts that run into each other."""
    boxes = [(text_box(shape, measure), shape.text) for shape in figure.shapes() if isinstance(shape, Text)]
    return [(one, other) for (a, one), (b, other) in combinations(boxes, 2) if _touch(a, b)]


def overfull(figure: Figure, measure: Measure) -> Iterator[str]:
    """Texts that are wider than the bar they stand in."""
    for mark in figure.marks:
        bars = [shape for shape in mark.shapes if isinstance(shape, Rect) and shape.paint.fill]
        for text in (shape for shape in mark.shapes if isinstance(shape, Text) and shape.weight == 600 and bars):
            left, _, right, _ = text_box(text, measure)
            if not any(bar.x - _SLACK <= left and right <= bar.x + bar.width + _SLACK for bar in bars):
                yield f"{mark.name}: {text.text}"


def _touch(a: Box, b: Box) -> bool:
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    return across > _SLACK and down > _SLACK
