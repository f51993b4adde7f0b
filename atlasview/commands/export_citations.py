"""`atlasview export citations`: the papers that pages cite, for reference managers and as lists of references."""

from typing import Annotated

import typer

from atlasview.commands.opening import gathered, open_atlas
from atlasview.commands.options import Target, form_of, one_of
from atlasview.commands.output import put_file
from atlasview.export.formats import CITATION_KINDS, CITATIONS, STYLE

_USUAL, _TEXT = "ris", "text"


def citations(
    shared: typer.Context,
    place: Annotated[list[str], typer.Argument(metavar="PLACE...", help="Genes, proteins or papers.")],
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(CITATIONS),
            parser=one_of(CITATIONS),
            help=f"Else what FILE ends in, else {_USUAL}; {_TEXT} where a style is named.",
        ),
    ] = None,
    style: Annotated[
        str,
        typer.Option("--style", metavar="NAME|FILE.csl", help=f"{_TEXT}: a citation style, else {STYLE}."),
    ] = "",
    target: Target = None,
) -> int:
    """Papers as RIS, BibTeX, CSL-JSON, nbib, or as text in a citation style; each paper once."""
    from atlasview.export.citations import citations_text, papers
    from atlasview.export.citations.merging import merged

    asked = form or (_TEXT if style else form_of(target, CITATIONS, _USUAL))
    if style and asked != _TEXT:
        raise typer.BadParameter(f"it is not an option of --format {asked}", param_hint="--style")
    with open_atlas(shared.obj) as reader:
        cited = gathered(reader, place, papers)
    count = len(merged(cited))
    told = f"{count} citation{'s' if count != 1 else ''} ({CITATION_KINDS[asked][0]})"
    put_file(citations_text(cited, asked, style or STYLE), target, told)
    return 0
