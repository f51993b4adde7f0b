"""The table of marker genes: of a gene its cell types, of a cell type its genes."""

from typing import NamedTuple

from atlasview.export.tables.subject import gene_rows
from atlasview.export.tables.table import Column, Row, TableKind
from atlasview.records.marker import Marker
from atlasview.records.profile import GeneProfile, Profile, TermProfile


class _Marked(NamedTuple):
    """A marker with the name of its cell type."""

    marker: Marker
    name: str


def _rows(profile: Profile) -> list[Row[_Marked]] | None:
    if isinstance(profile, GeneProfile):
        return gene_rows(profile, [_Marked(one.marker, one.cell_type) for one in profile.markers])
    if not isinstance(profile, TermProfile):
        return None
    return [Row(one.gene.id, one.gene.symbol, _Marked(one.marker, profile.name)) for one in profile.markers]


MARKERS: TableKind[_Marked] = TableKind(
    "markers",
    "Markers",
    (
        Column("cell_type", lambda row: row.marker.cell_type, "identifier of the cell type that the gene marks"),
        Column("label", lambda row: row.name, "name of the cell type"),
        Column("tissue", lambda row: row.marker.tissue, "tissue in which it does"),
        Column("condition", lambda row: row.marker.condition, "disease in which it does, empty for none"),
        Column("score", lambda row: row.marker.score, "marker score of the source; no CSI"),
        Column("evidence", lambda row: row.marker.evidence, "what it rests on, in the source's word"),
        Column("publications", lambda row: row.marker.publications, "list of papers"),
        Column("source", lambda row: row.marker.source, "key of the source"),
    ),
    _rows,
)
