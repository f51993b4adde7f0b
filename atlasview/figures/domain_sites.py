"""What hangs on a domain diagram's line: sugars as signs above, disulfide bonds as brackets below."""

from collections.abc import Callable

from atlasview.figures.domain_bars import slug
from atlasview.figures.feature_kinds import FeatureKind, kind_of
from atlasview.figures.feature_words import feature_hint, target_of
from atlasview.figures.glyphs import BRACKET_WIDTH, bracket, sign
from atlasview.figures.isoforms import Placed
from atlasview.figures.lanes import nest, spread
from atlasview.figures.marks import Line, Mark, Paint, Rect
from atlasview.figures.palette import feature_ink
from atlasview.figures.residues import residue_name
from atlasview.figures.scale import Scale
from atlasview.figures.style import FigureStyle

_FARTHEST = 1.5
_NAMED = 12


def sugar_marks(
    sugars: list[Placed], scale: Scale, top: float, line: Callable[[float], float], sequence: str, style: FigureStyle
) -> list[Mark]:
    """A sign for each glycosylation, moved apart where they are close, one for several where there is no room.

    top   upper edge of the signs; `line(x)` is where a stem ends at that place
    """
    radius = style.lane * 0.2
    groups = _groups(sugars, scale, radius * 2.3)
    wanted = [sum(scale.middle(each.start) for each in group) / len(group) for group in groups]
    places = spread(wanted, radius * 2.3, scale.left + radius, scale.left + scale.width - radius)
    ink = feature_ink("glycosylation")
    paint = Paint(stroke=ink.strong, width=1.3 * style.unit)
    marks = []
    for number, (group, foot, x) in enumerate(zip(groups, wanted, places, strict=True), 1):
        stem = Line(x, top + radius * 2, foot, line(foot), paint)
        first = group[0].feature
        shapes = (stem, *sign(_kind(group[0]).shape, x, top + radius, radius, ink, style.unit))
        name = slug(f"glycosylation {number}")
        marks.append(Mark(name, shapes, target_of(first), _hint(group, sequence)))
    return marks


def bond_marks(
    bonds: list[Placed], scale: Scale, top: float, sequence: str, style: FigureStyle
) -> tuple[list[Mark], float]:
    """A bracket for each disulfide bond, deeper where it spans others; the marks and the height they take."""
    lane = style.lane
    ranges = [(scale.middle(each.start), scale.middle(each.end)) for each in bonds]
    depths = nest([(each.start, each.end) for each in bonds])
    step = lane * 0.27 if max(depths, default=0) < 4 else lane * 0.2
    narrowest = min((high - low for low, high in ranges if high > low), default=scale.width)
    thin = style.unit * (1.0 if narrowest > 6 * style.unit else 0.6)
    ink = feature_ink("disulfide")
    marks = []
    for number, (each, (low, high), depth) in enumerate(zip(bonds, ranges, depths, strict=True), 1):
        deep = lane * 0.3 + depth * step
        half = BRACKET_WIDTH * thin / 2  # a bond at the very end stays whole
        left, right = (min(max(x, scale.left + half), scale.left + scale.width - half) for x in (low, high))
        shapes = bracket(left, right, top, deep, ink, thin)
        reach = Rect(left, top, max(right - left, 0.1), deep, Paint())
        hint = feature_hint(each.feature, each.start, each.end, sequence)
        marks.append(Mark(f"disulfide-{number}", (*shapes, reach), target_of(each.feature), hint))
    return marks, (lane * 0.3 + max(depths) * step + lane * 0.1) if bonds else 0.0


def _groups(sugars: list[Placed], scale: Scale, apart: float) -> list[list[Placed]]:
    """Each alone as long as spreading moves none far, else neighbours of a kind closer than a sign together."""
    wanted = [scale.middle(each.start) for each in sugars]
    places = spread(wanted, apart, scale.left, scale.left + scale.width)
    moved = max((abs(place - want) for place, want in zip(places, wanted, strict=True)), default=0.0)
    if moved <= _FARTHEST * apart:
        return [[each] for each in sugars]
    groups: list[list[Placed]] = []
    for each in sugars:
        alike = bool(groups) and _kind(groups[-1][0]) == _kind(each)
        if alike and scale.middle(each.start) - scale.middle(groups[-1][0].start) < apart:
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _kind(placed: Placed) -> FeatureKind:
    return kind_of(placed.feature.type, placed.feature.description)


def _hint(group: list[Placed], sequence: str) -> tuple[str, ...]:
    if len(group) == 1:
        return feature_hint(group[0].feature, group[0].start, group[0].end, sequence)
    word = _kind(group[0]).word
    names = [residue_name(sequence, each.start) for each in group[:_NAMED]]
    more = f" and {len(group) - _NAMED} more" if len(group) > _NAMED else ""
    return (f"{word} at {len(group)} residues", ", ".join(names) + more)
