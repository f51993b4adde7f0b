"""The document of a paper."""

from typing import Any

from atlasview.export.document import shared
from atlasview.records.profile import PublicationProfile

given = shared.given


def publication_document(profile: PublicationProfile) -> dict[str, Any]:
    """All of a paper's page."""
    return {
        "kind": "publication",
        **shared.paper(profile.publication),
        "used_by": [
            {
                "id": use.place.id,
                "symbol": given(shared.symbol(use.place)),
                "kind": use.place.kind.value,
                "name": given(use.name),
                "scope": given(use.scope),
            }
            for use in profile.used_by
        ],
        "sources": shared.sources(profile.sources),
        "atlas": shared.atlas(profile.atlas),
    }
