"""What hangs on a domain diagram's line: sugars as hexagons above, disulfide bonds as brackets below."""

from collections.abc import Callable

from atlasview.figures.domain_bars import slug
from atlasview.figures.feature_kinds import kind_of
from atlasview.figures.feature_words import feature_hint, target_of
from atlasview.figures.glyphs import bracket, sign
from atlasview.figures.isoforms import Placed
from atlasview.figures.lanes import nest, spread
from atlasview.figures.marks import Line, Mark, Paint, Rect
from atlasview.figures.palette import feature_ink
from atlasview.figures.residues import residue_name
from atlasview.figures.scale import Scale
from atlasview.figures.style import FigureStyle

_FARTHEST = 3.0
_NAMED = 12


def sugar_marks(
    sugars: list[Placed], scale: Scale, top: float, line: Callable[[float], float], sequence: str, style: FigureStyle
) -> list[Mark]:
    """A hexagon for each glycosylation, moved apart where they are close, one for several where there is no room.

    top   upper edge of the hexagons; `line(x)` is where a stem ends at that place
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
        shapes = (stem, *sign("hexagon", x, top + radius, radius, ink, style.unit))
        first = group[0].feature
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
        left, right = max(low, scale.left), min(high, scale.left + scale.width)
        shapes = bracket(left, right, top, deep, ink, thin)
        reach = Rect(left, top, max(right - left, 0.1), deep, Paint())
        hint = feature_hint(each.feature, each.start, each.end, sequence)
        marks.append(Mark(f"disulfide-{number}", (*shapes, reach), target_of(each.feature), hint))
    return marks, (lane * 0.3 + max(depths) * step + lane * 0.1) if bonds else 0.0


def kind_of_sugar(placed: Placed) -> str:
    """`N`, `O`, `C` or `S`: the atom that carries the sugar; `?` where the source does not say."""
    description = placed.feature.description
    return description[0] if description[1:7] == "-linke" else "?"


def _groups(sugars: list[Placed], scale: Scale, apart: float) -> list[list[Placed]]:
    """Each alone as long as spreading moves none far, else neighbours closer than a hexagon together."""
    wanted = [scale.middle(each.start) for each in sugars]
    places = spread(wanted, apart, scale.left, scale.left + scale.width)
    moved = max((abs(place - want) for place, want in zip(places, wanted, strict=True)), default=0.0)
    if moved <= _FARTHEST * apart:
        return [[each] for each in sugars]
    groups: list[list[Placed]] = []
    for each in sugars:
        if groups and scale.middle(each.start) - scale.middle(groups[-1][0].start) < apart:
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _hint(group: list[Placed], sequence: str) -> tuple[str, ...]:
    if len(group) == 1:
        return feature_hint(group[0].feature, group[0].start, group[0].end, sequence)
    word = kind_of(group[0].feature.type).word
    names = [residue_name(sequence, each.start) for each in group[:_NAMED]]
    more = f" and {len(group) - _NAMED} more" if len(group) > _NAMED else ""
    return (f"{word} at {len(group)} residues", ", ".join(names) + more)
