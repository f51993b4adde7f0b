"""Variants of a gene's proteins."""

from collections.abc import Iterable

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.lists import parted
from atlasview.records.profile import LinkedDisease
from atlasview.records.variant import Variant

_OF_GENE = Statement(
    "SELECT coalesce(i.id, ''), v.hgvs_p, v.ref, v.alt, v.position, v.consequence, v.origin, v.significance, v.disease,"
    " v.dbsnp, v.note, v.count, v.unplaced, v.publications, v.source FROM variant v"
    " LEFT JOIN isoform i ON i.key = v.isoform WHERE v.gene = :gene ORDER BY v.number"
)

_DISEASES = Statement(
    "SELECT DISTINCT s.id, s.name FROM variant v CROSS JOIN subject s ON s.id = v.disease"
    " WHERE v.gene = :gene AND v.disease <> '' AND s.name <> s.id"
)


def variants(reader: AtlasReader, gene: int, gene_id: str) -> tuple[Variant, ...]:
    """Variants of the gene by position, those without a position last."""
    return tuple(
        Variant(*[gene_id, *values, parted(publications), reader.source[source]])
        for *values, publications, source in reader.rows(_OF_GENE, gene=gene)
    )


def disease_names(reader: AtlasReader, gene: int, tied: Iterable[LinkedDisease]) -> dict[str, str]:
    """Names, by their ids, of the diseases that variants of the gene are tied to and of those `tied` to itself.

    A disease of which the atlas knows the identifier alone is left out.
    """
    own = {one.disease.id: one.disease.name for one in tied if one.disease.name != one.disease.id}
    return own | dict(reader.rows(_DISEASES, gene=gene))
