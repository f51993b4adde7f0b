"""Chosen genes by cell types: heat map or dot plot, its choices, and the table of the same values."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from atlasview.desktop.controls import LinkButton, Segments
from atlasview.desktop.dialogs.check_box import CheckBox
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.empty import Empty
from atlasview.desktop.panels.exits import Exits, Shell
from atlasview.desktop.panels.exports import Export, FigureExport
from atlasview.desktop.panels.figure_view import FigureView
from atlasview.desktop.panels.flow_layout import FlowLayout
from atlasview.desktop.panels.grid_table import GridTable
from atlasview.desktop.panels.no_scores import no_scores
from atlasview.desktop.panels.wording import and_more, counted, source_labels
from atlasview.desktop.theme import Theme
from atlasview.figures.colour_scale import scale_for
from atlasview.figures.heatmap import TARGET, heatmap_figure
from atlasview.figures.heatmap_grid import ARRANGEMENTS, MOST_CLUSTERED, Grid, grid_of, in_context, sets_of
from atlasview.figures.landscape_rows import metrics_with_values
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.replication_words import replication_words
from atlasview.figures.style import FigureStyle
from atlasview.records.place import Kind, Place
from atlasview.records.scored_genes import ScoredGene, ScoredGenes
from atlasview.records.significance import METRICS

MOST_ROWS = 60
"""Rows that are drawn before the person asks for all."""

FIRST_GENES = 20
"""Genes of a page that are shown before the person names others."""

_VIEWS = (("heatmap", "Heat map"), ("dotplot", "Dot plot"))
_BETWEEN = "\t"


class GeneGridPanel(QWidget):
    """Reads the scores of the genes that stand in its field.

    status           what the pointer or the cursor stands on
    place_requested  a place that a link of the hover card leads to
    """

    status = Signal(str)
    place_requested = Signal(object)

    def __init__(self, theme: Theme, exits: Exits, page: Place, symbols: Sequence[str]) -> None:
        super().__init__()
        self._theme, self._exits, self._page = theme, exits, page
        self.setObjectName("gene-grid-panel")
        self.setAccessibleName("Genes by cell types")
        self._own = tuple(symbols)
        self._genes: ScoredGenes | None = None
        self._grid: Grid | None = None
        self._selected, self._all = "", False
        self._limits: tuple[float, float] | None = None
        self.field = QLineEdit(" ".join(self._own[:FIRST_GENES]), self)
        self._make_choices()
        self._chart = FigureView(theme, self)
        self._chart.setAccessibleName("Genes by cell types chart")
        self._more = LinkButton("", self)
        self._words = QLabel("Reading scores", self)
        self._table: GridTable | None = None
        self._nothing: Empty | None = None
        self._lay_out()
        self._connect()
        self._read()

    def _make_choices(self) -> None:
        theme = self._theme
        self.field.setAccessibleName("Genes, with spaces between them")
        self.field.setPlaceholderText("Genes, with spaces between them")
        self.field.setObjectName("gene-grid-genes")
        self._of_page = LinkButton("Genes of this page", self)
        self._of_tabs = LinkButton("Genes of open tabs", self)
        self._view = Segments(_VIEWS, "Chart", self)
        self._metric = DropDown(theme, "Metric", tuple(METRICS.items()), self)
        self._set = DropDown(theme, "Scores", (), self)
        self._order = DropDown(theme, "Rows and columns", tuple(ARRANGEMENTS.items()), self)
        self.keep = CheckBox(theme, "Keep the colour scale")
        self.keep.setToolTip("Other genes are drawn on the same scale; values beyond its ends have their colour")

    def _lay_out(self) -> None:
        self._names = FlowLayout(gap=self._theme.px(8))
        for part in (self._of_page, self._of_tabs):
            self._names.addWidget(part)
        self._controls = FlowLayout(gap=self._theme.px(8))
        for control in (self._view, self._metric, self._set, self._order, self.keep):
            self._controls.addWidget(control)
        self._words.setWordWrap(True)
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.field)
        self._column.addLayout(self._names)
        self._column.addLayout(self._controls)
        below: tuple[QWidget, ...] = (self._chart, self._more, self._words)
        for widget in below:
            self._column.addWidget(widget)
        self._more.hide()
        self._restyle()

    def _connect(self) -> None:
        self.field.returnPressed.connect(self._read)
        self._of_page.clicked.connect(lambda: self.name_genes(self._own[:FIRST_GENES]))
        self._of_tabs.clicked.connect(lambda: self._exits.asked.emit(self._take_tabs))
        for choice in (self._view, self._metric, self._set, self._order):
            choice.chosen.connect(self._refresh)
        self.keep.toggled.connect(self._keep_scale)
        self._chart.activated.connect(self._choose)
        self._chart.status.connect(self._exits.status)
        self._chart.place_requested.connect(self._exits.go)
        self._more.clicked.connect(self._show_all)
        self._theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        theme = self._theme
        self._column.setSpacing(theme.px(8))
        self._controls.setSpacing(theme.px(8))
        self._view.setFixedHeight(theme.height("control"))
        self._words.setFont(theme.font("caption"))

    # --- which genes

    def name_genes(self, symbols: Sequence[str]) -> None:
        """Show these genes."""
        self.field.setText(" ".join(symbols))
        self._read()

    def _take_tabs(self, shell: Shell) -> None:
        genes = [place.label or place.id for place in shell.places if place.kind is Kind.GENE]
        if genes:
            self.name_genes(tuple(dict.fromkeys(genes)))
        else:
            self._words.setText("No tab shows a gene.")

    def _read(self) -> None:
        words = tuple(dict.fromkeys(self.field.text().replace(",", " ").split()))
        if words:
            self._exits.read_genes(self, words, self._page, self.show_genes)

    def show_genes(self, genes: ScoredGenes) -> None:
        """Draw genes with their scores."""
        self._genes = genes
        self._selected, self._all = "", False
        self._offer_sets(genes)
        self._show_nothing()
        if self._set.count():
            self._refresh()

    def _show_nothing(self) -> None:
        """In place of the chart why there is none, where none of the genes has a score."""
        assert self._genes is not None
        scored = self._set.count() > 0
        self._more.hide()
        for part in (self._view, self._metric, self._order, self.keep, self._chart, self._words):
            part.setVisible(scored)
        for old in (self._nothing, None if scored else self._table):
            self._let_go(old)
        self._nothing = None
        if not scored:
            self._grid, self._table = None, None
            named = [gene.symbol for gene in self._genes.genes]
            self._nothing = Empty(
                self._theme, self._exits, no_scores(self._genes.atlas, "these genes", and_more(named, 5))
            )
            self._column.addWidget(self._nothing)

    def _let_go(self, widget: QWidget | None) -> None:
        if widget is not None:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _offer_sets(self, genes: ScoredGenes) -> None:
        before = self._set.choice() if self._set.count() else ""
        self._set.clear()
        for (context, dataset), sample in sets_of(genes.genes).items():
            label = ", ".join(part for part in (sample.context.label or context, dataset) if part)
            self._set.addItem(label, _BETWEEN.join((context, dataset)))
        self._set.choose(before)
        self._set.setVisible(self._set.count() > 1)
        self._set.updateGeometry()

    # --- what is shown

    def grid(self) -> Grid | None:
        """What is drawn, None before the scores have come."""
        return self._grid

    def select(self, target: str) -> None:
        """Mark a square without telling anyone."""
        self._selected = target
        self._chart.set_current(target)
        self._redraw()

    def focused_export(self) -> Export | None:
        """The chart as it is set; None before there is one."""
        if self._genes is None or not self._set.count():
            return None
        context, _, dataset = self._set.choice().partition(_BETWEEN)
        chosen = (self._metric.choice(), context, dataset, self._order.choice())
        return FigureExport(self._view.choice(), "", None, *chosen, limits=self._limits, of=self._genes)

    def _refresh(self) -> None:
        if self._genes is None:
            return
        context, _, dataset = (self._set.choice() if self._set.count() else _BETWEEN).partition(_BETWEEN)
        genes = in_context(self._genes.genes, context, dataset)
        self._offer_metrics(genes)
        metric = self._metric.choice()
        most = 0 if self._all else MOST_ROWS
        self._grid = grid_of(genes, metric, self._order.choice(), most)
        if self.keep.isChecked() and self._limits is None:
            self._keep_scale()
        self._more.setVisible(self._grid.left_out > 0)
        self._more.setText(f"Show all {len(self._grid.cells) + self._grid.left_out:,} cell types")
        self._say(self._grid)
        self._put_table(self._grid)
        self._redraw()

    def _offer_metrics(self, genes: Sequence[ScoredGene]) -> None:
        known = metrics_with_values(one for gene in genes for one in gene.scores)
        if known and self._metric.choice() not in known:
            self._metric.choose(known[0])
            self._limits = None

    def _say(self, grid: Grid) -> None:
        silent = [gene.symbol for gene in grid.genes if not gene.scores]
        labels = source_labels(
            self._genes.sources if self._genes else {},
            (one.scores.source for gene in grid.genes for one in gene.scores),
        )
        sentences = [f"{counted(len(grid.genes), 'gene')} in {counted(len(grid.cells), 'cell type')}."]
        if silent:
            sentences.append(f"Without any score here: {', '.join(silent)}.")
        if self._order.choice() != grid.arrangement:
            sentences.append(f"More than {MOST_CLUSTERED} cell types stand by lineage.")
        if remark := replication_words(one.scores for gene in grid.genes for one in gene.scores):
            sentences.append(remark)
        if labels:
            sentences.append(f"Source: {labels}.")
        self._words.setText(" ".join(sentences))

    def _keep_scale(self) -> None:
        """Hold the ends of the present scale, or let them follow again."""
        self._limits = None
        if self.keep.isChecked() and self._grid is not None and self._grid.values:
            scale = scale_for(self._grid.values, self._grid.metric)
            self._limits = (scale.low, scale.high)
        self._redraw()

    def _redraw(self) -> None:
        grid, limits, selected = self._grid, self._limits, self._selected
        dots = self._view.choice() == "dotplot"
        if grid is None:
            return

        def chart(width: float, style: FigureStyle, measure: Measure) -> Figure:
            return heatmap_figure(grid, width, style, measure, dots, limits, selected=selected)

        self._chart.set_drawing(chart)

    def _put_table(self, grid: Grid) -> None:
        self._let_go(self._table)
        self._table = GridTable(self._theme, self._exits, grid)
        self._table.table.record_chosen.connect(lambda square: self.select(square.target))
        self._column.addWidget(self._table)

    def _choose(self, target: str) -> None:
        self._selected = target
        self._redraw()
        if self._table is not None and target.startswith(TARGET):
            self._table.table.select(lambda square: square.target == target)

    def _show_all(self) -> None:
        self._all = True
        self._refresh()
