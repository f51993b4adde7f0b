"""The bars of a domain diagram: which features stand on the line, over which others, and what is written in them."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from atlasview.figures.feature_kinds import DOMAIN_LIKE, FeatureKind, kind_of
from atlasview.figures.feature_words import family_of, feature_hint, labels_inside, target_of
from atlasview.figures.glyphs import bar
from atlasview.figures.isoforms import Placed, Shown
from atlasview.figures.lettering import baseline, first_fitting
from atlasview.figures.marks import Mark, Measure, Paint, Rect, Shape, Text
from atlasview.figures.palette import readable_on
from atlasview.figures.scale import Scale
from atlasview.figures.style import FigureStyle

_ALWAYS = DOMAIN_LIKE | {"SIGNAL", "TRANSIT", "TRANSMEM", "INTRAMEM", "MOTIF", "COILED"}
_CHAINS = frozenset({"CHAIN", "PEPTIDE", "PROPEP"})
_SLIM = _CHAINS | {"TOPO_DOM", "COILED"}
_GUEST_SHARE = 0.6
_MOST_LANES = 4
_SMALLEST = 2.0
_PADS = 0.9
"""Room on both sides of a name together, in text sizes."""


@dataclass(slots=True)
class Bar:
    """A feature on the diagram; `guests` are shorter ones drawn over it.

    name     that of its mark; `written` is the text that fitted inside
    """

    placed: Placed
    kind: FeatureKind
    start: int
    end: int
    lane: int = 0
    guests: list["Bar"] = field(default_factory=list)
    is_guest: bool = False
    name: str = ""
    written: str = ""


def arranged(shown: Shown, scale: Scale) -> tuple[list[Bar], int]:
    """Bars with their lanes and guests, left to right, and how many features found no lane."""
    chosen = [_bar_of(placed) for placed in _chosen(shown, scale)]
    chosen.sort(key=lambda each: (each.start - each.end, each.kind.track != "domains", each.start))
    lanes: list[_Lane] = []
    lost = 0
    for each in chosen:
        host = next((host for lane in lanes if (host := _host(each, lane))), None)
        if host is not None:
            host.guests.append(each)
            each.is_guest, each.lane = True, host.lane
            continue
        free = next((lane for lane in lanes if not lane.touching(each)), None)
        if free is None and len(lanes) == _MOST_LANES:
            lost += 1
            continue
        if free is None:
            lanes.append(free := _Lane())
        each.lane = lanes.index(free)
        free.add(each)
    bars = [each for lane in lanes for host in lane.bars for each in (host, *host.guests)]
    return sorted(bars, key=lambda each: (each.start, -each.end)), lost


class _Lane:
    """Bars that do not overlap, by their start."""

    def __init__(self) -> None:
        self.bars: list[Bar] = []
        self._starts: list[int] = []

    def add(self, each: Bar) -> None:
        """Put a bar that touches none into its place."""
        at = bisect_left(self._starts, each.start)
        self._starts.insert(at, each.start)
        self.bars.insert(at, each)

    def touching(self, each: Bar) -> list[Bar]:
        """The bars that share a residue with another one."""
        first = max(bisect_left(self._starts, each.start) - 1, 0)
        last = bisect_right(self._starts, each.end)
        return [other for other in self.bars[first:last] if _overlap(each, other)]


def bar_marks(
    bars: list[Bar], scale: Scale, top: float, step: float, style: FigureStyle, measure: Measure
) -> list[Mark]:
    """One mark for each bar, guests after their hosts; sets `written` on the bars that hold a text."""
    counts: dict[str, int] = {}
    marks = []
    for each in sorted(bars, key=lambda each: (each.start - each.end, each.start)):
        name = each.name = each.name or _name_of(each)
        counts[name] = counts.get(name, 0) + 1
        shapes = _shapes(each, scale, top + each.lane * step, style, measure)
        marks.append(Mark(f"{name}-{counts[name]}", shapes, target_of(each.placed.feature)))
    return marks


def with_hints(marks: list[Mark], bars: list[Bar], sequence: str, source: str) -> list[Mark]:
    """The marks with the lines of their hover cards."""
    hints = {
        target_of(each.placed.feature): feature_hint(each.placed.feature, each.start, each.end, sequence, source)
        for each in bars
    }
    return [Mark(mark.name, mark.shapes, mark.target, hints[mark.target]) for mark in marks]


def _name_of(each: Bar) -> str:
    family = family_of(each.placed.feature)
    return slug(f"{each.kind.word} {family}" if family != each.kind.word else family)


def slug(text: str) -> str:
    """Lower-case words joined by hyphens, for names of groups in files."""
    return "-".join("".join(sign if sign.isalnum() else " " for sign in text.lower()).split())


def _chosen(shown: Shown, scale: Scale) -> list[Placed]:
    here = [placed for placed in shown.placed if scale.holds(placed.start, placed.end)]
    types = {placed.feature.type for placed in shown.placed}
    wanted = set(_ALWAYS)
    if not types & DOMAIN_LIKE:
        wanted |= {"REGION"} | ({"TOPO_DOM"} if "TRANSMEM" in types else _CHAINS)
    return [
        placed
        for placed in here
        if placed.feature.type in wanted
        and kind_of(placed.feature.type, placed.feature.description).track != "composition"
        and not (placed.feature.type in _CHAINS and _is_whole(placed, shown))
    ]


def _is_whole(placed: Placed, shown: Shown) -> bool:
    """A chain of the whole protein says no more than the line does."""
    return placed.feature.type == "CHAIN" and placed.end - placed.start + 1 >= shown.length - 1


def _bar_of(placed: Placed) -> Bar:
    return Bar(placed, kind_of(placed.feature.type, placed.feature.description), placed.start, placed.end)


def _overlap(one: Bar, other: Bar) -> bool:
    return one.start <= other.end and other.start <= one.end


def _host(each: Bar, lane: _Lane) -> Bar | None:
    """The one bar of a lane that a shorter one may stand on: it covers most of it, and no other guest is there."""
    touched = lane.touching(each)
    if len(touched) != 1:
        return None
    host = touched[0]
    length = each.end - each.start + 1
    common = min(host.end, each.end) - max(host.start, each.start) + 1
    if length > _GUEST_SHARE * (host.end - host.start + 1) or common <= length / 2:
        return None
    return None if any(_overlap(each, guest) for guest in host.guests) else host


def _shapes(each: Bar, scale: Scale, top: float, style: FigureStyle, measure: Measure) -> tuple[Shape, ...]:
    height = style.lane
    x, width = scale.box(each.start, each.end, _SMALLEST)
    narrow = width <= style.small * _PADS
    shapes: list[Shape] = []
    if each.is_guest:
        edge = style.unit
        shapes.append(Rect(x - edge, top, width + 2 * edge, height, Paint(fill=style.ground)))
    elif width > 4 * style.unit:
        x, width = x + style.unit / 2, width - style.unit
    shapes += _body(each, x, width, top, style)
    text = None if narrow else _inside_text(each, scale, style, measure)
    if text is not None:
        each.written, at = text
        shapes.append(
            Text(at, baseline(top, height, style.small), each.written, style.small, _on(each, style), 600, "middle")
        )
    return tuple(shapes)


def _body(each: Bar, x: float, width: float, top: float, style: FigureStyle) -> tuple[Shape, ...]:
    height = style.lane
    inset = height * 0.16 if each.placed.feature.type in _SLIM else 0.0
    shape = "bar" if each.kind.shape == "thin-bar" else each.kind.shape
    drawn = bar(x, top + inset, width, height - 2 * inset, each.kind.ink, shape, style.unit)
    if shape != "open-bar":
        return drawn
    # The chain's line must not run through the name inside.
    return (Rect(x, top + inset, width, height - 2 * inset, Paint(fill=style.ground)), *drawn)


def _on(each: Bar, style: FigureStyle) -> str:
    if each.kind.shape == "open-bar":
        return style.ink
    return each.kind.ink.on if each.kind.ink.fill else readable_on(style.ground)


def _inside_text(each: Bar, scale: Scale, style: FigureStyle, measure: Measure) -> tuple[str, float] | None:
    """The longest label that fits the widest part of the bar that no guest covers, and the middle of that part."""
    if each.placed.feature.type in ("SIGNAL", "TRANSIT"):
        return None
    low, width = scale.box(each.start, each.end)
    high, at = low + width, low
    parts = []
    for guest in sorted(each.guests, key=lambda guest: guest.start):
        left, wide = scale.box(guest.start, guest.end, _SMALLEST)
        parts.append((at, left - 1))
        at = left + wide + 1
    left, right = max((*parts, (at, high)), key=lambda part: part[1] - part[0])
    room = right - left - style.small * _PADS
    text = first_fitting(labels_inside(each.placed.feature), room, style.small, 600, measure) if room > 0 else ""
    return (text, (left + right) / 2) if text else None
