"""Options of `atlasview export figure`, by the name that their value has in a request, and what stands for none."""

from collections.abc import Callable, Mapping
from inspect import Parameter, Signature, signature
from typing import Annotated, Any

import typer

from atlasview.commands import options
from atlasview.commands.options import one_of, some_of
from atlasview.figures.feature_kinds import TRACKS
from atlasview.figures.track_rows import NEVER_FOLDED
from atlasview.records.pattern import KINDS, MOST_MISMATCHES
from atlasview.records.variant import FILTERS

_FOLDABLE = tuple(key for key in TRACKS if key not in NEVER_FOLDED)

_Context = Annotated[str, typer.Option("--context", metavar="C", help="Cell types: a tissue or disease.")]
_Transcript = Annotated[str, typer.Option("--transcript", metavar="ID", help="structure: which one.")]
_Opened = Annotated[
    frozenset[str] | None,
    typer.Option("--open", metavar="TRACKS", parser=some_of(_FOLDABLE), help="tracks: in all lanes that they need."),
]
_Closed = Annotated[
    frozenset[str] | None,
    typer.Option(
        "--fold",
        metavar="TRACKS",
        parser=some_of(_FOLDABLE),
        help=f"tracks: in one lane, by number where it does not do. TRACKS are some of {', '.join(_FOLDABLE)}.",
    ),
]
_Find = Annotated[str, typer.Option("--find", metavar="WORDS", help="tracks: hits in the sequence as a track.")]
_FindAs = Annotated[
    str | None,
    typer.Option(
        "--find-as", metavar="|".join(KINDS), parser=one_of(KINDS), help="tracks: what WORDS are, else letters."
    ),
]
_Mismatches = Annotated[
    int | None,
    typer.Option("--mismatches", metavar="N", min=0, max=MOST_MISMATCHES, help="tracks: residues that may differ."),
]

OPTIONS: Mapping[str, tuple[Any, Any]] = {
    "isoform": (options.IsoformName, ""),
    "residues": (options.Range, None),
    "chain": (options.Numbering, ""),
    "opened": (_Opened, None),
    "closed": (_Closed, None),
    "find": (_Find, ""),
    "find_as": (_FindAs, None),
    "mismatches": (_Mismatches, None),
    "metric": (options.Metric, None),
    "context": (_Context, ""),
    "dataset": (options.DataSet, ""),
    "order": (options.Order, None),
    "limits": (options.Limits, ""),
    "height_by": (options.HeightBy, None),
    **dict.fromkeys(FILTERS, (options.Only, "")),
    "transcript": (_Transcript, ""),
    "scale": (options.Introns, None),
    "within": (options.Within, ""),
    "preset": (options.PresetName, None),
    "width": (options.Width, None),
    "height": (options.Height, None),
    "text": (options.TextSize, None),
    "letter": (options.Letter, ""),
    "without": (options.Without, None),
}
"""In the order in which help lists them."""

NAMES = {"residues": "range", "chain": "numbering", "opened": "open", "closed": "fold"}
"""What is called otherwise on the command line than in a request."""


def taking(given: Mapping[str, tuple[Any, Any]]) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """A command that has `**words` takes these options in their place."""

    def declared(command: Callable[..., int]) -> Callable[..., int]:
        own = [each for each in signature(command).parameters.values() if each.kind is not Parameter.VAR_KEYWORD]
        more = [
            Parameter(name, Parameter.KEYWORD_ONLY, annotation=kind, default=usual)
            for name, (kind, usual) in given.items()
        ]
        command.__signature__ = Signature([*own, *more])  # type: ignore[attr-defined]
        command.__annotations__ |= {name: kind for name, (kind, _usual) in given.items()}
        return command

    return declared
