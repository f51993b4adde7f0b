"""The values of a heat map as a table: one row for each gene and cell type that has scores."""

from typing import Any

from atlasview.desktop.panels.exits import Exits, way_to
from atlasview.desktop.panels.significant_cells import SCORES
from atlasview.desktop.panels.wording import number
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.figures.heatmap_grid import Grid, Square
from atlasview.records.place import Kind, Place


def _of_scores(column: Column) -> Column:
    """A column of scored cells as one of squares."""

    def text(square: Square) -> str:
        return column.text(square.scored)

    def key(square: Square) -> Any:
        return column.key(square.scored) if column.key is not None else None

    value = None if column.value is None else text
    return Column(column.title, text, key=key, number=True, value=value)


_COLUMNS = (
    Column("Gene", lambda one: one.gene.symbol, link=lambda one: way_to(Place(Kind.GENE, one.gene.id)), strong=True),
    Column(
        "Cell type",
        lambda one: one.cell.name or one.cell.id,
        link=lambda one: way_to(Place(Kind.CELL_TYPE, one.cell.id)),
        quiet=True,
        widest=420,
        least=150,
        stretch=1,
    ),
    *(_of_scores(column) for column in SCORES if column.title not in ("95 % interval", "Threshold")),
    Column("% of cells", lambda one: number(one.share, 1, " %"), key=lambda one: one.share, number=True, optional=True),
)


class GridTable(TablePanel):
    """The twin of the chart."""

    def __init__(self, theme: Theme, exits: Exits, grid: Grid) -> None:
        squares = tuple(square for square in grid.squares if square.scored is not None)
        columns = tuple(column for column in _COLUMNS if column.is_needed(squares))
        super().__init__(
            theme,
            exits,
            RecordTable(theme, exits, columns, squares, rows_shown=12),
            "gene-grid-table",
            "Values of genes in cell types",
            title="Values",
            noun="value",
            prompt="Filter values",
            foot="A gene and a cell type that are not listed together were not given; missing is not zero.",
        )
