"""`atlasview show`: a page as text or as a document."""

from typing import Annotated

import typer

from atlasview.commands.opening import open_atlas, page_of
from atlasview.commands.options import AsJson
from atlasview.commands.output import page_width, put_document, put_page
from atlasview.export.sections import cut_document, section_names


def _sections(texts: list[str] | None) -> list[str]:
    names = [name.strip().casefold() for text in texts or [] for name in text.split(",") if name.strip()]
    for name in names:
        if name not in section_names():
            raise typer.BadParameter(f"{name!r} is not one of {', '.join(section_names())}")
    return names


def spread_sections(words: list[str]) -> list[str]:
    """`--section cells citations` as `--section cells --section citations`: one option may be given several names."""
    spread: list[str] = []
    listing = False
    for word in words:
        named = word.casefold() in section_names()
        if listing and named and spread[-1] != "--section":
            spread.append("--section")
        listing = word == "--section" or (listing and named)
        spread.append(word)
    return spread


def show(
    shared: typer.Context,
    place: Annotated[str, typer.Argument(metavar="PLACE", help="Anything that search finds without doubt.")],
    section: Annotated[
        list[str] | None,
        typer.Option("--section", metavar="NAME", callback=_sections, help="Only this section; may be repeated."),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """The page of a gene, protein, cell type, term, disease or paper."""
    with open_atlas(shared.obj) as reader:
        profile = page_of(reader, place)
    names = section or []
    if as_json:
        from atlasview.export.document import document

        put_document(cut_document(document(profile), profile, names))
    else:
        from atlasview.export.text import page_text

        put_page(page_text(profile, names, page_width()))
    return 0
