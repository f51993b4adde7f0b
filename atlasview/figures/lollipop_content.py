"""What a diagram of variants shows, whatever its width and the part of the protein that is in view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from atlasview.figures.domain_bars import Bar, arranged
from atlasview.figures.domain_legend import class_keys
from atlasview.figures.domains import title_of
from atlasview.figures.feature_words import feature_hint, target_of
from atlasview.figures.isoforms import Shown, shown
from atlasview.figures.lettering import Key
from atlasview.figures.lollipop_axis import Standing, standing
from atlasview.figures.lollipop_heads import pin_hint
from atlasview.figures.lollipop_towers import TOWER, Tower, pins_between, residues_of_tower, tower_hint
from atlasview.figures.own_lane import OWN, OwnPlaces, own_hint, own_places
from atlasview.figures.residues import grouped
from atlasview.figures.scale import Scale
from atlasview.figures.variant_pins import CLASSES, PIN, Pins, pins_of, residue_of
from atlasview.records.own_variant import OwnVariant
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail
from atlasview.records.variant import RECORDS, Variant


@dataclass(frozen=True, slots=True)
class PinContent:
    """Found once, laid out for each width and window.

    height    key of HEIGHTS: what the axis counts
    bars      domains of the line, by their start; `bar_keys` is their legend
    spoken    the diagram in a few sentences for a screen reader
    ends      first and last residue of all that there is to see
    kinds     classes that pins show; `part_kinds` those of any of their variants
    ringed    whether any pin is a hotspot
    """

    view: Shown
    found: Pins
    places: OwnPlaces
    height: str
    bars: tuple[Bar, ...]
    bar_keys: tuple[Key, ...]
    title: str
    spoken: str
    ends: tuple[float, float]
    kinds: frozenset[str]
    part_kinds: frozenset[str]
    ringed: bool
    _standing: dict[int, Standing] = field(default_factory=dict, compare=False)

    def standing(self, together: int) -> Standing:
        """Pins, or towers of so many residues; while a window moves, the same are asked for again."""
        if together not in self._standing:
            self._standing[together] = standing(self.found.pins, together)
        return self._standing[together]

    def bars_between(self, first: float, last: float) -> list[Bar]:
        """The domains of which any residue is in a window."""
        return [bar for bar in self.bars if bar.start <= last and bar.end >= first]

    def hint(self, target: str) -> tuple[str, ...]:
        """Lines of the hover card of a pin, a tower, a star or a domain."""
        above = target.endswith(":above")
        if target.startswith(PIN):
            position = residue_of(target)
            near = pins_between(self.found.pins, position, position)
            return next((pin_hint(pin, self.view.sequence) for pin in near if pin.target == target), ())
        if target.startswith(TOWER):
            first, last = residues_of_tower(target)
            return tower_hint(self.tower(first, last, above))
        if target.startswith(OWN):
            position = residue_of(target)
            return own_hint(position, self.places.at[position], self.view.sequence)
        each = next((bar for bar in self.bars if target_of(bar.placed.feature) == target), None)
        return feature_hint(each.placed.feature, each.start, each.end, self.view.sequence) if each else ()

    def tower(self, first: int, last: int, above: bool) -> Tower:
        """All pins of some residues on one side."""
        tower = Tower(first, min(last, self.view.length), above)
        for pin in pins_between(self.found.pins, first, last):
            if pin.above is above:
                tower.add(pin)
        return tower


def pin_content(
    detail: ProteinDetail,
    variants: Sequence[Variant],
    isoform: str = "",
    residues: Residues | None = None,
    height: str = RECORDS,
    only: Mapping[str, str] | None = None,
    own: Sequence[OwnVariant] = (),
    chain: str = "",
) -> PinContent:
    """The variants of an isoform, or of a part of it; arguments as in `lollipops.lollipop_figure`."""
    view = shown(detail, isoform, chain)
    found = pins_of(variants, detail, view, height, residues, only)
    places = own_places(own, detail, view, residues)
    title = f"Variants of {title_of(detail, view, residues)}"
    length = max(view.length, 1)
    last = min(residues.end, length) if residues else length
    scale = Scale(min(residues.start, last) if residues else 1, last, 0.0, 1.0)
    bars = [bar for bar in arranged(view, scale)[0] if bar.lane == 0] if view.sequence else []
    said = " ".join(filter(None, (f"{title}.", _spoken(found), places.said())))
    kinds = frozenset(pin.kind for pin in found.pins), frozenset(kind for pin in found.pins for kind, _ in pin.parts)
    ends, ringed = (float(scale.first), float(last)), any(pin.hot for pin in found.pins)
    keys = tuple(class_keys(bars))
    return PinContent(view, found, places, height, tuple(bars), keys, title, said, ends, *kinds, ringed)


def _spoken(found: Pins) -> str:
    classes = {kind: sum(1 for pin in found.pins if pin.kind == kind) for kind in CLASSES}
    counted = ", ".join(
        f"{CLASSES[kind].lower()} at {grouped(number)} residue{'s' if number > 1 else ''}"
        for kind, number in classes.items()
        if number
    )
    hot = sum(pin.hot for pin in found.pins)
    hotspots = f" {grouped(hot)} hotspot{'s' if hot > 1 else ''}." if hot else ""
    return f"{found.said()}. {counted[:1].upper()}{counted[1:]}{'.' if counted else ''}{hotspots}".rstrip()
