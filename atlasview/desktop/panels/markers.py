"""Markers: of a gene the cell types that lists say it marks, of a cell type the genes."""

from atlasview.desktop.panels.exits import Exits, place_of, way_to
from atlasview.desktop.panels.source_column import source_column
from atlasview.desktop.panels.wording import number
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.records.marker import Marker
from atlasview.records.place import Kind, Place
from atlasview.records.profile import MarkedCell, MarkerGene
from atlasview.records.source import Source

_Row = MarkedCell | MarkerGene


def _cell_way(row: MarkedCell) -> str:
    return way_to(Place(Kind.CELL_TYPE, row.marker.cell_type))


def _gene_way(row: MarkerGene) -> str:
    return way_to(Place(Kind.GENE, row.gene.id))


def _paper_way(row: _Row) -> str:
    place = place_of(row.marker.publications[0]) if row.marker.publications else None
    return way_to(place) if place else ""


def _papers(marker: Marker) -> str:
    more = len(marker.publications) - 1
    return "" if more < 0 else marker.publications[0] + (f" +{more}" if more else "")


def _said(sources: dict[str, Source]) -> tuple[Column, ...]:
    return (
        Column("Tissue", lambda row: row.marker.tissue, widest=180, least=80, optional=True),
        Column("Condition", lambda row: row.marker.condition, widest=180, least=80, optional=True),
        Column(
            "Marker score",
            lambda row: number(row.marker.score),
            key=lambda row: row.marker.score,
            number=True,
            optional=True,
            help="The source's own score; no CSI",
        ),
        Column("Evidence", lambda row: row.marker.evidence, widest=160, least=80, optional=True),
        Column("Papers", lambda row: _papers(row.marker), link=_paper_way, widest=150, optional=True),
        source_column(sources, lambda row: row.marker.source),
    )


def cell_columns(sources: dict[str, Source]) -> tuple[Column, ...]:
    """Columns of the cell types of a gene."""
    name = Column("Cell type", lambda row: row.cell_type, link=_cell_way, widest=420, least=180, stretch=2, strong=True)
    return (name, Column("Term", lambda row: row.marker.cell_type, widest=120, muted=True), *_said(sources))


def gene_columns(sources: dict[str, Source]) -> tuple[Column, ...]:
    """Columns of the genes of a cell type."""
    symbol = Column("Gene", lambda row: row.gene.symbol, link=_gene_way, widest=140, least=80, strong=True)
    name = Column("Name", lambda row: row.gene.name, widest=420, least=120, stretch=2)
    return (symbol, name, *_said(sources))


class MarkersPanel(TablePanel):
    """The table of markers."""

    def __init__(
        self,
        theme: Theme,
        exits: Exits,
        rows: tuple[MarkedCell, ...] | tuple[MarkerGene, ...],
        columns: tuple[Column, ...],
    ) -> None:
        super().__init__(
            theme,
            exits,
            RecordTable(theme, exits, columns, rows),
            "markers-table",
            "Markers",
            noun="marker",
            prompt="Filter markers",
            what="markers",
        )
