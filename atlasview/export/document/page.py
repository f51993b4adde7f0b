"""The document of any page."""

from typing import Any

from atlasview.export.document.gene import gene_document
from atlasview.export.document.manifest import info_document
from atlasview.export.document.protein import protein_document
from atlasview.export.document.publication import publication_document
from atlasview.export.document.term import term_document
from atlasview.records.profile import AtlasProfile, GeneProfile, Profile, ProteinProfile, TermProfile


def document(profile: Profile) -> dict[str, Any]:
    """The document of a page, of the kind that its place says."""
    if isinstance(profile, GeneProfile):
        return gene_document(profile)
    if isinstance(profile, ProteinProfile):
        return protein_document(profile)
    if isinstance(profile, TermProfile):
        return term_document(profile)
    if isinstance(profile, AtlasProfile):
        return {"kind": "atlas", **info_document(profile.manifest)}
    return publication_document(profile)
