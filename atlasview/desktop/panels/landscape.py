"""The cell significance chart with its choices: metric, context, data set, grouping."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from atlasview.desktop.controls import LinkButton, SegmentButton, Segments
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.exports import Export, FigureExport
from atlasview.desktop.panels.figure_view import FigureView
from atlasview.desktop.panels.flow_layout import FlowLayout
from atlasview.desktop.panels.stacked import Stacked
from atlasview.desktop.panels.term_card import word_card
from atlasview.desktop.panels.wording import source_labels
from atlasview.desktop.theme import Theme
from atlasview.figures.landscape import landscape_figure
from atlasview.figures.landscape_legend import landscape_legend
from atlasview.figures.landscape_marks import chosen_row
from atlasview.figures.landscape_rows import GROUPS, OVERALL, groups_of, metrics_with_values, sets_of_cells
from atlasview.figures.landscape_words import about_scores, counts_of, missing_metrics
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.style import FigureStyle
from atlasview.records.profile import ScoredCell
from atlasview.records.significance import METRICS, Coverage
from atlasview.records.source import Source

MOST_ROWS = 60
"""Rows that are drawn before the person asks for all."""

_CELL = "cell:"


class LandscapePanel(QWidget):
    """One bar for each cell type of one context and data set.

    row_selected     id of the cell type that the person chose
    status           what the pointer or the cursor stands on
    place_requested  a place that a link of the hover card leads to
    changed          other rows or another metric are shown
    """

    row_selected = Signal(str)
    status = Signal(str)
    place_requested = Signal(object)
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("landscape-panel")
        self.setAccessibleName("Cell significance")
        self._rows: tuple[ScoredCell, ...] = ()
        self._coverage: tuple[Coverage, ...] = ()
        self._all = False
        self._only: frozenset[str] | None = None
        self._context = DropDown(theme, "Context", (), self)
        self._dataset = DropDown(theme, "Data set", (), self)
        self._metrics = Segments(tuple(METRICS.items()), "Metric", self)
        for button, name in zip(self._metrics.findChildren(SegmentButton), METRICS.values(), strict=True):
            word_card(theme, button, name)
        self._group = DropDown(theme, "Group", tuple(GROUPS.items()), self)
        self._legend = FigureView(theme, self, interactive=False)
        self._chart = FigureView(theme, self)
        self._chart.setAccessibleName("Cell significance chart")
        self._more = LinkButton("", self)
        self._about = QLabel(self)
        self._about.setWordWrap(True)
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lay_out()
        self._connect()

    # --- what is shown

    def show_rows(
        self, rows: tuple[ScoredCell, ...], sources: dict[str, Source], coverage: tuple[Coverage, ...] = ()
    ) -> None:
        """Show scores of one gene; the sources of those drawn and their `coverage` are said in the line below."""
        self._rows = rows
        self._coverage = coverage
        self._sources = sources
        self._all = False
        contexts = {row.context.id: row.context.label or row.context.id for row in rows}
        ordered = sorted(contexts.items(), key=lambda pair: (pair[0] != OVERALL, pair[1]))
        _fill(self._context, ordered)
        self._refill_datasets()
        self._refresh()

    def show_only(self, cell_types: frozenset[str] | None) -> None:
        """Draw these cell types alone, as a filter leaves them; None for all."""
        if cell_types != self._only:
            self._only = cell_types
            self._refresh()

    def select(self, cell_type: str) -> None:
        """Mark the row of a cell type without telling anyone; an unknown one marks none.

        A row beyond the highest is drawn with all the others.
        """
        target = f"{_CELL}{cell_type}" if cell_type else ""
        self._chart.set_chosen(target)
        if not self._chart.has(target) and cell_type in {row.cell_type.id for row in self.shown()}:
            self._show_all()

    def show_set(self, context: str, dataset: str) -> None:
        """Show the scores of another context and data set; nothing changes where there are none."""
        if not any((row.context.id, row.scores.dataset) == (context, dataset) for row in self._rows):
            return
        if (context, dataset) != (self.chosen_context(), self.chosen_dataset()):
            self._context.choose(context)
            self._refill_datasets()
            self._dataset.choose(dataset)
            self._refresh()

    def chosen_metric(self) -> str:
        """Key of the metric that is shown."""
        return self._metrics.choice()

    def chosen_context(self) -> str:
        """Id of the context that is shown, empty where there are no rows."""
        return self._context.choice() or ""

    def chosen_dataset(self) -> str:
        """Data set that is shown, empty where there are no rows."""
        return self._dataset.choice() or ""

    def focused_export(self) -> Export:
        """The chart as it is set."""
        chosen = (self.chosen_metric(), self.chosen_context(), self.chosen_dataset(), self._group.choice())
        return FigureExport("landscape", "", None, *chosen)

    # --- inside

    def _lay_out(self) -> None:
        controls = FlowLayout()
        for control in (self._context, self._dataset, self._metrics, self._group):
            controls.addWidget(control)
        Stacked(self._theme, self, controls, self._legend, self._chart, self._more, self._about)
        self._restyle()

    def _connect(self) -> None:
        self._metrics.chosen.connect(self._refresh)
        self._group.chosen.connect(self._refresh)
        self._dataset.chosen.connect(self._refresh)
        self._context.chosen.connect(self._change_context)
        self._chart.activated.connect(self._choose)
        self._chart.status.connect(self.status)
        self._chart.place_requested.connect(self.place_requested)
        self._more.clicked.connect(self._show_all)
        self._theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        theme = self._theme
        self._metrics.setFixedHeight(theme.height("control"))
        self._about.setFont(theme.font("caption"))

    def _change_context(self) -> None:
        self._refill_datasets()
        self._refresh()

    def _refill_datasets(self) -> None:
        found = [name for context, name in sets_of_cells(self._rows) if context == self.chosen_context()]
        _fill(self._dataset, [(name, name) for name in found])

    def shown(self) -> tuple[ScoredCell, ...]:
        """Rows of the chosen context and data set: two data sets never stand in one chart."""
        chosen = (self.chosen_context(), self.chosen_dataset())
        rows = (row for row in self._rows if (row.context.id, row.scores.dataset) == chosen)
        return tuple(row for row in rows if self._only is None or row.cell_type.id in self._only)

    def _refresh(self) -> None:
        rows = self.shown()
        self._offer_metrics(rows)
        self._group.setVisible(len(rows) > 1)
        self._more.setVisible(len(rows) > MOST_ROWS + 1)
        self._more.setText(f"Show the highest {MOST_ROWS} only" if self._all else f"Show all {len(rows):,} cell types")
        source = source_labels(self._sources, (row.scores.source for row in rows))
        self._about.setText(about_scores(rows, source, self._coverage))
        self._about.setVisible(bool(rows))
        self._redraw()
        self.changed.emit()

    def _redraw(self) -> None:
        rows, metric, group = self.shown(), self.chosen_metric(), self._group.choice()
        most = 0 if self._all else MOST_ROWS

        def chart(width: float, style: FigureStyle, measure: Measure) -> Figure:
            return landscape_figure(rows, metric, width, style, measure, group=group, most=most)

        def legend(width: float, style: FigureStyle, measure: Measure) -> Figure:
            groups, _ = groups_of(rows, metric, group, most)
            drawn = [row for one in groups for row in one.rows]
            return landscape_legend(drawn, group != "lineage", width, style, measure, counts_of(rows))

        self._legend.set_drawing(legend)
        self._chart.set_drawing(chart, chosen_row)

    def _offer_metrics(self, rows: tuple[ScoredCell, ...]) -> None:
        """Segments without any value cannot be chosen, and say why."""
        known = metrics_with_values(rows)
        reason = missing_metrics(rows)
        for button, (key, name) in zip(self._metrics.findChildren(SegmentButton), METRICS.items(), strict=True):
            button.setEnabled(key in known or not known)
            button.setToolTip("" if key in known else reason)
            button.setAccessibleDescription("" if key in known else f"{name}: {reason}")
        if known and self.chosen_metric() not in known:
            self._metrics.choose(known[0])

    def _choose(self, target: str) -> None:
        self._chart.set_chosen(target)
        self.row_selected.emit(target.removeprefix(_CELL))

    def _show_all(self) -> None:
        """All rows, or the highest again."""
        self._all = not self._all
        self._refresh()


def _fill(choice: DropDown, items: list[tuple[str, str]]) -> None:
    """Offer other items, keeping the chosen one where it is still there; nothing to choose shows nothing."""
    before = choice.choice() if choice.count() else ""
    choice.clear()
    for key, text in items:
        choice.addItem(text, key)
    choice.choose(before)
    choice.setVisible(len(items) > 1)
    choice.updateGeometry()
