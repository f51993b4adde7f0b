"""What can be asked of a figure's file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from atlasview.export.own_recipe import own_of
from atlasview.export.presets import (
    COARSEST,
    DEFAULT,
    FINEST,
    LARGEST_TEXT,
    NARROWEST,
    PRESETS,
    SMALLEST_TEXT,
    VIEWS,
    WIDEST,
    Preset,
)
from atlasview.figures.feature_kinds import TRACKS
from atlasview.records.own_variant import OwnVariant
from atlasview.records.pattern import KINDS, Pattern
from atlasview.records.place import Residues
from atlasview.records.significance import METRICS
from atlasview.records.trouble import InputRefused
from atlasview.records.variant import HEIGHTS

_WORDS = ("isoform", "context", "dataset", "order", "transcript", "within", "other", "chain")
"""What stands in a recipe under the name that it has in a request, empty where it was not asked for."""


@dataclass(frozen=True, slots=True)
class FigureRequest:
    """What a figure shall show, and at what size.

    view      one of `presets.VIEWS`
    preset    sizes of text and page; `width` and `height` in mm and `text` in pt override its own, None keeps them
    height    the file has it whatever the figure needs; a chart keeps as many of its highest rows as fit
    letter    of a panel, empty for none; `without` names parts of the figure to leave out, of `figures.style.PARTS`
    isoform   id, number or name, empty for the canonical sequence; `residues` is a part of it (domains, tracks,
              variants); of a structure the isoform that the transcript makes, and `residues` those that are marked
    chain     that a second line of numbers counts in: key, name, `mature` for the only one, empty for none (the same)
    opened    keys of `feature_kinds.TRACKS` drawn in full, `closed` of those drawn folded; others as they fit (tracks)
    find      what is looked for in the sequence; its hits get a track of their own (tracks)
    height_by  key of `records.variant.HEIGHTS`; `only` pairs of its FILTERS with what variants have there (variants)
    transcript  id, with or without its version, empty for the first; `scale` of introns, key of `gene_structure.SCALES`
    metric    one of METRICS; `context` (id or label) and `dataset` choose the scores, empty for the first (landscape)
              and of a heat map, dot plot and comparison
    own       variants of the user's own, in the figure and its recipe (variants); empty unless she ticked it
    dataset   also of expression, where `order` is one of `figures.expression_rows.ORDERS`, empty for the first; of a
              landscape one of `figures.landscape_rows.GROUPS`
    order     of a heat map and dot plot one of `figures.heatmap_grid.ARRANGEMENTS`, empty for the first
    within    a lineage; of a cell type `genes`, a pathway or ranks of pathways; empty for the whole (treemap)
    other     identifier of the cell type that the page is compared with (compare)
    genes     their identifiers; `limits` are the ends of the colour scale, None where they follow (heat map, dot plot)
    """

    view: str
    preset: Preset = DEFAULT
    width: float | None = None
    height: float | None = None
    text: float | None = None
    letter: str = ""
    without: frozenset[str] = frozenset()
    isoform: str = ""
    residues: Residues | None = None
    metric: str = "csi"
    context: str = ""
    dataset: str = ""
    order: str = ""
    height_by: str = "records"
    only: tuple[tuple[str, str], ...] = ()
    transcript: str = ""
    scale: str = "introns"
    own: tuple[OwnVariant, ...] = ()
    genes: tuple[str, ...] = ()
    limits: tuple[float, float] | None = None
    within: str = ""
    other: str = ""
    chain: str = ""
    opened: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    find: Pattern | None = None

    @property
    def width_mm(self) -> float:
        """Width of the file in mm."""
        return self.preset.width if self.width is None else self.width


def request_of(recipe: Mapping[str, Any]) -> FigureRequest:
    """What was asked for when the figure with this recipe was drawn; InputRefused where this version cannot draw it."""
    try:
        return _request(recipe["view"], recipe["asked"])
    except (AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise _refused(recipe) from error


def dpi_of(recipe: Mapping[str, Any]) -> float | None:
    """Dots per inch of the figure with this recipe, None where it has none; InputRefused for what is no such number."""
    try:
        return _number(recipe.get("dpi"), COARSEST, FINEST)
    except (TypeError, ValueError) as error:
        raise _refused(recipe) from error


def _refused(recipe: Mapping[str, Any]) -> InputRefused:
    what = "the recipe in the figure is not one that this AtlasView can follow"
    return InputRefused(
        what, f"written by version {recipe.get('program_version', 'unknown')}", "export the figure anew"
    )


def _request(view: Mapping[str, Any], asked: Mapping[str, Any]) -> FigureRequest:
    return FigureRequest(
        view={name: name for name in VIEWS}[view["name"]],
        preset=PRESETS[asked["preset"]],
        width=_number(asked["width"], NARROWEST, WIDEST),
        height=_number(asked["height"], NARROWEST, WIDEST),
        text=_number(asked["text"], SMALLEST_TEXT, LARGEST_TEXT),
        letter=_word(asked["letter"]),
        without=frozenset(asked["without"]),
        residues=_residues(view.get("range")),
        metric={name: name for name in METRICS}[_word(view.get("metric")) or "csi"],
        height_by={name: name for name in HEIGHTS}[_word(view.get("height_by")) or "records"],
        scale=_word(view.get("scale")) or "introns",
        own=own_of(view.get("own") or ()),
        genes=tuple(str(gene) for gene in view.get("genes") or ()),
        limits=_limits(view.get("limits")),
        opened=_tracks(view.get("opened")),
        closed=_tracks(view.get("closed")),
        find=_pattern(view.get("find")),
        **{name: _word(view.get(name)) for name in _WORDS},
        only=tuple(sorted((str(name), str(value)) for name, value in (view.get("only") or {}).items())),
    )


def _word(value: object) -> str:
    if not isinstance(value, str | None):
        raise TypeError(f"no word: {value!r}")
    return value or ""


def _number(value: object, least: float, most: float) -> float | None:
    """A number within limits, None for none."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise ValueError(f"no number from {least:g} to {most:g}: {value!r}")
    return value


def _residues(part: Mapping[str, Any] | None) -> Residues | None:
    return Residues(int(part["start"]), int(part["end"])) if part else None


def _tracks(keys: Sequence[str] | None) -> frozenset[str]:
    named = frozenset(keys or ())
    if named - TRACKS.keys():
        raise ValueError(f"no tracks: {named - TRACKS.keys()}")
    return named


def _pattern(find: Mapping[str, Any] | None) -> Pattern | None:
    return Pattern(KINDS[find["as"]], str(find["text"]), int(find["mismatches"])) if find else None


def _limits(ends: Sequence[Any] | None) -> tuple[float, float] | None:
    if not ends:
        return None
    low, high = float(ends[0]), float(ends[1])
    if not low < high:
        raise ValueError(f"no ends of a scale: {low:g}, {high:g}")
    return low, high
