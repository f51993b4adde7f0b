"""Ways out of what falls short in a figure: each a link behind its warning, and a change of the measures."""

import math

from atlasview.desktop.dialogs.figure_findings import WayOut
from atlasview.desktop.dialogs.figure_measures import FigureMeasures
from atlasview.export.figure import Drawing
from atlasview.export.figure_remarks import Remark
from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import OF_GENES, PRESETS, Preset
from atlasview.figures.marks import Text

_NEEDED = "height:0"
_CHARTS = frozenset({"landscape", "expression", *OF_GENES})
"""Views of which the highest rows can be drawn alone."""


def ways_out(remark: Remark, request: FigureRequest, drawing: Drawing | None) -> list[WayOut]:
    """Links for a warning; none for what passed."""
    if remark.passed:
        return []
    ways: list[WayOut] = []
    if remark.key == "text" and drawing is not None:
        size = _readable(drawing, request)
        ways.append((f"Use {size:g} pt", f"text:{size:g}"))
    wider = _wider(request)
    if remark.key in ("labels", "height", "trouble") and wider is not None:
        ways.append((f"Use {wider.width:g} mm", f"preset:{wider.name}"))
    most = request.preset.height
    if remark.key == "height" and request.view in _CHARTS and most is not None:
        ways.append(("Draw the highest that fit", f"height:{most:g}"))
    if request.height is not None and remark.key in ("note", "trouble"):
        ways.append(("As high as needed", _NEEDED))
    return ways


def use_way(way: str, measures: FigureMeasures) -> None:
    """Change the measures as a link of `ways_out` says."""
    kind, _, value = way.partition(":")
    if kind == "preset":
        measures.use(preset=PRESETS[value])
    elif kind == "text":
        measures.use(text=float(value))
    else:
        measures.use(height=float(value))


def _readable(drawing: Drawing, request: FigureRequest) -> float:
    """The size of text, in tenths of a point, at which the smallest is large enough."""
    smallest = min(shape.size for shape in drawing.figure.shapes() if isinstance(shape, Text))
    present = request.text or request.preset.style.text
    return math.ceil(round(present * request.preset.least / smallest * 10, 3)) / 10


def _wider(request: FigureRequest) -> Preset | None:
    """The next wider one of the same family."""
    family = [each for each in PRESETS.values() if each.family == request.preset.family]
    wider = [each for each in family if each.width > request.width_mm]
    return min(wider, key=lambda each: each.width) if wider else None
