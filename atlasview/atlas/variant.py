"""Variants of a gene's proteins."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.lists import parted
from atlasview.records.variant import Variant

_OF_GENE = Statement(
    "SELECT coalesce(i.id, ''), v.hgvs_p, v.ref, v.alt, v.position, v.consequence, v.origin, v.significance, v.disease,"
    " v.dbsnp, v.note, v.count, v.unplaced, v.publications, v.source FROM variant v"
    " LEFT JOIN isoform i ON i.key = v.isoform WHERE v.gene = :gene ORDER BY v.number"
)


def variants(reader: AtlasReader, gene: int, gene_id: str) -> tuple[Variant, ...]:
    """Variants of the gene by position, those without a position last."""
    return tuple(
        Variant(*[gene_id, *values, parted(publications), reader.source[source]])
        for *values, publications, source in reader.rows(_OF_GENE, gene=gene)
    )
