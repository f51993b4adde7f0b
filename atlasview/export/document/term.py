"""The documents of cell types, terms and diseases."""

from collections.abc import Iterable
from typing import Any

from atlasview.export.document import shared
from atlasview.records.place import Kind
from atlasview.records.profile import GeneLink, MarkerGene, Relative, Sign, TermProfile
from atlasview.records.tie import Tie

given = shared.given


def term_document(profile: TermProfile) -> dict[str, Any]:
    """All of the page; the genes of a cell type come with their scores."""
    scored = profile.place.kind is Kind.CELL_TYPE
    return {
        "kind": profile.place.kind.value,
        "id": profile.id,
        "name": profile.name,
        "category": given(profile.category),
        "synonyms": list(dict.fromkeys(synonym.text for synonym in profile.synonyms)),
        "definition": given(profile.definition),
        "parents": _relatives(profile.parents),
        "children": _relatives(profile.children),
        "genes": [_gene(link, scored=scored) for link in profile.genes],
        **({"markers": list(map(_marker, profile.markers))} if scored else {}),
        **({"signs": list(map(_sign, profile.signs))} if profile.place.kind is Kind.DISEASE else {}),
        "identifiers": shared.identifiers(profile.identifiers),
        "source": given(profile.source),
        "sources": shared.sources(profile.sources),
        "atlas": shared.atlas(profile.atlas),
    }


def _relatives(relatives: Iterable[Relative]) -> list[dict[str, Any]]:
    return [{"id": each.id, "name": each.name, "relation": each.relation} for each in relatives]


def _marker(each: MarkerGene) -> dict[str, Any]:
    return {"id": each.gene.id, "symbol": each.gene.symbol, "name": given(each.gene.name)} | shared.marker(each.marker)


def _sign(sign: Sign) -> dict[str, Any]:
    said = sign.phenotype
    return {
        "term": said.term,
        "name": sign.name,
        "frequency": given(said.frequency),
        "absent": said.absent,
        "onset": given(said.onset),
        "sex": given(said.sex),
        "reference": given(said.reference),
        "source": said.source,
    }


def _gene(link: GeneLink, *, scored: bool) -> dict[str, Any]:
    named = {"id": link.id, "symbol": link.symbol, "name": given(link.name)}
    if scored:
        return named | shared.scores(link.scores) if link.scores else named
    return named | {"ties": list(map(_tie, link.ties))}


def _tie(tie: Tie) -> dict[str, Any]:
    return {
        "relation": given(tie.relation),
        "evidence": given(tie.evidence),
        "note": given(tie.note),
        "references": list(tie.references),
        "source": tie.source,
    }
