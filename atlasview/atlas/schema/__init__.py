"""Tables of an atlas, one module per subject; only the writer and the thorough check load them."""

from atlasview.atlas.schema import (
    cell_type,
    gene,
    manifest,
    protein,
    publication,
    score,
    search,
    subject,
    term,
    variant,
)
from atlasview.atlas.schema.columns import METADATA

__all__ = [
    "METADATA",
    "cell_type",
    "gene",
    "manifest",
    "protein",
    "publication",
    "score",
    "search",
    "subject",
    "term",
    "variant",
]
