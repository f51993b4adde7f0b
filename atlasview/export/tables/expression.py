"""The table of a gene's expression."""

from atlasview.export.tables.subject import gene_rows
from atlasview.export.tables.table import Column, Row, TableKind
from atlasview.records.expression import Expression
from atlasview.records.profile import GeneProfile, Profile


def _rows(profile: Profile) -> list[Row[Expression]] | None:
    return gene_rows(profile, profile.expression) if isinstance(profile, GeneProfile) else None


EXPRESSION: TableKind[Expression] = TableKind(
    "expression",
    "Expression",
    (
        Column("sample", lambda row: row.sample, "tissue or cell type"),
        Column("value", lambda row: row.value, "in the unit beside it; empty: not measured, 0: measured as zero"),
        Column("unit", lambda row: row.unit, "unit of the value"),
        Column("kind", lambda row: row.kind, "tissue, cell type or protein level"),
        Column("dataset", lambda row: row.dataset, "data set"),
        Column("source", lambda row: row.source, "key of the source"),
    ),
    _rows,
)
