"""The lane of the user's own variants below the public ones: a star at each residue, counted apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from atlasview.figures.glyphs import sign
from atlasview.figures.isoforms import Shown, residue_map
from atlasview.figures.marks import Line, Mark, Paint, Shape, Text
from atlasview.figures.palette import variant_ink
from atlasview.figures.residues import grouped, residue_name
from atlasview.figures.scale import Scale
from atlasview.figures.style import FigureStyle
from atlasview.records.own_variant import OwnVariant
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail

OWN = "own:"
"""Begins the target of a star; the residue follows, as with `variant_pins.PIN`."""
_ROWS = 4
_RADIUS = 4.6
_NAMED = 5


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """Own variants by residue of the shown sequence, and how many stand nowhere on it."""

    at: dict[int, tuple[OwnVariant, ...]]
    elsewhere: int

    def said(self) -> str:
        """`Stars: 3 variants of your own, not counted above; 1 more has no place here.`; empty for none."""
        shown = sum(map(len, self.at.values()))
        if not shown and not self.elsewhere:
            return ""
        words = f"Stars: {grouped(shown)} variant{'s' if shown != 1 else ''} of your own, not counted above"
        have = "have" if self.elsewhere > 1 else "has"
        return f"{words}; {grouped(self.elsewhere)} more {have} no place here." if self.elsewhere else f"{words}."


def own_places(
    own: Sequence[OwnVariant], detail: ProteinDetail, view: Shown, residues: Residues | None = None
) -> OwnPlaces:
    """Where own variants stand on the shown sequence, within the part that is drawn."""
    at = residue_map(detail, view)
    found: dict[int, tuple[OwnVariant, ...]] = {}
    lost = 0
    low, high = (residues.start, residues.end) if residues else (1, view.length)
    for one in own:
        position = at(one.isoform, one.position) if one.position else None
        if position is None or not max(low, 1) <= position <= min(high, view.length):
            lost += 1
        else:
            found[position] = (*found.get(position, ()), one)
    return OwnPlaces(dict(sorted(found.items())), lost)


def own_lane(
    places: OwnPlaces, sequence: str, scale: Scale, top: float, style: FigureStyle
) -> tuple[list[Mark], float]:
    """Marks of the lane and its height; stars that would cover each other stand in rows."""
    if not places.at:
        return [], 0.0
    radius, ink = _RADIUS * style.unit, variant_ink("private")
    step = radius * 2.4
    rows: list[float] = []
    stars: list[Mark] = []
    for position, found in places.at.items():
        if not scale.holds(position, position):
            continue
        x = scale.middle(position)
        row = next((row for row, end in enumerate(rows) if x - end >= step), len(rows))
        if row >= _ROWS:
            row = min(range(_ROWS), key=rows.__getitem__)
        if row == len(rows):
            rows.append(x)
        rows[row] = x
        y = top + step * (row + 0.75)
        shapes = sign(ink.shape, x, y, radius, ink, style.unit)
        stars.append(Mark(f"own-{position}", tuple(shapes), f"{OWN}{position}", own_hint(position, found, sequence)))
    height = step * (max(len(rows), 1) + 0.5)
    return [_ground(scale, top, height, style), *stars], height


def _ground(scale: Scale, top: float, height: float, style: FigureStyle) -> Mark:
    """A line that parts the lane from what the sources say, and its name."""
    paint = Paint(stroke=style.hairline, width=min(1.0, style.unit))
    name = Text(
        scale.left - style.small * 0.5, top + height / 2 + style.small * 0.36, "Mine", style.small, style.muted,
        anchor="end",
    )  # fmt: skip
    shapes: tuple[Shape, ...] = (Line(scale.left, top, scale.left + scale.width, top, paint), name)
    return Mark("own-lane", shapes)


def own_hint(position: int, found: Sequence[OwnVariant], sequence: str) -> tuple[str, ...]:
    """Lines of the hover card of a star: residue, changes, whose, consequences."""
    names = list(dict.fromkeys(one.name for one in found))
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    consequences = ", ".join(dict.fromkeys(one.consequence for one in found if one.consequence))
    lines = (residue_name(sequence, position), ", ".join(names[:_NAMED]) + more, "Your own", consequences)
    return tuple(line for line in lines if line)
