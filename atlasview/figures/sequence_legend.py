"""The legend over a coloured sequence."""

from atlasview.figures.features_on_sequence import Colouring, colouring_keys
from atlasview.figures.lettering import Key, legend
from atlasview.figures.marks import Figure, Mark, Measure
from atlasview.figures.palette import Ink, readable_on
from atlasview.figures.residue_schemes import scheme_keys
from atlasview.figures.style import FigureStyle

_WORDS = {"taylor": "One colour for each residue", "hydrophobicity": "Kyte-Doolittle hydropathy"}


def sequence_legend(drawn: Colouring, scheme: str, width: float, style: FigureStyle, measure: Measure) -> Figure:
    """What the colours of one of residue_schemes.SCHEMES mean here; of height 0 where nothing is coloured."""
    if scheme == "features":
        keys = colouring_keys(drawn)
    else:
        keys = [Key("bar", Ink(key.fill, None, readable_on(key.fill), "bar"), key.text) for key in scheme_keys(scheme)]
    before = _WORDS.get(scheme, "")
    shapes, height = legend(keys, 0.0, 0.0, width, style, measure, before=before)
    words = ", ".join([*([before] if before else []), *(key.text for key in keys)])
    return Figure(width, height, "Legend", words, (Mark("legend", shapes),))
