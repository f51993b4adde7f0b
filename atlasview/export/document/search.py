"""The document of a search."""

from typing import Any

from atlasview.export.document.shared import given
from atlasview.records.hit import SearchResult


def search_document(result: SearchResult) -> dict[str, Any]:
    """What was found, best first."""
    return {
        "query": result.query,
        "hits": [
            {
                "id": hit.id,
                "symbol": given(hit.symbol),
                "name": given(hit.name),
                "kind": hit.kind.value,
                "match": hit.match.value,
                "matched": given(hit.matched),
                "reason": given(hit.reason),
                "detail": given(hit.detail),
                "residues": {"start": hit.residues.start, "end": hit.residues.end} if hit.residues else None,
            }
            for hit in result.hits
        ],
        "more": result.more,
        "note": given(result.note),
    }
