"""Records as documents: dictionaries with stable keys that `--json` prints.

Missing is None, lists are always there, coordinates are 1-based and closed, identifiers are CURIEs.
`source` holds a key of the document's own list `sources`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from atlasview.records.profile import Profile

__all__ = ["document"]


def document(profile: "Profile") -> dict[str, Any]:
    """The document of a page, see `page.document`; what writes pages is imported only when one is asked for."""
    from atlasview.export.document import page

    return page.document(profile)
