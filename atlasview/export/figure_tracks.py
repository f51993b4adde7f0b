"""The feature tracks of a protein as a file: which isoform, which part of it."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from atlasview.export.figure_request import FigureRequest
from atlasview.export.selection import ChosenIsoform, chosen_isoform
from atlasview.figures.isoforms import shown
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.style import FigureStyle
from atlasview.figures.track_rows import tracks_of
from atlasview.figures.tracks import in_part, track_figure
from atlasview.records.profile import Profile, sources_of
from atlasview.records.trouble import NothingToExport


def tracks_subject(
    profile: Profile, request: FigureRequest, measure: Measure, source: Callable[[Iterable[str]], str]
) -> tuple[Callable[[float, FigureStyle, int], Figure], dict[str, Any], ChosenIsoform]:
    """How the tracks are laid out, the settings of their recipe, and the isoform that they are of.

    source  what the figure says of the sources with these keys
    Raises NothingToExport where no track would hold anything.
    """
    chosen = chosen_isoform(profile, request.isoform, request.residues)
    chain = chosen.chain(request.chain)
    key = chain.key if chain is not None else ""
    _refuse_empty(profile, request, chosen)
    line = source(sources_of(chosen.detail))

    def lay_out(width: float, style: FigureStyle, _most: int) -> Figure:
        where = (chosen.named, request.residues)
        return track_figure(chosen.detail, width, style, measure, line, *where, chain=key)

    settings = {
        "protein": chosen.detail.protein.accession,
        "isoform": chosen.named or None,
        "range": asdict(request.residues) if request.residues else None,
        "chain": key or None,
    }
    return lay_out, settings, chosen


def _refuse_empty(profile: Profile, request: FigureRequest, chosen: ChosenIsoform) -> None:
    view = shown(chosen.detail, chosen.named)
    if tracks_of(in_part(view, request.residues)):
        return
    if not chosen.detail.features:
        remedy = "open an atlas whose sources say what lies on it"
        raise NothingToExport(f"this atlas has no features of {chosen.id}", str(profile.atlas), remedy)
    what = f"none of the features of {chosen.id} would be shown"
    raise NothingToExport(what, view.note, "ask for another part or isoform")
