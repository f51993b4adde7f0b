"""`atlasview search`: find genes, proteins, cell types, terms, diseases and papers."""

from typing import Annotated

import typer

from atlasview.commands.opening import open_atlas
from atlasview.commands.options import AsJson
from atlasview.commands.output import line_width, put, put_document, readable, say


def search(
    shared: typer.Context,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="A symbol, name, alias, identifier or title.")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, help="Hits at most.")] = 20,
    as_json: AsJson = False,
) -> int:
    """Each hit with its id, symbol, name, kind, and why it matched."""
    from atlasview.atlas.search import search as find

    query = readable(" ".join(text))
    with open_atlas(shared.obj) as reader:
        result = find(reader, query, limit)
        label = str(reader.label)
    if as_json:
        from atlasview.export.document.search import search_document

        put_document(search_document(result))
    else:
        from atlasview.export.text.search import search_text

        put(search_text(result, line_width()))
    note = _sentence(result.note)
    if result.hits:
        if note:
            say(note)
        return 0
    say(note or f"nothing found for {_short(query)}, {label}, type a symbol, an alias or an identifier")
    return 1


def _sentence(note: str) -> str:
    """What search has to say about the words, begun and ended as messages are."""
    begins_with_word = note[1:2].islower()
    return (note[0].lower() + note[1:] if begins_with_word else note).rstrip(".")


def _short(query: str) -> str:
    return repr(query if len(query) <= 60 else f"{query[:57]}...")
