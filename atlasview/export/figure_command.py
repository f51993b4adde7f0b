"""The line of words that makes the same file of a figure on the command line."""

import shlex
from collections.abc import Sequence
from pathlib import Path

from atlasview.export.document.written import place_word
from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import DEFAULT, FREE, OF_GENES, PIXELS, USUAL_DPI
from atlasview.figures.feature_kinds import TRACKS
from atlasview.records.pattern import Pattern, PatternKind
from atlasview.records.place import Place


def figure_command(
    places: Sequence[Place], request: FigureRequest, target: str, dpi: float, atlas: Path | None = None
) -> str:
    """`atlasview export figure IL7R --view domains -o IL7R.pdf`: what is as usual is not said.

    places  one page, the genes of a heat map, or two cell types
    target  the file, whose suffix says the format; atlas None stands for the starter atlas
    """
    words = ["atlasview", "export", "figure", *map(place_word, places), "--view", request.view]
    usual = DEFAULT if request.width is None else FREE
    said = {
        "--isoform": request.isoform,
        "--range": str(request.residues) if request.residues else "",
        "--numbering": request.chain,
        "--metric": request.metric if request.view in ("landscape", "treemap", "compare", *OF_GENES) else "",
        "--context": request.context,
        "--dataset": request.dataset,
        "--order": request.order,
        "--height-by": request.height_by if request.height_by != "records" else "",
        **{f"--{name}": value for name, value in request.only},
        **_parts(request),
        "--preset": request.preset.name if request.preset != usual else "",
        "--width": _number(request.width),
        "--height": _number(request.height),
        "--text": _number(request.text),
        "--letter": request.letter,
        "--without": ",".join(sorted(request.without)),
        "--dpi": _number(dpi) if Path(target).suffix[1:] in PIXELS and dpi != USUAL_DPI else "",
        "--atlas": str(atlas) if atlas else "",
        "-o": target,
    }
    words += [part for option, value in said.items() if value for part in (option, value)]
    return shlex.join(words)


def _parts(request: FigureRequest) -> dict[str, str]:
    """What some views only take."""
    return {
        "--open": ",".join(key for key in TRACKS if key in request.opened),
        "--fold": ",".join(key for key in TRACKS if key in request.closed),
        **_looked_for(request.find),
        "--transcript": request.transcript,
        "--limits": "{:g},{:g}".format(*request.limits) if request.limits else "",
        "--within": request.within,
        "--scale": request.scale if request.scale != "introns" else "",
    }


def _looked_for(pattern: Pattern | None) -> dict[str, str]:
    if pattern is None:
        return {}
    kind = "" if pattern.kind is PatternKind.TEXT else pattern.kind.value.casefold()
    return {"--find": pattern.text.strip(), "--find-as": kind, "--mismatches": str(pattern.mismatches or "")}


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
