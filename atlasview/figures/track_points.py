"""What stands in the tracks of single residues: signs with their names where there is room, else a density."""

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from atlasview.figures.glyphs import sign
from atlasview.figures.isoforms import Placed
from atlasview.figures.lettering import behind
from atlasview.figures.marks import Mark, Measure, Rect, Shape, Text
from atlasview.figures.scale import Scale
from atlasview.figures.style import FigureStyle
from atlasview.figures.track_density import COLUMN, centres_in_view, density_mark
from atlasview.figures.track_rows import POINT_PITCH, POINT_RADIUS, Item, Row, lanes_that_fit, point_lanes

BETWEEN = ", "
"""Between the names of signs that stand together."""
_NAMED_TOGETHER = 3
_WIDEST = 1.3
_GAP = 3.0
_CLEAR = 8.0
"""Between a sign and a name, and between a name and another's, in pixels."""
_BESIDE = 1.5
"""No sign reaches so near to a name."""
_CHANGES = frozenset({"VARIANT", "MUTAGEN"})
_CHANGE = re.compile(r"[A-Z] ?-> ?([A-Z])(?![A-Za-z])")


def point_marks(row: Row, scale: Scale, sequence: str, style: FigureStyle, measure: Measure) -> Iterator[Mark]:
    """Signs in as many lanes as the row has room for; where they do not fit, how many there are along the line."""
    centres = centres_in_view(row, scale)
    if len(centres) * COLUMN * style.unit > scale.width:
        yield density_mark(row, centres, scale, style)
        return
    visible = row.in_view(scale)
    if not visible:
        return
    if max(point_lanes(visible, scale, style)) >= lanes_that_fit(row, style):
        yield density_mark(row, centres, scale, style)
        return
    groups = _groups(visible, scale, style)
    yield from _signs(row, groups, scale, style)
    yield from _names(row, groups, scale, sequence, style, measure)


def point_name(placed: Placed, sequence: str) -> str:
    """`Y401`; the change where the feature is one: `V138I`, `K24del`."""
    residue = f"{sequence[placed.start - 1 : placed.start]}{placed.start}"
    change = _CHANGE.match(placed.feature.description) if placed.feature.type in _CHANGES else None
    if change and placed.start == placed.end:
        return f"{residue}{change.group(1)}"
    if change is None and placed.feature.type in _CHANGES and placed.feature.description.startswith("Missing"):
        return f"{residue}del"
    return residue


def _signs(row: Row, groups: Sequence[Sequence[Item]], scale: Scale, style: FigureStyle) -> Iterator[Mark]:
    """The signs of each group stacked about the middle of the row."""
    radius, unit = POINT_RADIUS * style.unit, style.unit
    for group in groups:
        lanes = point_lanes(group, scale, style)
        first = row.top + (row.height - max(lanes) * POINT_PITCH * unit) / 2
        for each, lane in zip(group, lanes, strict=True):
            y = first + lane * POINT_PITCH * unit
            shapes: list[Shape] = []
            if (line := _line(each, scale, style)) is not None:
                shapes.append(Rect(line[0], y - unit, line[1] - line[0], 2 * unit, each.plain))
            shapes += sign(each.shape, _drawn_at(each, scale, style), y, radius, each.ink, unit)
            yield Mark(each.name, tuple(shapes), each.target)


def _names(
    row: Row, groups: Sequence[Sequence[Item]], scale: Scale, sequence: str, style: FigureStyle, measure: Measure
) -> Iterator[Mark]:
    """`Y401` behind a sign, else before it, `N232, N233` at two that stand together, where the line is free."""
    size, taken = style.small, scale.left
    texts: list[Shape] = []
    ends = [_ends(group, scale, style) for group in groups]
    after = [low for low, _ in ends[1:]] + [scale.left + scale.width - _BESIDE * style.unit]
    for group, (low, high), free in zip(groups, ends, after, strict=True):
        names = list(dict.fromkeys(point_name(each.placed, sequence) for each in group))
        text = BETWEEN.join(names)
        width = measure(text, size, 400) if len(names) <= _NAMED_TOGETHER else scale.width
        x = high if high + width <= free else low - width if taken + width <= low else None
        taken = high
        if x is not None:
            name = Text(x, row.top + row.height / 2 + size * 0.36, text, size, style.muted)
            texts += (behind(name, style, measure, _BESIDE), name) if style.furniture else (name,)
            taken = max(high, x + width + _CLEAR * style.unit)
    if texts:
        yield Mark(f"{row.track.key}-names", tuple(texts))


def _groups(visible: Sequence[Item], scale: Scale, style: FigureStyle) -> list[list[Item]]:
    """Features whose signs would touch, together; from left to right."""
    reach = POINT_RADIUS * style.unit * 1.1
    groups: list[list[Item]] = []
    end = 0.0
    for x, each in sorted(((_middle(each, scale), each) for each in visible), key=itemgetter(0)):
        if groups and x - reach <= end:
            groups[-1].append(each)
        else:
            groups.append([each])
        end = x + reach
    return groups


def _line(each: Item, scale: Scale, style: FigureStyle) -> tuple[float, float] | None:
    """The ends of the line under a sign that stands for a range longer than it; None for others."""
    x, width = scale.box(each.start, each.end)
    return (x, x + width) if each.end > each.start and width > 2.6 * POINT_RADIUS * style.unit else None


def _ends(group: Sequence[Item], scale: Scale, style: FigureStyle) -> tuple[float, float]:
    """Between what no name stands: the signs of a group and their lines, with a gap."""
    places = [_drawn_at(each, scale, style) for each in group]
    radius, gap = POINT_RADIUS * 1.1 * style.unit, _GAP * style.unit
    lines = [line for each in group if (line := _line(each, scale, style)) is not None]
    low = min([min(places) - radius, *(line[0] for line in lines)])
    return low - gap, max([max(places) + radius, *(line[1] for line in lines)]) + gap


def _drawn_at(each: Item, scale: Scale, style: FigureStyle) -> float:
    """The middle of a sign, which stays inside of the track."""
    edge = POINT_RADIUS * style.unit * _WIDEST
    return min(max(_middle(each, scale), scale.left + edge), scale.left + scale.width - edge)


def _middle(each: Item, scale: Scale) -> float:
    return scale.middle((each.start + each.end) / 2)
