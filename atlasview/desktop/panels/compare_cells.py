"""Two cell types by the scores of their genes: a scatter with names, and the table of the same values."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.exits import Exits, way_to
from atlasview.desktop.panels.exports import Export, FigureExport
from atlasview.desktop.panels.figure_view import FigureView
from atlasview.desktop.panels.flow_layout import FlowLayout
from atlasview.desktop.panels.wording import counted, number
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.scatter import TARGET, scatter_figure
from atlasview.figures.scatter_pair import Pair
from atlasview.figures.scatter_pairs import axes, pairs_of, remark_of, sets_in
from atlasview.figures.style import FigureStyle
from atlasview.records.place import Kind, Place
from atlasview.records.profile import TermProfile
from atlasview.records.significance import METRICS
from atlasview.records.two_cell_types import TwoCellTypes

_BETWEEN = "\t"


class CompareCellsPanel(QWidget):
    """Compares the cell type of its page with one that is named in the field or chosen among its relatives."""

    def __init__(self, theme: Theme, exits: Exits, profile: TermProfile) -> None:
        super().__init__()
        self._theme, self._exits, self._profile = theme, exits, profile
        self.setObjectName("compare-cells-panel")
        self.setAccessibleName("Compare with another cell type")
        self._two: TwoCellTypes | None = None
        self._selected = ""
        self._pairs: tuple[Pair, ...] = ()
        self._table: TablePanel | None = None
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Another cell type, by name or CL identifier")
        self.field.setAccessibleName(self.field.placeholderText())
        relatives = {one.id: one.name for one in (*profile.parents, *profile.children)}
        self._relatives = DropDown(theme, "Relatives", (("", "choose"), *relatives.items()), self)
        self._relatives.setVisible(bool(relatives))
        labels = {one.id: one.label for one in profile.contexts}
        sets = sets_in(profile.genes, labels).items()
        self._set = DropDown(theme, "Scores", tuple((_BETWEEN.join(key), words) for key, words in sets), self)
        self._set.setVisible(self._set.count() > 1)
        self._metric = DropDown(theme, "Metric", tuple(METRICS.items()), self)
        self._chart = FigureView(theme, self)
        self._chart.setAccessibleName("Scatter of two cell types")
        self._words = QLabel("Name a cell type to see how its genes differ from those of this one.", self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._words.setWordWrap(True)
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._controls = FlowLayout(gap=self._theme.px(8))
        for control in (self._relatives, self._set, self._metric):
            self._controls.addWidget(control)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.field)
        self._column.addLayout(self._controls)
        self._column.addWidget(self._words)
        self._column.addWidget(self._chart)
        self._chart.hide()
        self._restyle()

    def _connect(self) -> None:
        self.field.returnPressed.connect(lambda: self.compare_with(self.field.text()))
        self._relatives.chosen.connect(self.compare_with)
        self._set.chosen.connect(self._refresh)
        self._metric.chosen.connect(self._refresh)
        self._chart.activated.connect(self._choose)
        self._chart.status.connect(self._exits.status)
        self._chart.place_requested.connect(self._exits.go)
        self._theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(8))
        self._words.setFont(self._theme.font("small"))

    def compare_with(self, text: str) -> None:
        """Read another cell type by its name or identifier and draw both."""
        if text.strip():
            self._exits.read_cell_type(self, text.strip(), self.show_other)

    def show_other(self, other: TermProfile) -> None:
        """Draw the cell type of the page against another one."""
        self._two, self._selected = TwoCellTypes(self._profile, other), ""
        self.field.setText(other.name)
        if self._profile.left_out:
            self._words.setText(f"Reading all genes of {self._profile.name}")
            self._exits.read_cell_type(self, self._profile.id, self._use_whole)
        else:
            self._refresh()

    def _use_whole(self, profile: TermProfile) -> None:
        """Take the page's own cell type with all of its genes, of which the page has read the best."""
        self._profile = profile
        if self._two is not None:
            self._two = TwoCellTypes(profile, self._two.other)
        self._refresh()

    def focused_export(self) -> Export | None:
        """The chart as it is set; None before there is one."""
        if self._two is None:
            return None
        return FigureExport("compare", "", None, self._metric.choice(), *self._chosen_set(), of=self._two)

    def _chosen_set(self) -> tuple[str, str]:
        context, _, dataset = (self._set.choice() or _BETWEEN).partition(_BETWEEN)
        return context, dataset

    def _refresh(self) -> None:
        if self._two is None:
            return
        metric = self._metric.choice()
        self._pairs = pairs_of(self._two, *self._chosen_set(), metric)
        both = sum(pair.here is not None and pair.there is not None for pair in self._pairs)
        sentences = (
            f"{counted(both, 'gene')} with {METRICS[metric]} in {self._profile.name} and in {self._two.other.name}.",
            "Both are of the same context and data set.",
            "CSI grows with the number of profiles: compare by delta or PRS where n differs.",
            remark_of(self._two, *self._chosen_set()),
        )
        self._words.setText(" ".join(filter(None, sentences)))
        self._chart.show()
        self._redraw()
        self._put_table(self._two)

    def _redraw(self) -> None:
        selected, pairs = self._selected, self._pairs
        if self._two is None:
            return
        both = axes(self._two, self._metric.choice())

        def chart(width: float, style: FigureStyle, measure: Measure) -> Figure:
            return scatter_figure(pairs, both, width, style, measure, selected)

        self._chart.set_drawing(chart)

    def _put_table(self, two: TwoCellTypes) -> None:
        if self._table is not None:
            self._column.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        records = sorted(self._pairs, key=lambda pair: -abs(pair.apart))
        self._table = TablePanel(
            self._theme,
            self._exits,
            RecordTable(self._theme, self._exits, _columns(two), records, rows_shown=12),
            "compare-cells-table",
            "Genes of two cell types",
            noun="gene",
            prompt="Filter genes",
            foot="A dash is not measured in that cell type; missing is not zero.",
        )
        self._table.table.record_chosen.connect(self._mark)
        self._column.addWidget(self._table)

    def _mark(self, pair: Pair) -> None:
        self._selected = f"{TARGET}{pair.id}"
        self._chart.set_current(self._selected)
        self._redraw()

    def _choose(self, target: str) -> None:
        self._selected = target
        self._redraw()
        if self._table is not None:
            self._table.table.select(lambda pair: f"{TARGET}{pair.id}" == target)


def _columns(two: TwoCellTypes) -> tuple[Column, ...]:
    here, there = two.page.name, two.other.name
    return (
        Column("Gene", lambda pair: pair.symbol, link=lambda pair: way_to(Place(Kind.GENE, pair.id)), strong=True),
        Column("Name", lambda pair: pair.name, muted=True, widest=360, least=100, stretch=1),
        Column(here, lambda pair: number(pair.here), key=lambda pair: pair.here, number=True),
        Column(there, lambda pair: number(pair.there), key=lambda pair: pair.there, number=True),
        Column("Difference", lambda pair: number(_apart(pair)), key=_apart, number=True),
    )


def _apart(pair: Pair) -> float | None:
    return pair.apart if pair.here is not None and pair.there is not None else None
