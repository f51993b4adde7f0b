"""The table of a gene's expression."""

from atlasview.anatomy import group_of
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
        Column("sample", lambda row: row.sample, "tissue, cell type, cell line or place in the cell"),
        Column("part", lambda row: row.part, "cell type in the tissue, or tissue of the cell type"),
        Column("sample_id", lambda row: row.sample_id, "UBERON, CL or GO term of the sample"),
        Column("group", lambda row: "" if row.kind == "place" else group_of(row.sample), "organ or family of cells"),
        Column("value", lambda row: row.value, "in the unit beside it; empty: not measured, 0: measured as zero"),
        Column("level", lambda row: row.level, "protein: not detected, low, medium, high; place: main, additional"),
        Column("reliability", lambda row: row.reliability, "enhanced, supported, approved or uncertain"),
        Column("unit", lambda row: row.unit, "unit of the value"),
        Column("kind", lambda row: row.kind, "tissue, cell type, cell line, protein level or place"),
        Column("dataset", lambda row: row.dataset, "data set"),
        Column("source", lambda row: row.source, "key of the source"),
    ),
    _rows,
)
