"""Marker genes of cell types, from both sides."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.lists import parted
from atlasview.records.marker import Marker
from atlasview.records.profile import GeneLink, MarkedCell, MarkerGene

_OF_GENE = Statement(
    "SELECT s.id, s.name, m.tissue, m.condition, m.score, m.evidence, m.publications, m.source FROM marker m"
    " JOIN subject s ON s.key = m.cell_type WHERE m.gene = :gene ORDER BY s.name COLLATE NOCASE, m.number"
)
_OF_CELL_TYPE = Statement(
    "SELECT s.id, s.symbol, s.name, m.tissue, m.condition, m.score, m.evidence, m.publications, m.source FROM marker m"
    " JOIN subject s ON s.key = m.gene WHERE m.cell_type = :cell_type ORDER BY s.symbol, m.number"
)


def gene_markers(reader: AtlasReader, gene: int, gene_id: str) -> tuple[MarkedCell, ...]:
    """Cell types that the gene is said to mark, by name."""
    return tuple(
        MarkedCell(Marker(*[gene_id, cell, *said, parted(papers), reader.source[source]]), name)
        for cell, name, *said, papers, source in reader.rows(_OF_GENE, gene=gene)
    )


def cell_type_markers(reader: AtlasReader, cell_type: int, curie: str) -> tuple[MarkerGene, ...]:
    """Genes that are said to mark the cell type, by symbol."""
    return tuple(
        MarkerGene(Marker(*[gene, curie, *said, parted(papers), reader.source[source]]), GeneLink(gene, symbol, name))
        for gene, symbol, name, *said, papers, source in reader.rows(_OF_CELL_TYPE, cell_type=cell_type)
    )
