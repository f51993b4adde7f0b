"""The variants of a protein as pins over its domains: germline above, somatic below, the class by colour and shape."""

from collections.abc import Mapping, Sequence

from atlasview.figures.domain_bars import arranged, bar_marks, with_hints
from atlasview.figures.domains import chain_mark, title_of
from atlasview.figures.isoforms import Shown, shown
from atlasview.figures.lettering import Key, legend
from atlasview.figures.lollipop_heads import Side, head_marks, label_marks
from atlasview.figures.marks import Figure, Line, Mark, Measure, Paint, Shape, Text
from atlasview.figures.own_lane import OwnPlaces, own_lane, own_places
from atlasview.figures.palette import variant_ink
from atlasview.figures.residues import grouped
from atlasview.figures.scale import Scale, whole
from atlasview.figures.sheet import Sheet
from atlasview.figures.style import FigureStyle
from atlasview.figures.ticks import nice_step, number
from atlasview.figures.variant_pins import CLASSES, Pin, Pins, pins_of
from atlasview.records.own_variant import OwnVariant
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail
from atlasview.records.variant import HEIGHTS, RECORDS, Variant

_PLOT = 4.4
"""Height of the higher side in lanes."""
_CLIP_FROM = 3.0
"""An axis is cut where its highest pin is so many times as high as the next ones."""
LABELS = 14


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
    view = shown(detail, isoform, chain)
    found = pins_of(variants, detail, view, height, residues, only)
    places = own_places(own, detail, view, residues)
    title = f"Variants of {title_of(detail, view, residues)}"
    sheet = _Diagram(width, style, measure, found, height)
    if style.furniture and "title" not in style.without:
        sheet.title(title)
    if view.sequence:
        sheet.diagram(view, residues, labels, places)
    sheet.notes({"count": f"{found.said()}.", "own": places.said(), "cut": sheet.cut_words()})
    sheet.remarks(view)
    sheet.notes({"source": source if style.furniture and "source" not in style.without else ""})
    return Figure(width, sheet.y, title, f"{spoken(title, found)} {places.said()}".strip(), tuple(sheet.marks))


def pin_scale(view: Shown, width: float, style: FigureStyle, residues: Residues | None = None) -> Scale:
    """Where residues stand on a diagram of a width; the numbers of the axis stand before them."""
    margin = style.small * 3.2
    return whole(view.length, margin, width - margin - style.small, residues)


def lollipop_keys(pins: Sequence[Pin]) -> list[Key]:
    """The legend: one entry for each class that a pin shows."""
    met = {pin.kind for pin in pins}
    return [
        Key(variant_ink(kind).shape.removesuffix("-dashed-stem"), variant_ink(kind), word)
        for kind, word in CLASSES.items()
        if kind in met
    ]


def spoken(title: str, found: Pins) -> str:
    """The diagram in a few sentences for a screen reader."""
    classes = {kind: sum(1 for pin in found.pins if pin.kind == kind) for kind in CLASSES}
    counted = ", ".join(
        f"{CLASSES[kind].lower()} at {grouped(number)} residue{'s' if number > 1 else ''}"
        for kind, number in classes.items()
        if number
    )
    hot = sum(pin.is_hotspot for pin in found.pins)
    hotspots = f" {grouped(hot)} hotspot{'s' if hot > 1 else ''}." if hot else ""
    return f"{title}. {found.said()}. {counted[:1].upper()}{counted[1:]}{'.' if counted else ''}{hotspots}"


class _Diagram(Sheet):
    """One protein with its pins."""

    def __init__(self, width: float, style: FigureStyle, measure: Measure, found: Pins, height: str) -> None:
        super().__init__(width, style, measure)
        self.pins, self.height = found.pins, height
        self.limit, self.ticks = _axis([pin.height for pin in found.pins])
        self.cut = [pin for pin in found.pins if pin.height > self.limit]

    def diagram(self, view: Shown, residues: Residues | None, labels: int, places: OwnPlaces) -> None:
        """Pins and protein, the lane of own variants, the ruler, the legend."""
        self._pinned(view, residues, labels)
        self._foot(view, residues, places)
        self._keys()

    def notes(self, named: Mapping[str, str]) -> None:
        """Lines of words by their names; empty ones are left out."""
        for name, text in named.items():
            if text:
                self.words(name, text)

    def _pinned(self, view: Shown, residues: Residues | None, labels: int) -> None:
        """Both sides of pins, the protein between them."""
        style, lane = self.style, self.style.lane
        scale = pin_scale(view, self.width, self.style, residues)
        above, below = (
            max((min(pin.height, self.limit) for pin in self.pins if pin.above is up), default=0)
            for up in (True, False)
        )
        room = lane * _PLOT / max(above, below, 1)
        name_room = style.small * 2.0
        top = self.y
        if above:
            self.y += name_room + above * room
        upper = Side(True, self.y, room, self.limit, top)
        bars, _lost = arranged(view, scale)
        bars = [each for each in bars if each.lane == 0]
        marks = with_hints(bar_marks(bars, scale, self.y, lane, style, self.measure), bars, view.sequence, "")
        protein = [chain_mark(scale, self.y, style), *marks]
        self.y += lane
        lower = Side(False, self.y, room, self.limit, self.y + below * room + name_room)
        if below:
            self.y += below * room + name_room
        for side, most in ((upper, above), (lower, below)):
            if most:
                self._grid(side, most, scale)
        self.marks += protein
        for side in (upper, lower):
            heads = head_marks([pin for pin in self.pins if pin.above is side.above], side, scale, style, view.sequence)
            self.marks += heads
            self.marks += label_marks(heads, self.pins, side, scale, style, self.measure, labels)

    def _foot(self, view: Shown, residues: Residues | None, places: OwnPlaces) -> None:
        """The lane of own variants, and the ruler."""
        style, scale = self.style, pin_scale(view, self.width, self.style, residues)
        lane_marks, taken = own_lane(places, view.sequence, scale, self.y + style.small * 0.4, style)
        self.marks += lane_marks
        self.y += taken + (style.small * 0.4 if taken else 0.0)
        self.y += style.small * (0.0 if "ruler" in style.without else 0.4)
        self.rulers(view, scale)

    def _keys(self) -> None:
        """The legend of what is drawn."""
        if "legend" in self.style.without or not self.pins:
            return
        both = {pin.above for pin in self.pins}
        sides = "above: germline or origin not stated; below: somatic" if len(both) == 2 else ""
        ringed = "ringed: hotspot, where tumours gather changes" if any(pin.is_hotspot for pin in self.pins) else ""
        words = "; ".join(filter(None, (f"Height: {HEIGHTS[self.height].lower()}", sides, ringed)))
        shapes, taken = legend(lollipop_keys(self.pins), 0.0, self.y, self.width, self.style, self.measure)
        self.marks.append(Mark("legend", shapes))
        self.y += taken
        self.words("axis-words", f"{words}.")

    def cut_words(self) -> str:
        """What an axis that does not reach the highest pins says."""
        if not self.cut:
            return ""
        named = ", ".join(f"{pin.position}: {grouped(pin.height)}" for pin in self.cut)
        return f"The axis ends at {number(self.limit)}; higher pins are cut, at residue {named}."

    def _grid(self, side: Side, most: float, scale: Scale) -> None:
        style, size = self.style, self.style.small
        paint = Paint(stroke=style.hairline, width=min(1.0, style.unit))
        shapes: list[Shape] = []
        for tick in [tick for tick in self.ticks if tick <= most] or [most]:
            y = side.y(tick)
            shapes.append(Line(scale.left, y, scale.left + scale.width, y, paint))
            text = number(tick)
            shapes.append(Text(scale.left - size * 0.5, y + size * 0.36, text, size, style.muted, anchor="end"))
        self.marks.append(Mark(f"axis-{'above' if side.above else 'below'}", tuple(shapes)))


def _axis(heights: Sequence[int]) -> tuple[float, list[float]]:
    """Where the axis ends and its round numbers; cut where one residue would press all others flat."""
    if not heights:
        return 1.0, [1.0]
    ordered = sorted(heights, reverse=True)
    limit = float(ordered[0])
    typical = ordered[min(len(ordered) - 1, max(1, len(ordered) // 20))]
    if len(ordered) > 2 and limit > _CLIP_FROM * typical and limit > 8:
        limit = max(1.5 * typical, 4.0)
    step = max(nice_step(limit, 4), 1.0)
    limit = step * -(-limit // step)
    return limit, [step * place for place in range(1, int(limit // step) + 1)]
