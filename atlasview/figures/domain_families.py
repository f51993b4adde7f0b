"""Families of like bars in a domain diagram, and the letters that lead from the bars to their names in the legend."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from atlasview.figures.domain_bars import Bar
from atlasview.figures.feature_words import family_of
from atlasview.figures.lanes import spread
from atlasview.figures.marks import Line, Mark, Measure, Paint, Shape, Text
from atlasview.figures.scale import Scale
from atlasview.figures.style import FigureStyle

MOST_NAMED = 4
"""Members of a class that the legend names one by one."""

MOST_FAMILIES = 8
"""Families of a larger class that it names; the rest it counts."""

_PITCH = 1.1
_ROW = 1.75


@dataclass(slots=True)
class _Run:
    """Neighbours of one family that share a letter, from `left` to `right`."""

    letter: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def classes(bars: list[Bar]) -> list[list[Bar]]:
    """Bars that look alike, in the order of the first of each."""
    groups: dict[tuple[str, str], list[Bar]] = {}
    for each in bars:
        groups.setdefault((each.kind.ink_key, each.kind.shape), []).append(each)
    return list(groups.values())


def family(each: Bar) -> str:
    """What a bar and its like are called: `Ig-like C2-type`; the class where the source only counts them."""
    name = family_of(each.placed.feature)
    return each.kind.word if name[:1].isdigit() else name


def letters(bars: list[Bar]) -> dict[str, str]:
    """Letter of each family that the legend names and of which a bar has no name inside, by its name.

    A class of one family needs none: its colour says what it is. Nor do few bars, which the legend names with places.
    """
    lettered: list[str] = []
    for group in classes(bars):
        families = list(dict.fromkeys(family(each) for each in group))
        if len(group) > MOST_NAMED and len(families) > 1:
            lettered += [
                name
                for name in families[:MOST_FAMILIES]
                if any(not each.written for each in group if family(each) == name)
            ]
    return dict(zip(dict.fromkeys(lettered), ascii_uppercase, strict=False))


def letter_marks(
    bars: list[Bar], given: Mapping[str, str], scale: Scale, y: float, style: FigureStyle, measure: Measure
) -> tuple[list[Mark], float]:
    """A letter under each run of bars of a family, from `y` downwards; the marks and the height they take.

    Nothing and 0 where not all letters find room.
    """
    size, rise = style.small, style.small * 0.3
    widest = max((measure(letter, size, 400) for letter in given.values()), default=0.0)
    pitch = widest * _PITCH + style.unit
    runs = _runs(bars, given, scale, pitch)
    half = widest / 2
    if not runs or (len(runs) - 1) * pitch + widest > scale.width:
        return [], 0.0
    places = spread([run.middle for run in runs], pitch, scale.left + half, scale.left + scale.width - half)
    paint = Paint(stroke=style.muted, width=style.unit)
    marks = []
    for number, (run, x) in enumerate(zip(runs, places, strict=True), 1):
        gap = min(style.unit, (run.right - run.left) / 4)
        shapes: list[Shape] = [Line(run.left + gap, y, run.right - gap, y, paint)]
        shapes.append(Line(run.middle, y, x, y + rise, paint))
        shapes.append(Text(x, y + rise + size, run.letter, size, style.muted, anchor="middle"))
        marks.append(Mark(f"letter-{number}-{run.letter.lower()}", tuple(shapes)))
    return marks, size * _ROW


def _runs(bars: list[Bar], given: Mapping[str, str], scale: Scale, pitch: float) -> list[_Run]:
    runs: list[_Run] = []
    before = ""
    for each in bars:
        letter = "" if each.written else given.get(family(each), "")
        x, width = scale.box(each.start, each.end)
        if letter and letter == before and x - runs[-1].right < 2 * pitch:
            runs[-1].right = max(runs[-1].right, x + width)
        elif letter:
            runs.append(_Run(letter, x, x + width))
        before = letter
    return sorted(runs, key=lambda run: run.middle)
