"""Expression values of a gene."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.expression import Expression

_OF_GENE = Statement(
    "SELECT s.name, s.part, s.id, x.value, x.level, x.reliability, s.unit, s.kind, d.name, x.source FROM expression x"
    " JOIN sample s ON s.key = x.sample JOIN dataset d ON d.key = s.dataset WHERE x.gene = :gene ORDER BY x.number"
)


def expression(reader: AtlasReader, gene: int, gene_id: str) -> tuple[Expression, ...]:
    """Values of the gene in the order of their sources."""
    return tuple(
        Expression(gene_id, sample, part, term, value, level, reliability, unit, kind, dataset, reader.source[source])
        for sample, part, term, value, level, reliability, unit, kind, dataset, source in reader.rows(
            _OF_GENE, gene=gene
        )
    )
