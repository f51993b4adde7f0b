"""The document of a protein or isoform, and a protein as a gene's document holds it."""

from typing import Any

from atlasview.export.document import shared
from atlasview.export.fasta import find_isoform
from atlasview.records.profile import ProteinDetail, ProteinProfile
from atlasview.records.protein import Comment, Evidence, Feature, Isoform
from atlasview.records.sequence import crc64

given = shared.given


def protein_document(profile: ProteinProfile) -> dict[str, Any]:
    """All of a protein's page; for an isoform, sequence, length and CRC64 are its own, and the mass is not known."""
    entry = protein_entry(profile.detail)
    isoform = find_isoform(profile.detail, profile.isoform)
    if isoform is not None and not isoform.canonical:
        entry |= _measured(isoform)
    return {
        "kind": "protein",
        "id": profile.place.id,
        "isoform": isoform.id if isoform else None,
        **entry,
        "genes": [{"id": gene.id, "symbol": gene.symbol, "name": given(gene.name)} for gene in profile.genes],
        "citations": shared.citations(profile.citations),
        "differences": shared.differences(profile.differences),
        "sources": shared.sources(profile.sources),
        "atlas": shared.atlas(profile.atlas),
    }


def protein_entry(detail: ProteinDetail) -> dict[str, Any]:
    """One element of `proteins`."""
    protein = detail.protein
    return {
        "accession": given(protein.accession),
        "entry_name": given(protein.entry_name),
        "name": given(protein.name),
        "names": [{"kind": name.kind, "text": name.text} for name in detail.names],
        "reviewed": protein.reviewed,
        "existence": protein.existence or None,
        "organism": given(protein.organism),
        "taxon": protein.taxon,
        "secondary": list(protein.secondary),
        "family": given(protein.family),
        "length": protein.length,
        "mass": protein.mass,
        "crc64": given(protein.crc64),
        "version": protein.version or None,
        "sequence": protein.sequence,
        "isoforms": [_isoform(detail, each) for each in detail.isoforms] or [_only(detail)],
        "features": [_feature(feature, protein.accession) for feature in detail.features],
        "comments": [_comment(comment) for comment in detail.comments],
        "identifiers": shared.identifiers(detail.identifiers),
        "source": protein.source,
    }


def _measured(isoform: Isoform) -> dict[str, Any]:
    sequence = isoform.sequence
    return {
        "sequence": sequence,
        "length": len(sequence) if sequence else None,
        "crc64": crc64(sequence) if sequence else None,
        "mass": None,
        "version": None,
    }


def _isoform(detail: ProteinDetail, isoform: Isoform) -> dict[str, Any]:
    sequence = isoform.sequence or (detail.protein.sequence if isoform.canonical else None)
    return {
        "id": isoform.id,
        "name": given(isoform.name),
        "synonyms": list(isoform.synonyms),
        "canonical": isoform.canonical,
        "length": len(sequence) if sequence else None,
        "sequence": sequence,
        "differences": list(isoform.differences),
        "note": given(isoform.note),
    }


def _only(detail: ProteinDetail) -> dict[str, Any]:
    """The canonical sequence of a protein whose source names no isoforms, under the accession."""
    protein = detail.protein
    return {
        "id": protein.accession,
        "name": None,
        "synonyms": [],
        "canonical": True,
        "length": protein.length,
        "sequence": protein.sequence,
        "differences": [],
        "note": None,
    }


def _feature(feature: Feature, accession: str) -> dict[str, Any]:
    """`isoform` is None for a feature on the canonical sequence."""
    return {
        "type": feature.type,
        "start": feature.start,
        "end": feature.end,
        "start_sign": given(feature.start_sign),
        "end_sign": given(feature.end_sign),
        "description": given(feature.description),
        "isoform": None if feature.sequence == accession else feature.sequence,
        "id": given(feature.id),
        "evidence": _evidence(feature.evidence),
    }


def _comment(comment: Comment) -> dict[str, Any]:
    """`molecule` is None for what is said of the protein as a whole."""
    return {
        "topic": comment.topic,
        "molecule": given(comment.molecule),
        "text": comment.text,
        "evidence": _evidence(comment.evidence),
    }


def _evidence(evidence: tuple[Evidence, ...]) -> list[dict[str, Any]]:
    return [{"code": each.code, "reference": given(each.reference)} for each in evidence]
