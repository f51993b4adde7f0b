"""What stands in the tracks of stretches: bars with their names, secondary structure, disulfide bridges."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from atlasview.figures.feature_kinds import kind_of
from atlasview.figures.feature_words import labels_inside
from atlasview.figures.glyphs import bar, bracket, structure
from atlasview.figures.isoforms import Placed
from atlasview.figures.lettering import baseline, behind, first_fitting
from atlasview.figures.marks import Mark, Measure, Paint, Polygon, Rect, Shape, Text
from atlasview.figures.palette import feature_ink, mix, neutral, plain
from atlasview.figures.scale import Scale
from atlasview.figures.style import FigureStyle
from atlasview.figures.track_density import centres_in_view, density_mark, density_words
from atlasview.figures.track_rows import BOND_STEP, Item, Row, lane_step

_SMALLEST = 1.5
_CLOSEST = 2.0
"""Bars that are so many pixels apart on average are drawn one by one."""
_DOT = 0.44
"""Diameter of a turn in heights of the structure's line."""
_SLIM = {"composition": 0.42, "isoforms": 0.36, "structure": 0.5}


def stretch_marks(row: Row, scale: Scale, style: FigureStyle, measure: Measure) -> Iterator[Mark]:
    """One mark for each stretch in view; a name inside where it fits, else beside it where nothing stands."""
    if row.track.key == "structure":
        yield from _structure_marks(row, scale, style)
    elif row.track.key == "disulfides":
        yield from _bond_marks(row, scale, style)
    elif len(centres := centres_in_view(row, scale)) * _CLOSEST * style.unit > scale.width:
        yield density_mark(row, centres, scale, style)
    elif row.folded:
        yield _coverage_mark(row, scale, style)
    else:
        yield from _bar_marks(row, scale, style, measure)


def line_mark(row: Row, scale: Scale, style: FigureStyle) -> Mark:
    """The line that a track's features stand on: the chain for domains, a hairline for the others."""
    chain = row.track.key == "domains"
    thick = style.unit * (4.0 if chain else 1.0)
    middle = row.top + (style.lane if not row.folded and row.track.depth > 1 and chain else row.height) / 2
    colour = mix(neutral(), style.ground, 0.55) if chain else style.hairline
    line = Rect(scale.left, middle - thick / 2, scale.width, thick, Paint(fill=colour))
    return Mark(f"line-{row.track.key}", (line,))


def _coverage_mark(row: Row, scale: Scale, style: FigureStyle) -> Mark:
    """How many stretches lie over each residue, as the steps of one outline; the most of them is the hint."""
    steps: dict[float, int] = {}
    for item in row.in_view(scale):
        start, end = max(item.start, scale.first), min(item.end, scale.last) + 1
        steps[start] = steps.get(start, 0) + 1
        steps[end] = steps.get(end, 0) - 1
    heights, count = [], 0
    for place in sorted(steps):
        count += steps[place]
        heights.append((place, count))
    most, room = max((count for _, count in heights), default=1), row.height - 5 * style.unit
    floor = row.top + row.height - 2 * style.unit
    outlines: list[list[tuple[float, float]]] = []
    for (place, count), (after, following) in pairwise(heights):
        if not count:
            continue
        x, end, top = scale.edge(place), scale.edge(after), floor - room * count / most
        if not outlines or outlines[-1][-1][1] == floor:
            outlines.append([(x, floor)])
        outlines[-1] += [(x, top), (end, top)] if following else [(x, top), (end, top), (end, floor)]
    shapes = tuple(Polygon(tuple(points), row.track.main) for points in outlines)
    return Mark(f"{row.track.key}-density", shapes, hint=(density_words(row, most),))


def _bar_marks(row: Row, scale: Scale, style: FigureStyle, measure: Measure) -> Iterator[Mark]:
    key, unit, small = row.track.key, style.unit, style.small
    step = lane_step(key, style)
    slim = style.lane * _SLIM.get(key, 0.68)
    inset = (style.lane - slim) / 2
    items = row.in_view(scale)
    most = int((row.height - style.lane) / step + 1e-6)
    ends: dict[int, float] = {}
    for item, room_end in zip(items, _next_starts(items, scale), strict=True):
        lane = item.lane
        if lane > most:
            continue
        top = row.top + lane * step
        x, width = scale.box(item.start, item.end, _SMALLEST * unit)
        end = x + width
        if width < small and room_end - end < 2 * small:
            shapes: tuple[Shape, ...] = (Rect(x, top + inset, max(width - unit / 2, unit), slim, item.plain),)
        else:
            x, width = x + unit / 2, width - unit
            named = _named(item, x, top, width, (ends.get(lane, scale.left), room_end), style, measure)
            shapes = (*_bar(item, x, top + inset, width, slim, style), *named)
            end = max(end, *(_end_of(text, measure) for text in named if isinstance(text, Text)), 0.0)
        ends[lane] = end
        yield Mark(item.name, shapes, item.target)


def _named(
    item: Item, x: float, top: float, width: float, room: tuple[float, float], style: FigureStyle, measure: Measure
) -> tuple[Shape, ...]:
    """The name in the bar, behind it, or before it, within `room`; with ground under it on the chain's line."""
    key = kind_of(item.placed.feature.type, item.placed.feature.description).track
    name = _name(item, x, top, width, room[1], style, measure)
    if not name and key != "domains":
        name = _name_before(item, x, top, room[0], style, measure)
    return (*(behind(text, style, measure) for text in name if key == "domains" and text.x > x + width), *name)


def _end_of(text: Text, measure: Measure) -> float:
    return text.x if text.anchor == "end" else text.x + measure(text.text, text.size, text.weight)


def _bar(item: Item, x: float, y: float, width: float, height: float, style: FigureStyle) -> tuple[Shape, ...]:
    if item.shape == "pale":
        unit = style.unit
        paint = _missing(item.ink.strong, style.ground, unit)
        return (Rect(x + unit / 2, y + unit / 2, width - unit, height - unit, paint),)
    if item.placed.feature.type == "VAR_SEQ":
        return (Rect(x, y, width, height, item.plain),)
    shape = "bar" if item.shape in ("circle", "thin-bar") else item.shape
    return bar(x, y, width, height, item.ink, shape, style.unit)


@cache
def _missing(colour: str, ground: str, unit: float) -> Paint:
    """Pale, for what is not there, with an outline that is seen on every ground."""
    return Paint(fill=mix(colour, ground, 0.45), stroke=colour, width=unit)


def _name(
    item: Item, x: float, top: float, width: float, room_end: float, style: FigureStyle, measure: Measure
) -> tuple[Text, ...]:
    size, pad = style.small, style.unit * 5
    line = baseline(top, style.lane, size)
    labels = labels_at(item.placed)
    if kind_of(item.placed.feature.type, item.placed.feature.description).track not in _SLIM:
        text = first_fitting(labels, width - 2 * pad, size, 600, measure)
        if text:
            colour = style.ink if item.shape == "open-bar" else item.ink.on
            return (Text(x + pad, line, text, size, colour, 600),)
    text = first_fitting(labels, room_end - x - width - 2 * pad, size, 400, measure)
    return (Text(x + width + pad, line, text, size, style.muted),) if text else ()


def _name_before(
    item: Item, x: float, top: float, room_start: float, style: FigureStyle, measure: Measure
) -> tuple[Text, ...]:
    size, pad = style.small, style.unit * 5
    text = first_fitting(labels_at(item.placed), x - room_start - 2 * pad, size, 400, measure)
    return (Text(x - pad, baseline(top, style.lane, size), text, size, style.muted, anchor="end"),) if text else ()


def labels_at(placed: Placed) -> tuple[str, ...]:
    """What may be written at a stretch, longest first."""
    if placed.feature.type == "VAR_SEQ":
        return (isoforms_named(placed.feature.description),)
    if placed.feature.type == "COMPBIAS":
        return (placed.feature.description,)
    return labels_inside(placed.feature)


def isoforms_named(description: str) -> str:
    """`Isoform 2, isoform 4` from the words of an isoform difference."""
    inside = description.rpartition("(in ")[2].rstrip(")") if "(in " in description else ""
    return (inside[:1].upper() + inside[1:]).replace(" and ", ", ")


def _next_starts(items: list[Item], scale: Scale) -> list[float]:
    """For each feature, where the next one of its lane begins, or the window ends."""
    ends: dict[int, float] = {}
    right, found = scale.left + scale.width, []
    for item in reversed(items):
        found.append(ends.get(item.lane, right))
        ends[item.lane] = scale.edge(item.start)
    return found[::-1]


def _structure_marks(row: Row, scale: Scale, style: FigureStyle) -> Iterator[Mark]:
    height = style.lane * _SLIM["structure"]
    y = row.top + (row.height - height) / 2
    for item in row.in_view(scale):
        x, width = scale.box(item.start, item.end, _DOT * height if item.shape == "dot" else 2 * style.unit)
        if width < 5 * style.unit and item.shape != "dot":
            slim = height * (0.5 if item.shape == "arrow" else 0.9)
            shapes: tuple[Shape, ...] = (Rect(x, y + (height - slim) / 2, width, slim, item.plain),)
        else:
            shapes = structure(item.shape, x, y, width, height, item.ink, style.unit)
            if item.shape == "capsule":
                shapes = (Rect(x, y, width, height, plain(style.ground)), *shapes)
        yield Mark(item.name, shapes, item.target)


def _bond_marks(row: Row, scale: Scale, style: FigureStyle) -> Iterator[Mark]:
    unit = style.unit
    left, right = scale.left, scale.left + scale.width
    top = row.top + 4 * unit
    for item in row.in_view(scale):
        low, high = scale.middle(item.start), scale.middle(item.end)
        depth = (BOND_STEP * item.lane + 6) * unit
        if low >= left and high <= right:
            shapes = bracket(low, high, top, depth, item.ink, unit if high - low > 5 * unit else unit * 0.6)
        else:
            shapes = tuple(_cut_bracket(low, high, left, right, top, depth, style))
        reach = Rect(max(low, left), top, max(min(high, right) - max(low, left), 0.1), depth, Paint())
        yield Mark(item.name, (*shapes, reach), item.target)


def _cut_bracket(
    low: float, high: float, left: float, right: float, top: float, depth: float, style: FigureStyle
) -> Iterator[Shape]:
    """A bond whose other end is outside the window: its line runs to the edge."""
    colour, thick = feature_ink("disulfide").strong, 1.6 * style.unit
    start, end = max(low, left), min(high, right)
    yield Rect(start, top + depth - thick / 2, end - start, thick, Paint(fill=colour))
    for x in (low, high):
        if left <= x <= right:
            yield Rect(x - thick / 2, top, thick, depth, Paint(fill=colour))
