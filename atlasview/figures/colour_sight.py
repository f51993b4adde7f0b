"""How colours look to people who see two of the three cone colours, and which colours of a figure clash for them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from math import dist

from atlasview.figures.marks import Circle, Figure, Line, Mark, Paint, Polygon, Rect, Shape, Text

Triple = tuple[float, float, float]

SIGHTS: dict[str, tuple[Triple, Triple, Triple]] = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What linear red, green and blue become: Machado et al. 2009, severity 1, doi:10.1109/TVCG.2009.113."""

CLASH = 10.0
"""Two colours of equal shapes that are less apart than this in CIELAB are hard to tell from each other."""

_TO_XYZ: tuple[Triple, Triple, Triple] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)
_BEND = 6 / 29


@dataclass(frozen=True, slots=True)
class Clash:
    """Two colours that a kind of sight confuses; `things` is one thing of each colour, in the words of its hint."""

    colours: tuple[str, str]
    sight: str
    distance: float
    things: tuple[str, str]


@cache
def simulated(colour: str, sight: str) -> str:
    """The `#RRGGBB` that a colour looks like with one of SIGHTS; the colour itself for an empty sight."""
    return "#" + "".join(f"{round(255 * _encoded(part)):02X}" for part in _seen(colour, sight)) if sight else colour


@cache
def colour_distance(one: str, other: str, sight: str = "") -> float:
    """Distance in CIELAB (D65) of two `#RRGGBB` colours, as seen with one of SIGHTS or, for none, by most people."""
    return dist(_lab(_seen(one, sight)), _lab(_seen(other, sight)))


def clashes(figure: Figure) -> tuple[Clash, ...]:
    """Pairs of colours that mean different things and look alike to somebody, the worst of each pair.

    Compared are shapes of a kind that stand for something: a bracket and a bar are told apart by their shape.
    Amounts on one scale with a key are not compared.
    """
    found: list[Clash] = []
    if figure.amounts:
        return ()
    for colours in _data_colours(figure).values():
        for one, other in combinations(colours, 2):
            sight = min(("", *SIGHTS), key=lambda sight: colour_distance(one, other, sight))
            apart = colour_distance(one, other, sight)
            if apart < CLASH:
                found.append(Clash((one, other), sight, apart, (colours[one], colours[other])))
    return tuple(sorted(found, key=lambda clash: clash.distance))


def as_seen(figure: Figure, sight: str) -> Figure:
    """The figure in the colours that a person with one of SIGHTS sees."""
    marks = (mark._replace(shapes=tuple(_recoloured(shape, sight) for shape in mark.shapes)) for mark in figure.marks)
    return replace(figure, marks=tuple(marks))


def _data_colours(figure: Figure) -> dict[str, dict[str, str]]:
    """Kind of shape -> colour -> what the first mark of that colour stands for."""
    found: dict[str, dict[str, str]] = {}
    for mark in figure.marks:
        if mark.target:
            for kind, colour in _colours_of(mark):
                found.setdefault(kind, {}).setdefault(colour, mark.hint[0] if mark.hint else mark.name)
    return found


def _colours_of(mark: Mark) -> Iterator[tuple[str, str]]:
    """The colours that carry meaning, each with the kind of shape that shows it."""
    for shape in mark.shapes:
        if not isinstance(shape, Text):
            colour = shape.paint.fill or shape.paint.stroke
            if colour and not _is_ink(colour):
                yield _kind(shape), colour


def _is_ink(colour: str) -> bool:
    """White, black and the near-blacks of letters and threshold ticks."""
    light = _lab(_linear(colour))[0]
    return light > 97 or light < 15


def _kind(shape: Rect | Line | Polygon | Circle) -> str:
    drawn = "filled" if shape.paint.fill else "open"
    match shape:
        case Rect():
            return f"{drawn} bar"
        case Circle():
            return f"{drawn} circle"
        case Polygon(points=points, closed=True):
            return f"{drawn} shape of {len(points)} corners"
        case Polygon() | Line():
            return "line"


def _recoloured(shape: Shape, sight: str) -> Shape:
    if isinstance(shape, Text):
        return shape._replace(colour=simulated(shape.colour, sight))
    return shape._replace(paint=_repainted(shape.paint, sight))


@cache
def _repainted(paint: Paint, sight: str) -> Paint:
    fill = simulated(paint.fill, sight) if paint.fill else None
    return replace(paint, fill=fill, stroke=simulated(paint.stroke, sight) if paint.stroke else None)


@cache
def _linear(colour: str) -> Triple:
    red, green, blue = (_decoded(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _seen(colour: str, sight: str) -> Triple:
    """Linear red, green and blue, cut to what a screen shows."""
    linear = _linear(colour)
    if not sight:
        return linear
    red, green, blue = (min(max(part, 0.0), 1.0) for part in _product(SIGHTS[sight], linear))
    return red, green, blue


def _lab(linear: Triple) -> Triple:
    x, y, z = (_bent(part / white) for part, white in zip(_product(_TO_XYZ, linear), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _product(matrix: tuple[Triple, Triple, Triple], values: Triple) -> Triple:
    """Matrix times column."""
    first, second, third = (sum(share * value for share, value in zip(row, values, strict=True)) for row in matrix)
    return first, second, third


def _bent(share: float) -> float:
    return float(share ** (1 / 3)) if share > _BEND**3 else share / (3 * _BEND**2) + 4 / 29


def _decoded(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * float(part ** (1 / 2.4)) - 0.055
