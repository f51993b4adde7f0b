"""The gene or genes that the rows of a page's tables are about."""

from collections.abc import Iterable
from typing import TypeVar

from atlasview.export.tables.table import Row
from atlasview.records.profile import GeneProfile, ProteinProfile

Record = TypeVar("Record")


def gene_rows(profile: GeneProfile | ProteinProfile, records: Iterable[Record]) -> list[Row[Record]]:
    """Rows under the gene of a page; under all genes of a protein, which may be several."""
    if isinstance(profile, GeneProfile):
        return [Row(profile.gene.id, profile.gene.symbol, record) for record in records]
    genes = tuple(gene.id for gene in profile.genes)
    symbols = tuple(gene.symbol for gene in profile.genes)
    return [Row(genes, symbols, record) for record in records]
