"""Colours of residues by the schemes that sequence editors share; each is a table from letter to colour."""

from dataclasses import dataclass
from functools import cache

from atlasview.bundled import tokens
from atlasview.figures.palette import contrast, mix, readable_on

SCHEMES = {
    "none": "None",
    "features": "Features",
    "clustal": "Clustal",
    "zappo": "Zappo",
    "taylor": "Taylor",
    "hydrophobicity": "Hydropathy",
    "charge": "Charge",
}
"""Key of a scheme -> its name, in the order in which they are offered."""

HYDROPATHY = {
    **dict(zip("RKNDQEHPYW", (-4.5, -3.9, -3.5, -3.5, -3.5, -3.5, -3.2, -1.6, -1.3, -0.9), strict=True)),
    **dict(zip("STGAMCFLVI", (-0.8, -0.7, -0.4, 1.8, 1.9, 2.5, 2.8, 3.8, 4.2, 4.5), strict=True)),
}
"""Kyte and Doolittle 1982, doi:10.1016/0022-2836(82)90515-0."""

LETTER_CONTRAST = 4.5

_CLUSTAL = (
    ("Hydrophobic", "AILMFWV", "#80A0F0"),
    ("Positive", "KR", "#F01505"),
    ("Negative", "DE", "#C048C0"),
    ("Polar", "NQST", "#15C015"),
    ("Cysteine", "C", "#F08080"),
    ("Glycine", "G", "#F09048"),
    ("Proline", "P", "#C0C000"),
    ("Aromatic", "HY", "#15A4A4"),
)
_ZAPPO = (
    ("Aliphatic", "ILVAM", "#FFAFAF"),
    ("Aromatic", "FWY", "#FFC800"),
    ("Positive", "KRH", "#6464FF"),
    ("Negative", "DE", "#FF0000"),
    ("Hydrophilic", "STNQ", "#00FF00"),
    ("Glycine, proline", "PG", "#FF00FF"),
    ("Cysteine", "C", "#FFFF00"),
)
_TAYLOR = {
    letter: colour
    for letters, colours in (
        ("ARNDC", ("#CCFF00", "#0000FF", "#CC00FF", "#FF0000", "#FFFF00")),
        ("QEGHI", ("#FF00CC", "#FF0066", "#FF9900", "#0066FF", "#66FF00")),
        ("LKMFP", ("#33FF00", "#6600FF", "#00FF00", "#00FF66", "#FFCC00")),
        ("STWYV", ("#FF3300", "#FF6600", "#00CCFF", "#00FFCC", "#99FF00")),
    )
    for letter, colour in zip(letters, colours, strict=True)
}
_CHARGE = (
    ("Positive", "KR", "#0072B2"),
    ("Partly positive", "H", "#99C7E0"),
    ("Negative", "DE", "#D55E00"),
)


@dataclass(frozen=True, slots=True)
class SchemeKey:
    """One entry of a scheme's legend."""

    text: str
    fill: str


@cache
def fills(scheme: str) -> dict[str, str]:
    """Letter -> `#RRGGBB` behind it, already light or dark enough for its letter; letters that are absent stay bare."""
    if scheme == "clustal":
        table = _expanded(_CLUSTAL)
    elif scheme == "zappo":
        table = _expanded(_ZAPPO)
    elif scheme == "taylor":
        table = _TAYLOR
    elif scheme == "hydrophobicity":
        table = {letter: _hydropathy(value) for letter, value in HYDROPATHY.items()}
    elif scheme == "charge":
        table = _expanded(_CHARGE)
    else:
        table = {}
    return {letter: legible(colour) for letter, colour in table.items()}


@cache
def scheme_keys(scheme: str) -> tuple[SchemeKey, ...]:
    """What the colours of a scheme mean; Taylor's gives each residue its own and has no classes to explain."""
    if scheme == "hydrophobicity":
        steps = (-4.5, -2.0, 0.0, 2.0, 4.5)
        words = ("−4.5 hydrophilic", "−2", "0", "2", "4.5 hydrophobic")
        return tuple(SchemeKey(text, legible(_hydropathy(step))) for text, step in zip(words, steps, strict=True))
    table = {"clustal": _CLUSTAL, "zappo": _ZAPPO, "charge": _CHARGE}.get(scheme, ())
    return tuple(SchemeKey(f"{name} {letters}", legible(colour)) for name, letters, colour in table)


@cache
def legible(colour: str) -> str:
    """The colour, lightened just as far as its letter needs to reach LETTER_CONTRAST."""
    for step in range(50):
        lighter = mix("#FFFFFF", colour, step * 0.02)
        if contrast(readable_on(lighter), lighter) >= LETTER_CONTRAST:
            return lighter
    return "#FFFFFF"


def _expanded(table: tuple[tuple[str, str, str], ...]) -> dict[str, str]:
    return {letter: colour for _, letters, colour in table for letter in letters}


def _hydropathy(value: float) -> str:
    """Hydrophilic through neutral to hydrophobic, in the colours that all values about zero have."""
    low, middle, high = tokens()["amount"]["diverging"]
    share = min(abs(value) / 4.5, 1.0)
    return mix(high if value > 0 else low, middle, share)
