"""The document of any page."""

from typing import Any

from atlasview.export.document.gene import gene_document
from atlasview.export.document.protein import protein_document
from atlasview.export.document.publication import publication_document
from atlasview.export.document.term import term_document
from atlasview.records.profile import GeneProfile, Profile, ProteinProfile, TermProfile


def document(profile: Profile) -> dict[str, Any]:
    """The document of a page, of the kind that its place says."""
    if isinstance(profile, GeneProfile):
        return gene_document(profile)
    if isinstance(profile, ProteinProfile):
        return protein_document(profile)
    if isinstance(profile, TermProfile):
        return term_document(profile)
    return publication_document(profile)
