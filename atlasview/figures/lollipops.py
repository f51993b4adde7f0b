"""The variants of a protein as pins over its domains: germline above, somatic below, the class by colour and shape."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from atlasview.figures.domain_bars import bar_marks
from atlasview.figures.domains import chain_mark
from atlasview.figures.lettering import Key, legend
from atlasview.figures.lollipop_content import PinContent, pin_content
from atlasview.figures.lollipop_heads import Side, head_marks, label_marks, lift_of, named_pins, room_for_names
from atlasview.figures.lollipop_towers import (
    Tower,
    is_crowded,
    named_towers,
    pins_between,
    residues_together,
    tower_ink,
    tower_marks,
)
from atlasview.figures.marks import Figure, Line, Mark, Measure, Paint, Shape, Text
from atlasview.figures.own_lane import own_lane
from atlasview.figures.palette import variant_ink
from atlasview.figures.residues import grouped, span
from atlasview.figures.scale import Scale
from atlasview.figures.sheet import Sheet
from atlasview.figures.style import FigureStyle
from atlasview.figures.ticks import number
from atlasview.figures.variant_pins import CLASSES, Pin
from atlasview.records.own_variant import OwnVariant
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail
from atlasview.records.variant import HEIGHTS, RECORDS, Variant

_PLOT = 4.4
"""Height of the higher side in lanes."""
_CUT_NAMED = 12
LABELS = 14
_ZOOM = 1.4
_TRIED = 3
"""For each name that is wanted, so many of the highest look for a place."""


def lollipop_figure(
    detail: ProteinDetail,
    variants: Sequence[Variant],
    width: float,
    style: FigureStyle,
    measure: Measure,
    source: str = "",
    isoform: str = "",
    residues: Residues | None = None,
    height: str = RECORDS,
    only: Mapping[str, str] | None = None,
    labels: int = LABELS,
    own: Sequence[OwnVariant] = (),
    chain: str = "",
) -> Figure:
    """Pins over the line of domains, with axis, ruler, legend, and what is not shown.

    width, source, isoform, residues, chain  as in `domains.domain_figure`
    height    key of HEIGHTS: what the axis counts; an axis that is cut says so, and the number stands at the pin
    only      values of `records.variant.FILTERS` that variants must have
    labels    so many of the highest pins are named, as far as there is room; `own` stand in a lane below, counted apart
    """
    content = pin_content(detail, variants, isoform, residues, height, only, own, chain)
    figure = pin_figure(content, width, style, measure, source, labels)
    marks = (mark._replace(hint=content.hint(mark.target)) if mark.target else mark for mark in figure.marks)
    return replace(figure, marks=tuple(marks))


def pin_figure(
    content: PinContent,
    width: float,
    style: FigureStyle,
    measure: Measure,
    source: str = "",
    labels: int = LABELS,
    window: tuple[float, float] | None = None,
) -> Figure:
    """The diagram for a width; without hints, which `content.hint` gives for a target.

    window  first and last residue in view, with fractions, None for all; the two sides keep their heights
    """
    sheet = _Diagram(width, style, measure, content, window or content.ends)
    if style.furniture and "title" not in style.without:
        sheet.title(content.title)
    if content.view.sequence:
        sheet.diagram(labels)
    sheet.notes(
        {
            "count": sheet.count_words(),
            "own": content.places.said(),
            "cut": sheet.cut_words(),
        }
    )
    sheet.remarks(content.view)
    sheet.notes({"source": source if style.furniture and "source" not in style.without else ""})
    return Figure(width, sheet.y, content.title, content.spoken, tuple(sheet.marks))


def prepare(content: PinContent, width: float, style: FigureStyle) -> None:
    """Count the towers of every size that zooming into a diagram of this width will ask for."""
    first, last = content.ends
    span = last - first + 1
    while together := _together(content, pin_scale(width, style, first, first + span - 1), style):
        content.standing(together)
        span /= _ZOOM


def _together(content: PinContent, scale: Scale, style: FigureStyle) -> int:
    """How many residues stand in one tower, 0 for pins of their own."""
    seen = pins_between(content.found.pins, scale.first, scale.last)
    return residues_together(scale, style) if is_crowded(seen, scale, style) else 0


def pin_scale(width: float, style: FigureStyle, first: float, last: float) -> Scale:
    """Where residues first..last stand on a diagram of a width; the numbers of the axis stand before them."""
    margin = style.small * 3.2
    return Scale(first, last, margin, width - margin - style.small)


def lollipop_keys(kinds: frozenset[str], towers: bool = False) -> list[Key]:
    """The legend: one entry for each class that pins show, or parts of towers."""
    return [
        Key("square-bar", tower_ink(kind), word)
        if towers
        else Key(variant_ink(kind).shape.removesuffix("-dashed-stem"), variant_ink(kind), word)
        for kind, word in CLASSES.items()
        if kind in kinds
    ]


class _Diagram(Sheet):
    """One protein with its pins, or a part of it."""

    def __init__(
        self, width: float, style: FigureStyle, measure: Measure, content: PinContent, window: tuple[float, float]
    ) -> None:
        super().__init__(width, style, measure)
        self.content = content
        self.scale = pin_scale(width, style, *window)
        self.all = content.standing(_together(content, pin_scale(width, style, *content.ends), style))
        self.here = self.all
        if window != content.ends:
            self.here = content.standing(_together(content, self.scale, style)).between(*window)

    def diagram(self, labels: int) -> None:
        """Pins and protein, the lane of own variants, the ruler, the legend."""
        self._pinned(labels)
        self._foot()
        self._keys()

    def _pinned(self, labels: int) -> None:
        """Both sides of pins, the protein between them."""
        style, scale, lane = self.style, self.scale, self.style.lane
        most = {True: self.all.above, False: self.all.below}
        high = {up: lane * _PLOT * most[up] / max(*most.values(), 1) for up in most}
        here = {True: self.here.above, False: self.here.below}
        room = min((high[up] / here[up] for up in most if here[up]), default=0.0)
        lift = 0.0 if self.here.together else lift_of(room, style)
        name_room, top = room_for_names(style), self.y
        if most[True]:
            self.y += name_room + high[True]
        upper = Side(True, self.y, room, self.here.limit, top, lift)
        protein = [
            chain_mark(scale, self.y, style),
            *bar_marks(self.content.bars_between(scale.first, scale.last), scale, self.y, lane, style, self.measure),
        ]
        self.y += lane
        lower = Side(False, self.y, room, self.here.limit, self.y + high[False] + name_room, lift)
        if most[False]:
            self.y += high[False] + name_room
        for side in (upper, lower):
            if here[side.above]:
                self._grid(side, here[side.above])
        self.marks += protein
        for side in (upper, lower):
            self._side(side, labels)

    def _side(self, side: Side, labels: int) -> None:
        """Pins or towers of one side with their names."""
        scale, style = self.scale, self.style
        if self.here.together:
            towers = [tower for tower in self.here.towers if tower.above is side.above]
            marks = tower_marks(towers, side, scale, style)
            named, covered = named_towers(towers, marks, labels * _TRIED)
        else:
            pins = [pin for pin in self.here.pins if pin.above is side.above]
            marks = head_marks(pins, side, scale, style)
            named, covered = named_pins(marks, pins, labels * _TRIED)
        self.marks += marks
        self.marks += label_marks(named, covered, side, scale, style, self.measure, labels)

    def _foot(self) -> None:
        """The lane of own variants, and the ruler."""
        style, places = self.style, self.content.places
        lane_marks, taken = own_lane(places, self.content.view.sequence, self.scale, self.y + style.small * 0.4, style)
        self.marks += lane_marks
        self.y += taken + (style.small * 0.4 if taken else 0.0)
        self.y += style.small * (0.0 if "ruler" in style.without else 0.4)
        self.rulers(self.content.view, self.scale)

    def _keys(self) -> None:
        """The legend of what is drawn."""
        pins = self.content.found.pins
        if "legend" in self.style.without or not pins:
            return
        both = self.all.above and self.all.below
        sides = "above: germline or origin not stated; below: somatic" if both else ""
        counted = HEIGHTS[self.content.height].lower()
        if self.here.together:
            counted += f" of {grouped(self.here.together)} residues together"
        ringed = "ringed: hotspot, where tumours gather changes"
        rings = ringed if self.content.ringed and not self.here.together else ""
        words = "; ".join(filter(None, (f"Height: {counted}", sides, rings)))
        kinds = self.content.part_kinds if self.here.together else self.content.kinds
        keys = [*lollipop_keys(kinds, towers=self.here.together > 0), *self.content.bar_keys]
        shapes, taken = legend(keys, 0.0, self.y, self.width, self.style, self.measure)
        self.marks.append(Mark("legend", shapes))
        self.y += taken
        self.words("axis-words", f"{words}.")

    def notes(self, named: Mapping[str, str]) -> None:
        """Lines of words by their names; empty ones are left out."""
        for name, text in named.items():
            if text:
                self.words(name, text)

    def count_words(self) -> str:
        """How many of the variants are on the diagram, and how many of these stand in its window."""
        said = f"{self.content.found.said()}."
        if self.here is self.all:
            return said
        seen = sum(len(pin.variants) for pin in self.here.pins)
        return f"{said} In view: {grouped(seen)}, at residues {span(round(self.scale.first), round(self.scale.last))}."

    def cut_words(self) -> str:
        """What an axis that does not reach the highest pins says."""
        here = self.here
        if not here.cut():
            return ""
        places: dict[tuple[int, int], list[str]] = {}
        for one in sorted(here.cut(), key=lambda one: (_residues(one), not one.above)):
            side = " below" if not one.above and here.above else ""
            places.setdefault(_residues(one), []).append(f"{grouped(one.height)}{side}")
        named = [f"{span(*residues)}: {' and '.join(heights)}" for residues, heights in places.items()]
        more = f" and {grouped(len(named) - _CUT_NAMED)} more" if len(named) > _CUT_NAMED else ""
        what, at = ("towers", "residues") if here.together else ("pins", "residue")
        words = f"The axis ends at {number(here.limit)}; higher {what} are cut, at {at}"
        return f"{words} {', '.join(named[:_CUT_NAMED])}{more}."

    def _grid(self, side: Side, most: float) -> None:
        style, size, scale = self.style, self.style.small, self.scale
        paint = Paint(stroke=style.hairline, width=min(1.0, style.unit))
        shapes: list[Shape] = []
        for tick in [tick for tick in self.here.ticks if tick <= most] or [most]:
            y = side.y(tick)
            shapes.append(Line(scale.left, y, scale.left + scale.width, y, paint))
            text = number(tick)
            shapes.append(Text(scale.left - size * 0.5, y + size * 0.36, text, size, style.muted, anchor="end"))
        self.marks.append(Mark(f"axis-{'above' if side.above else 'below'}", tuple(shapes)))


def _residues(one: Pin | Tower) -> tuple[int, int]:
    return (one.first, one.last) if isinstance(one, Tower) else (one.position, one.position)
