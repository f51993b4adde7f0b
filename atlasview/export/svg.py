"""A figure as SVG that drawing programs and browsers show alike: plain shapes, text as text, flat named groups."""

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from atlasview.export.hatch import WIDTH, hatch_lines
from atlasview.figures.marks import Circle, Figure, Line, Mark, Paint, Polygon, Rect, Shape, Text

MM_PER_UNIT = 25.4 / 72

_FALLBACKS = ("Arial", "Helvetica", "Liberation Sans", "sans-serif")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GROUND = '<rect id="ground" width="{width}" height="{height}" fill="#ffffff"/>'


def svg_text(figure: Figure, family: str, recipe: Mapping[str, Any]) -> str:
    """The file's text: size in mm, one unit of the figure to a point, white ground, `recipe` as JSON in the metadata.

    family  the font that the figure was measured with; it stands first in every text's list of fonts
    The same figure, family and recipe give the same text.
    """
    width, height = _number(figure.width), _number(figure.height)
    fonts = _fonts(family)
    names = _Names()
    size = (
        f'width="{_number(figure.width * MM_PER_UNIT)}mm" height="{_number(figure.height * MM_PER_UNIT)}mm" '
        f'viewBox="0 0 {width} {height}"'
    )
    spoken = 'role="img" aria-labelledby="figure-title figure-description"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" {size} {spoken}>',
        f'<title id="figure-title">{escaped(figure.title)}</title>',
        f'<desc id="figure-description">{escaped(figure.description)}</desc>',
        f'<metadata id="recipe">{escaped(json.dumps(recipe, ensure_ascii=False, sort_keys=True))}</metadata>',
        _GROUND.format(width=width, height=height),
        *(_group(mark, names.unique(mark.name), fonts) for mark in figure.marks if mark.shapes),
        "</svg>",
        "",
    ]
    return "\n".join(lines)


class _Names:
    """Names of groups as XML identifiers, each given once."""

    def __init__(self) -> None:
        self._given = {"figure-title", "figure-description", "recipe", "ground"}

    def unique(self, name: str) -> str:
        word = re.sub(r"[^A-Za-z0-9_.-]+", "-", name).strip("-") or "mark"
        word = word if word[0].isalpha() else f"mark-{word}"
        candidate, count = word, 1
        while candidate in self._given:
            count += 1
            candidate = f"{word}-{count}"
        self._given.add(candidate)
        return candidate


def _group(mark: Mark, name: str, fonts: str) -> str:
    hint = f"<title>{escaped(chr(10).join(mark.hint))}</title>" if mark.hint else ""
    shapes = "\n".join(_shape(shape, fonts) for shape in mark.shapes)
    return f'<g id="{name}">{hint}\n{shapes}\n</g>'


def _shape(shape: Shape, fonts: str) -> str:
    if isinstance(shape, Text):
        return _text(shape, fonts)
    drawn = f"<{_geometry(shape)}{_painted(shape.paint, can_fill=not isinstance(shape, Line))}/>"
    return f"{drawn}\n{_hatching(shape)}" if shape.paint.hatch else drawn


def _geometry(shape: Rect | Line | Polygon | Circle) -> str:
    match shape:
        case Rect(x, y, width, height, _, radius):
            return "rect" + _attributes(x=x, y=y, width=max(width, 0.0), height=max(height, 0.0), rx=radius or None)
        case Line(x1, y1, x2, y2):
            return "line" + _attributes(x1=x1, y1=y1, x2=x2, y2=y2)
        case Circle(x, y, radius):
            return "circle" + _attributes(cx=x, cy=y, r=radius)
        case Polygon(points, _, closed):
            corners = " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
            return f'{"polygon" if closed else "polyline"} points="{corners}"'


def _painted(paint: Paint, *, can_fill: bool) -> str:
    fill = paint.fill if can_fill and not paint.hatch else None
    parts = [f' fill="{_quoted(fill or "none")}"']
    if fill and paint.opacity < 1:
        parts.append(f' fill-opacity="{_number(paint.opacity)}"')
    if paint.stroke:
        parts.append(f' stroke="{_quoted(paint.stroke)}" stroke-width="{_number(paint.width)}"')
        if paint.dash:
            parts.append(f' stroke-dasharray="{" ".join(_number(part) for part in paint.dash)}"')
    return "".join(parts)


def _hatching(shape: Rect | Line | Polygon | Circle) -> str:
    colour = shape.paint.fill or shape.paint.stroke or "#000000"
    path = " ".join(
        f"M{_number(x1)},{_number(y1)} L{_number(x2)},{_number(y2)}" for (x1, y1), (x2, y2) in hatch_lines(shape)
    )
    return f'<path d="{path}" fill="none" stroke="{_quoted(colour)}" stroke-width="{WIDTH}"/>'


def _text(shape: Text, fonts: str) -> str:
    looks = _attributes(x=shape.x, y=shape.y) + f' font-family="{fonts}"' + _attributes(font_size=shape.size)
    if shape.weight != 400:
        looks += f' font-weight="{shape.weight}"'
    if shape.italic:
        looks += ' font-style="italic"'
    if shape.anchor != "start":
        looks += f' text-anchor="{shape.anchor}"'
    if shape.text != " ".join(shape.text.split()):
        looks += ' xml:space="preserve"'
    return f'<text{looks} fill="{_quoted(shape.colour)}">{escaped(shape.text)}</text>'


def _fonts(family: str) -> str:
    listed = dict.fromkeys([family, *_FALLBACKS] if family else _FALLBACKS)
    return ", ".join(f"'{name}'" if " " in name else name for name in map(_quoted, listed))


def _attributes(**values: float | None) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{_number(value)}"' for name, value in values.items() if value is not None
    )


def _number(value: float) -> str:
    """Three decimals at most, without trailing zeros; ValueError for what no drawing can hold."""
    if not math.isfinite(value):
        raise ValueError(f"not a length: {value}")
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def escaped(text: str) -> str:
    """Text between tags."""
    text = _UNPRINTABLE.sub("\ufffd", text)
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, entity)
    return text


def _quoted(text: str) -> str:
    """Text within the quotes of an attribute."""
    return escaped(text).replace('"', "&quot;").replace("'", "&apos;")
