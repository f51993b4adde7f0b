"""The feature tracks of a protein as a file: which isoform, which part of it, what is folded, what was found."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from atlasview.export.figure_request import FigureRequest
from atlasview.export.selection import ChosenIsoform, chosen_isoform
from atlasview.figures.feature_kinds import TRACKS
from atlasview.figures.found import Found, with_found
from atlasview.figures.isoforms import Shown, shown
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.residues import grouped
from atlasview.figures.style import FigureStyle
from atlasview.figures.track_rows import tracks_of
from atlasview.figures.tracks import in_part, track_figure
from atlasview.records.pattern import Pattern, PatternError, find
from atlasview.records.profile import Profile, sources_of
from atlasview.records.trouble import InputRefused, NothingToExport

_PATIENCE = 10.0
"""Seconds after which a pattern is given up."""


def tracks_subject(
    profile: Profile, request: FigureRequest, measure: Measure, source: Callable[[Iterable[str]], str]
) -> tuple[Callable[[float, FigureStyle, int], Figure], dict[str, Any], ChosenIsoform, list[str]]:
    """How the tracks are laid out, the settings of their recipe, the isoform that they are of, and what to tell.

    source  what the figure says of the sources with these keys
    Raises NothingToExport where no track would hold anything, InputRefused for a pattern that means nothing.
    """
    chosen = chosen_isoform(profile, request.isoform, request.residues)
    chain = chosen.chain(request.chain)
    key = chain.key if chain is not None else ""
    found = _found(request.find, shown(chosen.detail, chosen.named).sequence)
    view = with_found(shown(chosen.detail, chosen.named), found.hits)
    _refuse_empty(profile, request, chosen, view)
    line = source(sources_of(chosen.detail))

    def lay_out(width: float, style: FigureStyle, _most: int) -> Figure:
        what = (chosen.named, request.residues, request.opened, key, request.closed, found)
        return track_figure(chosen.detail, width, style, measure, line, *what)

    settings = {
        "protein": chosen.detail.protein.accession,
        "isoform": chosen.named or None,
        "range": asdict(request.residues) if request.residues else None,
        "chain": key or None,
        "opened": _keys(request.opened),
        "closed": _keys(request.closed),
        "find": _find_data(request.find),
    }
    return lay_out, settings, chosen, _notes(request, chosen, view)


def _found(pattern: Pattern | None, sequence: str) -> Found:
    if pattern is None:
        return Found()
    try:
        hits = find(pattern, sequence, _PATIENCE)
    except PatternError as reason:
        raise InputRefused(str(reason), pattern.text, "look for something else") from reason
    if not hits.found:
        return Found()
    number = len(hits.found)
    count = f"the first {grouped(number)} hits" if hits.cut else f"{grouped(number)} hit{'s' if number > 1 else ''}"
    return Found(hits.found, f"Found: {count} of {pattern} ({pattern.kind.value}) in the sequence.")


def _notes(request: FigureRequest, chosen: ChosenIsoform, view: Shown) -> list[str]:
    """What was asked for and has nothing to be done with."""
    there = {track.key for track in tracks_of(view)}
    absent = [label for key, label in TRACKS.items() if key in (request.opened | request.closed) - there]
    notes = [f"{chosen.id} has no track {', '.join(absent)} to open or fold"] if absent else []
    if request.find is not None and "found" not in there:
        notes.append(f"{request.find} is not in the sequence of {chosen.id}")
    return notes


def _keys(tracks: frozenset[str]) -> list[str] | None:
    return [key for key in TRACKS if key in tracks] or None


def _find_data(pattern: Pattern | None) -> dict[str, Any] | None:
    if pattern is None:
        return None
    return {"as": pattern.kind.value.casefold(), "text": pattern.text.strip(), "mismatches": pattern.mismatches}


def _refuse_empty(profile: Profile, request: FigureRequest, chosen: ChosenIsoform, view: Shown) -> None:
    if tracks_of(in_part(view, request.residues)):
        return
    if not chosen.detail.features:
        remedy = "open an atlas whose sources say what lies on it"
        raise NothingToExport(f"this atlas has no features of {chosen.id}", str(profile.atlas), remedy)
    what = f"none of the features of {chosen.id} would be shown"
    raise NothingToExport(what, view.note, "ask for another part or isoform")
