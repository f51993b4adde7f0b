"""The document of a gene."""

from collections.abc import Iterable
from typing import Any

from atlasview.export.document import shared
from atlasview.export.document.protein import protein_entry
from atlasview.export.own_identifier import with_own
from atlasview.figures.expression_rows import datasets_of, specificity
from atlasview.records.article import Article
from atlasview.records.expression import Expression
from atlasview.records.gene import Location
from atlasview.records.interaction import Homology, Interaction
from atlasview.records.profile import GeneLink, GeneProfile, LinkedDisease, LinkedTerm, ScoredCell
from atlasview.records.transcript import Transcript
from atlasview.records.variant import Variant

given = shared.given


def gene_document(profile: GeneProfile) -> dict[str, Any]:
    """All of a gene's page."""
    gene = profile.gene
    return {
        "kind": "gene",
        "id": gene.id,
        "symbol": gene.symbol,
        "name": given(gene.name),
        "locus_type": given(gene.locus_type),
        "location": given(place_of(gene.location)),
        "coordinates": _coordinates(gene.location),
        "taxon": gene.taxon,
        "synonyms": list(dict.fromkeys(name.text for name in profile.names)),
        "names": [{"kind": name.kind, "text": name.text, "source": name.source} for name in profile.names],
        "identifiers": shared.identifiers(with_own(gene.id, gene.source, profile.identifiers)),
        "proteins": [protein_entry(detail) for detail in profile.proteins],
        "significance": [_significance(row) for row in profile.significance],
        "markers": [shared.marker(each.marker) | {"label": each.cell_type} for each in profile.markers],
        "citations": shared.citations(profile.citations),
        "articles": [_article(article) for article in profile.articles],
        "diseases": _diseases(profile.diseases),
        "variants": [_variant(variant, profile.disease_names) for variant in profile.variants],
        "terms": [_term(linked) for linked in profile.terms],
        "transcripts": [_transcript(transcript) for transcript in profile.transcripts],
        "expression": [_expression(each) for each in profile.expression],
        "specificity": _specificity(profile),
        "interactions": [_interaction(each, partner) for each, partner in profile.interactions],
        "homologies": [_homology(each) for each in profile.homologies],
        "differences": shared.differences(profile.differences),
        "sources": shared.sources(profile.sources),
        "atlas": shared.atlas(profile.atlas),
    }


def place_of(location: Location) -> str:
    """Where a gene lies in one word: the band, else chromosome and coordinates, else nothing."""
    if location.band:
        return location.band
    if location.start is None or location.end is None:
        return location.chromosome
    return f"{location.chromosome}:{location.start}-{location.end}"


def _coordinates(location: Location) -> dict[str, Any] | None:
    if not location.chromosome or location.start is None:
        return None
    return {
        "chromosome": location.chromosome,
        "start": location.start,
        "end": location.end,
        "strand": given(location.strand),
        "assembly": given(location.assembly),
    }


def _significance(row: ScoredCell) -> dict[str, Any]:
    return {
        "cell_type": row.scores.cell_type,
        "label": given(row.cell_type.name),
        "context_label": given(row.context.label),
        **shared.scores(row.scores),
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": given(article.title),
        "origin": article.origin,
        "language": article.language,
        "authors": list(article.authors),
        "affiliation": given(article.affiliation),
        "published": given(article.published),
        "revised": given(article.revised),
        "sections": [
            {
                "heading": each.heading,
                "text": each.text,
                "translated": each.translated,
                "captions": list(each.captions()),
            }
            for each in article.sections
        ],
        "source": article.source,
    }


def _diseases(diseases: Iterable[LinkedDisease]) -> list[dict[str, Any]]:
    """A row for each association: one disease may be tied to the gene by several sources."""
    return [
        {
            "id": linked.disease.id,
            "name": linked.disease.name,
            "kind": given(tie.kind),
            "note": given(tie.note),
            "publications": list(tie.publications),
            "source": tie.source,
        }
        for linked in diseases
        for tie in linked.associations
    ]


def _expression(each: Expression) -> dict[str, Any]:
    return {
        "sample": each.sample,
        "part": given(each.part),
        "sample_id": given(each.sample_id),
        "value": each.value,
        "level": given(each.level),
        "reliability": given(each.reliability),
        "unit": given(each.unit),
        "kind": each.kind,
        "dataset": each.dataset,
        "source": each.source,
    }


def _specificity(profile: GeneProfile) -> list[dict[str, Any]]:
    """Tau of each data set of amounts, null where the data set gives none."""
    return [
        {
            "dataset": one.name,
            "kind": one.kind,
            "unit": given(one.unit),
            "source": one.source,
            "samples": sum(row.value is not None for row in rows),
            "tau": specificity(rows)[0],
        }
        for one, rows in datasets_of(profile.expression).items()
        if any(row.value is not None for row in rows)
    ]


def _homology(each: Homology) -> dict[str, Any]:
    return {
        "relative": each.relative,
        "species": each.species,
        "molecule": each.molecule,
        "identity": each.identity,
        "publication": given(each.publication),
        "source": each.source,
    }


def _variant(variant: Variant, names: dict[str, str]) -> dict[str, Any]:
    return {
        "hgvs_p": given(variant.hgvs_p),
        "ref": given(variant.ref),
        "alt": given(variant.alt),
        "position": variant.position,
        "isoform": given(variant.isoform),
        "consequence": given(variant.consequence),
        "origin": given(variant.origin),
        "significance": given(variant.significance),
        "disease": given(variant.disease),
        "disease_name": names.get(variant.disease),
        "dbsnp": given(variant.dbsnp),
        "note": given(variant.note),
        "publications": list(variant.publications),
        "source": variant.source,
        "count": variant.count,
        "unplaced": given(variant.unplaced),
    }


def _term(linked: LinkedTerm) -> dict[str, Any]:
    return {
        "id": linked.term.id,
        "name": linked.term.name,
        "category": given(linked.term.category),
        "negated": bool(linked.links) and all("NOT" in link.qualifier.split("|") for link in linked.links),
        "source": linked.links[0].source if linked.links else linked.term.source,
        "annotations": [
            {
                "qualifier": given(link.qualifier),
                "evidence": given(link.evidence),
                "reference": given(link.reference),
                "assigned_by": given(link.assigned_by),
                "source": link.source,
            }
            for link in linked.links
        ],
    }


def _transcript(transcript: Transcript) -> dict[str, Any]:
    coding = transcript.cds_start is not None and transcript.cds_end is not None
    return {
        "id": transcript.id,
        "assembly": given(transcript.assembly),
        "biotype": given(transcript.biotype),
        "mane": transcript.mane_select,
        "mane_plus_clinical": transcript.mane_plus_clinical,
        "canonical": transcript.canonical,
        "chromosome": given(transcript.chromosome),
        "strand": given(transcript.strand),
        "length": transcript.length,
        "exon_count": transcript.exon_count,
        "exons": [{"start": exon.start, "end": exon.end} for exon in transcript.exons],
        "cds": {"start": transcript.cds_start, "end": transcript.cds_end} if coding else None,
        "phase": transcript.phase,
        "protein": given(transcript.protein),
        "isoform": given(transcript.isoform),
        "ccds": given(transcript.ccds),
        "source": transcript.source,
    }


def _interaction(interaction: Interaction, partner: GeneLink) -> dict[str, Any]:
    return {
        "id": partner.id,
        "symbol": partner.symbol,
        "score": interaction.score,
        "channels": dict(interaction.channels),
        "method": given(interaction.method),
        "publications": list(interaction.publications),
        "source": interaction.source,
    }
