"""The hits of a search as text."""

from atlasview.export.text.layout import Column, paragraph, table
from atlasview.records.hit import SearchResult


def search_text(result: SearchResult, width: int = 80) -> str:
    """A line for each hit, best first; a line feed at the end, nothing where nothing was found."""
    columns = (Column("Symbol"), Column("Name", wraps=True), Column("Kind"), Column("Id"), Column("Why", wraps=True))
    rows = [
        [hit.symbol, hit.name, hit.kind.value.replace("_", " "), hit.id, hit.reason or hit.match.value]
        for hit in result.hits
    ]
    lines = table(columns, rows, width)
    if lines and result.more:
        lines += ["", *paragraph("There is more: raise --limit, or type more of the word.", width)]
    return "".join(f"{line}\n" for line in lines)
