"""The exons of a transcript as a file: which transcript, and which residues are marked on it."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from atlasview.export.fasta import past_the_end
from atlasview.export.figure_request import FigureRequest
from atlasview.export.selection import chosen_isoform
from atlasview.figures.gene_structure import structure_figure
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.style import FigureStyle
from atlasview.records.coding import CodingMap
from atlasview.records.place import Residues
from atlasview.records.profile import GeneProfile, Profile
from atlasview.records.transcript import Transcript, drawn_first
from atlasview.records.trouble import NotFound, NothingToExport, Trouble

_NAMED = 12


def structure_subject(
    profile: Profile, request: FigureRequest, measure: Measure, source: Callable[[str], str]
) -> tuple[Callable[[float, FigureStyle, int], Figure], dict[str, Any], list[str]]:
    """How the drawing is laid out, the settings of its recipe, and what to tell.

    source  what the figure says of the source with this key
    Raises NothingToExport where the page has no transcript, NotFound for one that it has not, Trouble for residues
    that the transcript does not code for.
    """
    transcript = _transcript_of(profile, request)
    symbol = profile.place.label or profile.place.id
    line = source(transcript.source)
    notes = []
    residues = request.residues
    if residues is not None and not transcript.exons:
        notes = [f"{residues} is not marked: the source of {transcript.id} gives no positions of exons"]
    elif residues is not None:
        _check_residues(profile, transcript, residues)

    def lay_out(width: float, style: FigureStyle, _most: int) -> Figure:
        return structure_figure(transcript, symbol, width, style, measure, line, request.scale, residues)

    settings = {
        "transcript": transcript.id,
        "scale": request.scale,
        "range": asdict(residues) if residues else None,
    }
    return lay_out, settings, notes


def _transcript_of(profile: Profile, request: FigureRequest) -> Transcript:
    if not isinstance(profile, GeneProfile):
        kind = profile.place.kind.value.replace("_", " ")
        raise NothingToExport(f"the page of a {kind} has no transcripts", profile.place.id, "name a gene")
    symbol = profile.gene.symbol
    if not profile.transcripts:
        raise NothingToExport(
            f"this atlas has no transcript of {symbol}", str(profile.atlas), "open an atlas with gene models of it"
        )
    ordered = sorted(profile.transcripts, key=drawn_first)
    asked = request.transcript
    chosen = [one for one in ordered if not asked or asked in (one.id, one.id.partition(".")[0])]
    if not chosen:
        raise NotFound(f"{symbol} has no transcript {asked}", remedy=f"choose one of {_listed(ordered)}")
    return _of_isoform(profile, chosen, request.isoform) if request.isoform else chosen[0]


def _of_isoform(gene: GeneProfile, transcripts: list[Transcript], name: str) -> Transcript:
    """The first of the transcripts that makes an isoform."""
    wanted = chosen_isoform(gene, name).id_of_isoform
    found = next((one for one in transcripts if one.isoform == wanted), None)
    if found is None:
        known = _listed([one for one in transcripts if one.isoform]) or "none of them names one"
        raise NotFound(
            f"no transcript of {gene.gene.symbol} is known to make {wanted}",
            remedy=f"isoforms are known of: {known}",
        )
    return found


def _listed(transcripts: list[Transcript]) -> str:
    words = [f"{one.id} ({one.isoform})" if one.isoform else one.id for one in transcripts]
    more = f" and {len(words) - _NAMED} more" if len(words) > _NAMED else ""
    return f"{', '.join(words[:_NAMED])}{more}"


def _check_residues(profile: Profile, transcript: Transcript, residues: Residues) -> None:
    """Refuse what the transcript does not code for: behind the last residue of its isoform, where that is known."""
    codons = CodingMap(transcript).codons
    if not codons:
        raise Trouble("residues cannot be marked", transcript.id, "it codes for no protein that is read in one frame")
    if transcript.isoform:
        chosen_isoform(profile, transcript.isoform, residues)
    if residues.end > codons:
        raise past_the_end(residues, transcript.id, codons)
