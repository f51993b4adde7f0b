"""The tracks of a protein: which features stand in which, in which lane, and how high each track is at any zoom."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from atlasview.figures.feature_kinds import TRACKS, kind_of
from atlasview.figures.feature_words import target_of
from atlasview.figures.isoforms import Placed, Shown
from atlasview.figures.lanes import nest, pack
from atlasview.figures.marks import Paint
from atlasview.figures.palette import Ink, plain, variant_ink
from atlasview.figures.scale import Scale
from atlasview.figures.style import FigureStyle

POINTS = frozenset({"sites", "modifications", "variants", "mutagenesis", "conflicts"})
"""Tracks of single residues; the others are of stretches."""

NEVER_FOLDED = frozenset({"disulfides", "structure"})
"""Tracks whose signs say nothing by their number."""

POINT_RADIUS = 4.5
POINT_PITCH = 10.5
BOND_STEP = 6.0
_MOST_LANES = 4
_MOST_OPEN = 14
_WORDS = {"VARIANT": "Variant with disease or effect", "VAR_SEQ": "Isoform difference"}


class Item(NamedTuple):
    """A feature in a track, with all that every frame would otherwise ask again; thousands are made for a page.

    lane  the same at every zoom; points find theirs anew from what is in view
    name, target  of its mark; word is what a legend calls it; plain paints it where it is too small for more
    """

    placed: Placed
    start: int
    end: int
    lane: int
    ink: Ink
    shape: str
    name: str
    target: str
    word: str
    plain: Paint


@dataclass(frozen=True, slots=True)
class Track:
    """Features of one class, by start.

    depth    number of lanes
    centres  middles of the features, ascending; main is the paint that most of them have: what a density needs
    """

    key: str
    label: str
    items: tuple[Item, ...]
    depth: int
    centres: tuple[float, ...]
    main: Paint


@dataclass(frozen=True, slots=True)
class Row:
    """A track with its place on the sheet.

    folded    in one lane, because its lanes do not fit or the person has closed it: a density, or signs that fit
    foldable  whether a click would open or close it
    """

    track: Track
    top: float
    height: float
    folded: bool
    foldable: bool

    def in_view(self, scale: Scale) -> list[Item]:
        """The features of which any residue is in the window."""
        first, last = scale.first, scale.last
        return [item for item in self.track.items if item.start <= last and item.end >= first]


def tracks_of(shown: Shown) -> tuple[Track, ...]:
    """The tracks that hold anything, in the order of TRACKS."""
    found: dict[str, list[Placed]] = {key: [] for key in TRACKS}
    for placed in shown.placed:
        key = kind_of(placed.feature.type, placed.feature.description).track
        if key:
            found[key].append(placed)
    return tuple(_track(key, items, shown) for key, items in found.items() if items)


def rows_of(
    tracks: Sequence[Track],
    scale: Scale,
    top: float,
    style: FigureStyle,
    opened: frozenset[str],
    closed: frozenset[str] = frozenset(),
) -> tuple[Row, ...]:
    """Tracks below each other from `top` on, as high as their lanes need where the whole protein is in view.

    opened, closed  keys of the tracks that the person has unfolded, and folded; others stand as their lanes fit.
                    What she has folded stays so where one lane would do: in a part, with fewer hits of a search
    """
    rows = []
    for track in tracks:
        depth = _point_depth(track, scale, style) if track.key in POINTS else track.depth
        foldable = track.key not in NEVER_FOLDED and (depth > 1 or track.key in closed)
        folded = foldable and (track.key in closed or (depth > _MOST_LANES and track.key not in opened))
        height = style.lane if folded else _height(track.key, min(depth, _MOST_OPEN), style)
        rows.append(Row(track, top, height, folded, foldable))
        top += height + min(1.0, style.unit)
    return tuple(rows)


def point_lanes(items: Sequence[Item], scale: Scale, style: FigureStyle) -> list[int]:
    """Lanes for signs of equal size round the middle of each feature."""
    reach = POINT_RADIUS * style.unit * 1.1
    middles = [scale.middle((item.start + item.end) / 2) for item in items]
    return pack([(middle - reach, middle + reach) for middle in middles])


def lanes_that_fit(row: Row, style: FigureStyle) -> int:
    """How many lanes of points the row has room for."""
    return max(1, int((row.height - 2 * style.unit) / (POINT_PITCH * style.unit)))


def lane_step(key: str, style: FigureStyle) -> float:
    """Distance between two lanes of a track of stretches."""
    return style.lane * (0.62 if key in ("isoforms", "composition") else 0.82)


def has_note(placed: Placed) -> bool:
    """Whether the source says of a variant more than its dbSNP identifier: a disease, an effect, a tumour."""
    description = placed.feature.description
    if ";" not in description:
        return "(" in description and "(in dbSNP:" not in description
    words = description.partition("(")[2].rstrip(").")
    parts = [part.strip().removeprefix("in ") for part in words.split(";")]
    return any(part and not part.startswith("dbSNP:") for part in parts)


def _track(key: str, items: list[Placed], shown: Shown) -> Track:
    label = TRACKS[key]
    if key == "isoforms" and not shown.canonical:
        label = "Differences"
    ranges = [(each.start, each.end) for each in items]
    packed = nest if key == "disulfides" else pack
    lanes = [0] * len(items) if key in POINTS else packed(ranges)
    found = tuple(_item(key, placed, lane) for placed, lane in zip(items, lanes, strict=True))
    centres = tuple(sorted((item.start + item.end) / 2 for item in found))
    paints = {id(item.plain): item.plain for item in found}  # by identity: thousands of a few
    main = paints[Counter(id(item.plain) for item in found).most_common(1)[0][0]]
    return Track(key, label, found, max(lanes) + 1, centres, main)


def _item(key: str, placed: Placed, lane: int) -> Item:
    feature = placed.feature
    kind = kind_of(feature.type, feature.description)
    ink, shape, word = kind.ink, kind.shape, _WORDS.get(feature.type, kind.word)
    if feature.type == "VARIANT" and not has_note(placed):
        ink = variant_ink("polymorphism")
        shape, word = ink.shape, "Variant, no effect stated"
    elif feature.type == "VAR_SEQ" and feature.description.startswith("Missing"):
        shape, word = "pale", "Missing in isoform"
    elif feature.type == "TOPO_DOM":
        word = feature.description.partition(";")[0] or word
    name = f"{key}-{feature.ordinal}"
    return Item(placed, placed.start, placed.end, lane, ink, shape, name, target_of(feature), word, plain(ink.strong))


def _point_depth(track: Track, scale: Scale, style: FigureStyle) -> int:
    """Lanes that the whole protein's points need; not counted where they are far more than could be drawn."""
    if len(track.items) * POINT_RADIUS * 2 * style.unit > _MOST_OPEN * scale.width:
        return _MOST_OPEN + 1
    return max(point_lanes(track.items, scale, style)) + 1


def _height(key: str, lanes: int, style: FigureStyle) -> float:
    if key in POINTS:
        return max(style.lane, (lanes * POINT_PITCH + 3) * style.unit)
    if key == "disulfides":
        return max(style.lane, (lanes * BOND_STEP + 12) * style.unit)
    return style.lane + (lanes - 1) * lane_step(key, style)
