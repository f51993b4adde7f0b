"""`atlasview export figure`: the figures of a page as files."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from atlasview.commands.figure_options import NAMES, OPTIONS, taking
from atlasview.commands.opening import drawable_at, open_atlas
from atlasview.commands.options import Dpi, FigureTarget, Pages, View, ends
from atlasview.commands.output import STDOUT, put, say
from atlasview.export.names import figure_name
from atlasview.export.presets import DEFAULT, FORMATS, FREE, OF_GENES, PIXELS, PRESETS, USUAL_DPI, Preset, format_of
from atlasview.figures.expression_rows import ORDERS
from atlasview.figures.heatmap_grid import ARRANGEMENTS
from atlasview.figures.landscape_rows import GROUPS
from atlasview.records.pattern import KINDS, Pattern
from atlasview.records.trouble import Trouble
from atlasview.records.variant import FILTERS

if TYPE_CHECKING:
    from atlasview.commands.shared import Shared
    from atlasview.export.figure import Drawable, Drawing
    from atlasview.export.presets import Preset

_OF_FIND = ("find_as", "mismatches")
"""How what is looked for is meant."""

_BELONGS = {
    "domains": ("isoform", "residues", "chain"),
    "tracks": ("isoform", "residues", "chain", "opened", "closed", "find", *_OF_FIND),
    "landscape": ("metric", "context", "dataset", "order"),
    "structure": ("isoform", "transcript", "scale", "residues"),
    "variants": ("isoform", "residues", "chain", "height_by", *FILTERS),
    "expression": ("dataset", "order"),
    "treemap": ("metric", "context", "dataset", "within"),
    "compare": ("metric", "context", "dataset"),
    **dict.fromkeys(OF_GENES, ("metric", "context", "dataset", "order", "limits")),
}
"""Which options a view takes."""

_OF_ALL = ("view", "preset", "width", "height", "text", "letter", "without", "only")
"""What all views take."""


@taking(OPTIONS)
def figure(
    shared: typer.Context, places: Pages, view: View, target: FigureTarget, dpi: Dpi = None, **words: Any
) -> int:
    """A figure of a page as SVG, PDF, PNG or TIFF, in true size, with the recipe inside."""
    given = _said(**words)
    only = {field: given.pop(field) for field in FILTERS if field in given}
    asked = given | _said(view=view, only=only) | {"preset": _preset(given.get("preset"), given.get("width"))}
    _check(view, places, asked | only)
    return _draw(shared.obj, places, asked | _as_meant(asked), target, dpi)


def _as_meant(given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a request that are made of several words, or of parts of one."""
    return _said(
        limits=ends(given.get("limits", "")),
        only=tuple(sorted(given.get("only", {}).items())),
        find=_pattern(given),
    )


def _pattern(given: Mapping[str, Any]) -> Pattern | None:
    """What is looked for; words that say how need something to look for."""
    if "find" not in given:
        for name in ("find_as", "mismatches"):
            if name in given:
                raise typer.BadParameter("it needs --find", param_hint=f"--{name.replace('_', '-')}")
        return None
    kind = KINDS[given.get("find_as", next(iter(KINDS)))]
    return Pattern(kind, given["find"], given.get("mismatches", 0))


def _preset(name: str | None, width: float | None) -> Preset:
    """The preset that is named; with a width of its own a figure needs none."""
    return PRESETS[name] if name else DEFAULT if width is None else FREE


def _draw(shared: "Shared", places: list[str], asked: dict[str, Any], target: Path, dpi: float | None) -> int:
    """Draw what was asked for, the values of a FigureRequest; what was not said is as usual."""
    from atlasview.export.figure import draw_figure
    from atlasview.export.figure_request import FigureRequest

    request = FigureRequest(**{name: value for name, value in asked.items() if name not in _OF_FIND})
    form = form_of(target)
    with open_atlas(shared) as reader:
        profile, request = drawable_at(reader, places, request)
    _check_folder(target, profile, request.view)
    drawing = draw_figure(profile, request)
    put_figure(drawing, form, dpi or USUAL_DPI, target, f"{request.view} of {' '.join(places)}")
    return 0


def put_figure(drawing: "Drawing", form: str, dpi: float, target: Path, what: str) -> None:
    """Write a drawing and say what falls short in it; SVG on standard output for `-`."""
    from atlasview.export.figure_formats import figure_bytes
    from atlasview.export.figure_remarks import warnings
    from atlasview.export.write import write_aside

    content = figure_bytes(drawing, form, dpi)
    for warning in warnings(drawing):
        say(warning)
    if target == STDOUT:
        put(content.decode("utf-8"))
        return
    write_aside(target, content)
    dots = f", {dpi:g} dpi" if form in PIXELS else ""
    say(f"wrote {what}, {drawing.width_mm:.1f} x {drawing.height_mm:.1f} mm{dots}, to {target}")


def _said(**given: Any) -> dict[str, Any]:
    """What was given on the command line."""
    return {name: value for name, value in given.items() if value}


def _check(view: str, places: list[str], given: Mapping[str, Any]) -> None:
    """Refuse what the view does not take."""
    for name in given:
        if name not in (*_BELONGS[view], *_OF_ALL):
            option = NAMES.get(name, name.replace("_", "-"))
            raise typer.BadParameter(f"it is not an option of --view {view}", param_hint=f"--{option}")
    if both := given.get("opened", frozenset()) & given.get("closed", frozenset()):
        raise typer.BadParameter(f"{', '.join(sorted(both))}: it is to be opened and folded", param_hint="--fold")
    orders = tuple({"expression": ORDERS, "landscape": GROUPS}.get(view, ARRANGEMENTS))
    if "order" in given and given["order"] not in orders:
        raise typer.BadParameter(f"--view {view} takes {' or '.join(orders)}", param_hint="--order")
    if view == "compare" and len(places) != 2:
        raise typer.BadParameter(f"--view {view} draws two cell types, not {len(places)}", param_hint="PLACE")
    if len(places) > 1 and view not in OF_GENES and view != "compare":
        raise typer.BadParameter(f"--view {view} draws one page, not {len(places)}", param_hint="PLACE")


def form_of(target: Path) -> str:
    """Key of FORMATS for the file's suffix; a folder is looked at later, when the name is known that it could hold."""
    if target == STDOUT or target.is_dir():
        return "svg"
    form = format_of(target.suffix)
    if form is None:
        suffixes = ", ".join(f".{suffix}" for suffix in FORMATS)
        raise Trouble(
            "no figure can be written in that format", str(target), f"give the file a name that ends in {suffixes}"
        )
    return form


def _check_folder(target: Path, profile: "Drawable", view: str) -> None:
    """A folder as target is refused with the name that the file would have in it."""
    if target.is_dir():
        name = figure_name(profile.place.label or profile.place.id, view, profile.atlas)
        raise Trouble("the target is a folder", str(target), f"name a file in it: {target / name}")
