"""The second line of numbers: residues of a mature chain under those of the whole sequence."""

import math

from atlasview.figures.marks import Measure, Shape
from atlasview.figures.residues import span
from atlasview.figures.scale import Scale, ruler
from atlasview.figures.style import FigureStyle
from atlasview.records.numbering import Chain


def chain_scale(scale: Scale, chain: Chain) -> Scale | None:
    """The part of a scale where the chain lies, in the chain's own numbers; None where it is out of view."""
    first, last = max(chain.start, math.ceil(scale.first)), min(chain.end, math.floor(scale.last))
    if first > last:
        return None
    offset = chain.start - 1
    return Scale(first - offset, last - offset, scale.edge(first), (last - first + 1) * scale.cell)


def chain_ruler(
    scale: Scale, chain: Chain, y: float, style: FigureStyle, measure: Measure, dense: bool = False
) -> tuple[Shape, ...]:
    """Numbers of the chain's residues where it lies, at the places of the same residues on the line above."""
    own = chain_scale(scale, chain)
    return ruler(own, y, style, measure, dense) if own is not None else ()


def chain_words(chain: Chain) -> str:
    """What a figure says of its second line of numbers."""
    where = span(chain.start, chain.end)
    return f"First line of numbers: the whole sequence; second line: {chain.name}, residues {where} of the first."
