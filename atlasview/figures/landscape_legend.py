"""The legend of a cell significance chart: only what its rows show."""

from collections.abc import Sequence

from atlasview.figures.landscape_rows import Row, words_of_all
from atlasview.figures.lettering import Key, legend
from atlasview.figures.marks import Figure, Mark, Measure
from atlasview.figures.palette import LINEAGES, Ink, lineage_ink, neutral
from atlasview.figures.style import FigureStyle


def landscape_keys(rows: Sequence[Row], style: FigureStyle, by_lineage: bool) -> list[Key]:
    """Threshold, above, below, unreplicated, not measured; the lineages where no heads name them."""
    known = [row for row in rows if row.value is not None]
    plain = Ink(style.ink, None, style.ground, "bar")
    keys = []
    if by_lineage:
        present = {row.lineage for row in rows}
        keys += [Key("bar", lineage_ink(key), name) for key, name in LINEAGES.items() if key in present]
    ticks = any(row.threshold is not None for row in known)
    if ticks:
        keys.append(Key("threshold-tick", plain, "threshold of the cell type, mean + 1 SD over genes"))
    replicated = [row for row in known if row.replicated and row.value]
    sample = lineage_ink(known[0].lineage) if known else lineage_ink("other")
    if any(row.above for row in replicated) and any(row.above is False for row in replicated):
        keys.append(Key("square-bar", sample, "above" if ticks else "CSI above the threshold"))
    if any(row.above is False for row in replicated):
        keys.append(Key("pale", sample, "below" if keys else "CSI below the threshold"))
    if any(not row.replicated for row in known):
        keys.append(Key("unreplicated", sample, words_of_all(rows) or "fewer than 3 donors"))
    if any(row.value is None for row in rows):
        keys.append(Key("hatch", Ink(neutral(), None, style.ink, "bar"), "N/A, not measured"))
    return keys


def landscape_legend(
    rows: Sequence[Row], by_lineage: bool, width: float, style: FigureStyle, measure: Measure, counts: str = ""
) -> Figure:
    """The legend alone, for the line over the chart on the screen, behind `counts`, the words on its data."""
    keys = landscape_keys(rows, style, by_lineage)
    shapes, height = legend(keys, 0.0, 0.0, width, style, measure, before=counts)
    words = ", ".join([*([counts] if counts else []), *(key.text for key in keys)])
    return Figure(width, height, "Legend", words, (Mark("legend", shapes),))
