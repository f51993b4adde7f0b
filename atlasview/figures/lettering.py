"""Setting text: the first candidate that fits, wrapping, wrapped legends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atlasview.figures.glyphs import swatch
from atlasview.figures.marks import Measure, Paint, Rect, Shape, Text
from atlasview.figures.palette import Ink
from atlasview.figures.style import FigureStyle

LINE = 1.5
"""Height of a line of small text, in text sizes."""

_STEP = 1.75
_NARROWEST = 0.2
"""Width of the narrowest letters in text sizes: spares measuring what cannot fit."""


def baseline(top: float, height: float, size: float) -> float:
    """Where the baseline of a text lies that stands in the middle of a row."""
    return top + height / 2 + size * 0.36


def behind(text: Text, style: FigureStyle, measure: Measure, beside: float = 3.0) -> Rect:
    """Ground behind a name that stands on a line, so many pixels wider than the name on both sides."""
    pad = beside * style.unit
    width = measure(text.text, text.size, text.weight) + 2 * pad
    return Rect(text.x - pad, text.y - text.size, width, text.size * 1.3, Paint(fill=style.ground))


def first_fitting(texts: Iterable[str], room: float, size: float, weight: int, measure: Measure) -> str:
    """The first text not wider than `room`, empty where none fits."""
    letters = room / (size * _NARROWEST)
    return next((text for text in texts if len(text) <= letters and measure(text, size, weight) <= room), "")


def wrapped(text: str, room: float, size: float, measure: Measure, weight: int = 400) -> list[str]:
    """Lines not wider than `room`, broken at spaces (no-break ones hold); a longer word is broken where it must be."""
    if measure(text, size, weight) <= room:
        return [text]
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if measure(longer, size, weight) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while len(line) > 1 and measure(line, size, weight) > room:
            cut = _longest_head(line, room, size, weight, measure)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line] if line else lines


def paragraph(
    text: str, x: float, y: float, room: float, style: FigureStyle, measure: Measure
) -> tuple[tuple[Shape, ...], float]:
    """Small muted text wrapped into lines from `y` downwards; the shapes and the height taken."""
    size = style.small
    lines = wrapped(text, room, size, measure)
    shapes = tuple(Text(x, y + size * (1.1 + LINE * i), line, size, style.muted) for i, line in enumerate(lines))
    return shapes, len(lines) * size * LINE


def heading(text: str, y: float, room: float, style: FigureStyle, measure: Measure) -> tuple[tuple[Shape, ...], float]:
    """A figure's title in bold lines from `y` downwards; the shapes and the height taken."""
    size = style.title
    lines = wrapped(text, room, size, measure, 600)
    shapes = (Text(0.0, y + size * (1.05 + 1.35 * i), line, size, style.ink, 600) for i, line in enumerate(lines))
    return tuple(shapes), size * 1.35 * len(lines) + style.gap


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of a legend: a shape in its ink, and what it stands for."""

    shape: str
    ink: Ink
    text: str


def legend(
    keys: Sequence[Key],
    x: float,
    y: float,
    room: float,
    style: FigureStyle,
    measure: Measure,
    source: str = "",
    before: str = "",
) -> tuple[tuple[Shape, ...], float]:
    """Entries in lines from `y` downwards; the shapes and the height taken.

    before  words that stand before the first entry; source stands at the right end
    """
    size = style.small
    side, gap, between = size, size * 0.5, size * 1.5
    shapes: list[Shape] = []
    at, line = 0.0, 0
    if before:
        shapes.append(Text(x, y + size * 1.08, before, size, style.muted))
        at = measure(before, size, 400) + between
    for key in keys:
        width = side + gap + measure(key.text, size, 400)
        if at and at + width > room:
            at, line = 0.0, line + 1
        entry, lines = _entry(key, x + at, y + line * size * _STEP, room - at, style, measure)
        shapes += entry
        line += max(lines - 1, 0)
        at = room if lines > 1 else at + width + between
    if source:
        placed, line = _source_line(source, x, y, room, at, line, style, measure)
        shapes += placed
    return tuple(shapes), (line + 1) * size * _STEP if shapes else 0.0


def _entry(key: Key, x: float, y: float, room: float, style: FigureStyle, measure: Measure) -> tuple[list[Shape], int]:
    """The swatch and the words of an entry, which may need several lines; the shapes and the number of lines."""
    size = style.small
    pieces = wrapped(key.text, room - size * 1.5, size, measure)
    shapes: list[Shape] = [*swatch(key.shape, key.ink, x, y + size * 0.2, size, style.unit)]
    for number, piece in enumerate(pieces):
        shapes.append(Text(x + size * 1.5, y + number * size * _STEP + size * 1.08, piece, size, style.muted))
    return shapes, len(pieces)


def _source_line(
    source: str, x: float, y: float, room: float, at: float, line: int, style: FigureStyle, measure: Measure
) -> tuple[list[Shape], int]:
    size = style.small
    lines = wrapped(source, room, size, measure)
    if len(lines) > 1 or at + measure(source, size, 400) > room:
        line += 1 if at else 0
    shapes: list[Shape] = [
        Text(x + room, y + (line + i) * size * _STEP + size * 1.08, text, size, style.muted, anchor="end")
        for i, text in enumerate(lines)
    ]
    return shapes, line + len(lines) - 1


def _longest_head(word: str, room: float, size: float, weight: int, measure: Measure) -> int:
    cut = len(word) - 1
    while cut > 1 and measure(word[:cut], size, weight) > room:
        cut -= 1
    return cut
