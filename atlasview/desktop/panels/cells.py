"""Cells of a gene: the landscape, the treemap and their twin table, which share one selection."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.landscape import LandscapePanel
from atlasview.desktop.panels.significant_cells import SignificantCellsPanel
from atlasview.desktop.panels.treemap import CellTypesTreemap
from atlasview.desktop.theme import Theme
from atlasview.records.profile import ScoredCell
from atlasview.records.significance import Coverage
from atlasview.records.source import Source


class CellsPanel(QWidget):
    """Charts above, table below."""

    def __init__(
        self,
        theme: Theme,
        exits: Exits,
        rows: tuple[ScoredCell, ...],
        sources: dict[str, Source],
        coverage: tuple[Coverage, ...] = (),
    ) -> None:
        super().__init__()
        self._theme = theme
        self.landscape = LandscapePanel(theme)
        self.landscape.show_rows(rows, sources, coverage)
        self.treemap = CellTypesTreemap(theme)
        self._show_tiles()
        self.cells = SignificantCellsPanel(theme, exits, rows)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.landscape)
        self._column.addWidget(self.treemap)
        self._column.addWidget(self.cells)
        self.landscape.changed.connect(self._show_tiles)
        self.treemap.row_selected.connect(self._select_tile)
        self.treemap.chart.status.connect(exits.status)
        self.landscape.row_selected.connect(self._select_row)
        self.landscape.status.connect(exits.status)
        self.landscape.place_requested.connect(exits.go)
        self.cells.table.record_chosen.connect(self._select_bar)
        self.cells.table.records_model.modelReset.connect(self._follow_filter)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(16))

    def _follow_filter(self) -> None:
        """The charts show what the filter of the table leaves; with nothing left they stay as they were."""
        model = self.cells.table.records_model
        left = frozenset(row.cell_type.id for row in model.records())
        if left:
            self.landscape.show_only(left if model.rowCount() < model.total else None)

    def _show_tiles(self) -> None:
        self.treemap.show_rows(self.landscape.shown(), self.landscape.chosen_metric())

    def _select_tile(self, cell_type: str) -> None:
        self.landscape.select(cell_type)
        self._select_in_table(cell_type)

    def _select_row(self, cell_type: str) -> None:
        self.treemap.select(cell_type)
        self._select_in_table(cell_type)

    def _select_in_table(self, cell_type: str) -> None:
        """The row of the context and data set that the charts show."""
        wanted = (cell_type, self.landscape.chosen_context(), self.landscape.chosen_dataset())
        self.cells.table.select(lambda row: (row.cell_type.id, row.context.id, row.scores.dataset) == wanted)

    def _select_bar(self, row: ScoredCell) -> None:
        """A row of another context or data set has the charts show that."""
        self.landscape.show_set(row.context.id, row.scores.dataset)
        self.landscape.select(row.cell_type.id)
        self.treemap.select(row.cell_type.id)
