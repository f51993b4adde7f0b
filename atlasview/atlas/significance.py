"""Scores of genes in cell types."""

from typing import Any

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.cell_type import CellType, Context
from atlasview.records.profile import GeneLink, ScoredCell
from atlasview.records.significance import Significance

_SCORES = (
    "d.name, x.csi, x.rcsi, x.prs, x.threshold, x.fold_change, x.delta, x.p, x.q, x.csi_low, x.csi_high, x.profiles,"
    " x.other_profiles, x.donors, x.cells, x.percent_expressing, x.replication, x.source"
)
_OF_GENE = Statement(
    "SELECT s.id, s.name, t.definition, t.lineage, t.source, c.id, c.label, c.source,"
    f" {_SCORES} FROM significance x JOIN subject s ON s.key = x.cell_type JOIN cell_type t ON t.key = x.cell_type"
    " JOIN context c ON c.key = x.context JOIN dataset d ON d.key = x.dataset WHERE x.gene = :gene"
    " ORDER BY x.csi IS NULL, x.csi DESC, s.name, c.key, d.name"
)
_OF_CELL_TYPE = Statement(
    f"SELECT s.id, s.symbol, s.name, c.id, {_SCORES} FROM significance x JOIN subject s ON s.key = x.gene"
    " JOIN context c ON c.key = x.context JOIN dataset d ON d.key = x.dataset WHERE x.cell_type = :cell_type"
    " ORDER BY x.prs IS NULL, x.prs DESC, x.csi IS NULL, x.csi DESC, s.symbol, c.key, d.name"
)
_CONTEXTS = Statement(
    "SELECT id, label, source FROM context WHERE key IN (SELECT context FROM significance WHERE cell_type = :cell_type)"
    " ORDER BY key"
)


def gene_significance(reader: AtlasReader, gene: int, gene_id: str) -> tuple[ScoredCell, ...]:
    """Scores of the gene in every cell type, context and data set, by CSI from high to low, unknown ones last."""
    return tuple(_scored_cell(reader, gene_id, row) for row in reader.rows(_OF_GENE, gene=gene))


def cell_type_genes(reader: AtlasReader, cell_type: int, cell_type_id: str) -> tuple[GeneLink, ...]:
    """Genes with scores in the cell type, best first by PRS, then CSI; a gene comes once per context and data set."""
    found = []
    for gene, symbol, name, context, *scores in reader.rows(_OF_CELL_TYPE, cell_type=cell_type):
        found.append(GeneLink(gene, symbol, name, _scores(reader, gene, cell_type_id, context, scores)))
    return tuple(found)


def cell_type_contexts(reader: AtlasReader, cell_type: int) -> tuple[Context, ...]:
    """Contexts in which the cell type has scores."""
    return tuple(
        Context(found, label, reader.source[source])
        for found, label, source in reader.rows(_CONTEXTS, cell_type=cell_type)
    )


def _scored_cell(reader: AtlasReader, gene_id: str, row: Any) -> ScoredCell:
    cell, name, definition, lineage, cell_source, context, label, context_source, *scores = row
    return ScoredCell(
        _scores(reader, gene_id, cell, context, scores),
        CellType(cell, name, definition, lineage, reader.source[cell_source]),
        Context(context, label, reader.source[context_source]),
    )


def _scores(reader: AtlasReader, gene: str, cell_type: str, context: str, scores: list[Any]) -> Significance:
    *values, source = scores
    return Significance(*[gene, cell_type, context, *values, reader.source[source]])
