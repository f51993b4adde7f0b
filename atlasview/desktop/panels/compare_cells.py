"""Two cell types by the scores of their genes: a scatter with names, and the table of the same values."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.exits import Exits, way_to
from atlasview.desktop.panels.figure_view import FigureView
from atlasview.desktop.panels.flow_layout import FlowLayout
from atlasview.desktop.panels.wording import counted, short_number
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.scatter import TARGET, Pair, scatter_figure
from atlasview.figures.style import FigureStyle
from atlasview.records.place import Kind, Place
from atlasview.records.profile import GeneLink, TermProfile
from atlasview.records.significance import METRICS, metric_value

_NOT_FOLD = {key: name for key, name in METRICS.items() if key != "fold"}
_BETWEEN = "\t"


@dataclass(frozen=True, slots=True)
class _Compared:
    """A gene in both cell types."""

    name: str
    pair: Pair


def scores_by_gene(genes: Sequence[GeneLink], context: str, dataset: str) -> dict[str, GeneLink]:
    """The genes of one context and data set by their identifiers."""
    found = {}
    for gene in genes:
        if gene.scores is not None and (gene.scores.context, gene.scores.dataset) == (context, dataset):
            found[gene.id] = gene
    return found


def sets_in(genes: Sequence[GeneLink], labels: dict[str, str]) -> dict[str, str]:
    """Context and data set in one key -> what they are called, overall first, then by how many genes have scores."""
    counts: dict[tuple[str, str], int] = {}
    for gene in genes:
        if gene.scores is not None:
            key = (gene.scores.context, gene.scores.dataset)
            counts[key] = counts.get(key, 0) + 1
    order = sorted(counts, key=lambda key: (key[0] != "overall", -counts[key], key))
    return {_BETWEEN.join(key): ", ".join(filter(None, (labels.get(key[0], key[0]), key[1]))) for key in order}


class CompareCellsPanel(QWidget):
    """Compares the cell type of its page with one that is named in the field or chosen among its relatives."""

    def __init__(self, theme: Theme, exits: Exits, profile: TermProfile) -> None:
        super().__init__()
        self._theme, self._exits, self._profile = theme, exits, profile
        self.setObjectName("compare-cells-panel")
        self.setAccessibleName("Compare with another cell type")
        self._other: TermProfile | None = None
        self._selected = ""
        self._pairs: tuple[_Compared, ...] = ()
        self._table: TablePanel | None = None
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Another cell type, by name or CL identifier")
        self.field.setAccessibleName(self.field.placeholderText())
        relatives = {one.id: one.name for one in (*profile.parents, *profile.children)}
        self._relatives = DropDown(theme, "Relatives", (("", "choose"), *relatives.items()), self)
        self._relatives.setVisible(bool(relatives))
        labels = {one.id: one.label for one in profile.contexts}
        self._set = DropDown(theme, "Scores", tuple(sets_in(profile.genes, labels).items()), self)
        self._set.setVisible(self._set.count() > 1)
        self._metric = DropDown(theme, "Metric", tuple(_NOT_FOLD.items()), self)
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
        self._other, self._selected = other, ""
        self.field.setText(other.name)
        if self._profile.left_out:
            self._words.setText(f"Reading all genes of {self._profile.name}")
            self._exits.read_cell_type(self, self._profile.id, self._use_whole)
        else:
            self._refresh()

    def _use_whole(self, profile: TermProfile) -> None:
        """Take the page's own cell type with all of its genes, of which the page has read the best."""
        self._profile = profile
        self._refresh()

    def _refresh(self) -> None:
        if self._other is None:
            return
        context, _, dataset = (self._set.choice() or _BETWEEN).partition(_BETWEEN)
        here = scores_by_gene(self._profile.genes, context, dataset)
        there = scores_by_gene(self._other.genes, context, dataset)
        metric = self._metric.choice()
        known = {**there, **here}
        pairs = (
            _Compared(
                gene.name,
                Pair(gene.id, gene.symbol, _value(here.get(gene.id), metric), _value(there.get(gene.id), metric)),
            )
            for gene in known.values()
        )
        self._pairs = tuple(one for one in pairs if one.pair.here is not None or one.pair.there is not None)
        both = sum(one.pair.here is not None and one.pair.there is not None for one in self._pairs)
        self._words.setText(
            f"{counted(both, 'gene')} with {METRICS[metric]} in {self._profile.name} and in {self._other.name}, same "
            "context and data set. CSI grows with the number of profiles: compare by delta or PRS where n differs."
        )
        self._chart.show()
        self._redraw()
        self._put_table()

    def _redraw(self) -> None:
        other, metric, selected = self._other, self._metric.choice(), self._selected
        pairs = [one.pair for one in self._pairs]
        if other is None:
            return
        across = f"→ {METRICS[metric]} in {self._profile.name}"
        down = f"↑ {METRICS[metric]} in {other.name}"

        def chart(width: float, style: FigureStyle, measure: Measure) -> Figure:
            return scatter_figure(pairs, across, down, width, style, measure, metric, selected)

        self._chart.set_drawing(chart)

    def _put_table(self) -> None:
        if self._table is not None:
            self._column.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        records = sorted(self._pairs, key=lambda one: -abs(one.pair.apart))
        self._table = TablePanel(
            self._theme,
            self._exits,
            RecordTable(self._theme, self._exits, self._columns(), records, rows_shown=12),
            "compare-cells-table",
            "Genes of two cell types",
            noun="gene",
            prompt="Filter genes",
            foot="A dash is not measured in that cell type; missing is not zero.",
        )
        self._table.table.record_chosen.connect(self._mark)
        self._column.addWidget(self._table)

    def _columns(self) -> tuple[Column, ...]:
        here, there = self._profile.name, self._other.name if self._other is not None else ""
        return (
            Column(
                "Gene", lambda one: one.pair.symbol, link=lambda one: way_to(Place(Kind.GENE, one.pair.id)), strong=True
            ),
            Column("Name", lambda one: one.name, muted=True, widest=360, least=100, stretch=1),
            Column(here, lambda one: short_number(one.pair.here), key=lambda one: one.pair.here, number=True),
            Column(there, lambda one: short_number(one.pair.there), key=lambda one: one.pair.there, number=True),
            Column("Difference", _difference, key=_apart, number=True),
        )

    def _mark(self, record: _Compared) -> None:
        self._selected = f"{TARGET}{record.pair.id}"
        self._chart.set_current(self._selected)
        self._redraw()

    def _choose(self, target: str) -> None:
        self._selected = target
        self._redraw()
        if self._table is not None:
            self._table.table.select(lambda one: f"{TARGET}{one.pair.id}" == target)


def _value(gene: GeneLink | None, metric: str) -> float | None:
    return metric_value(gene.scores, metric) if gene is not None and gene.scores is not None else None


def _way(record: _Compared) -> str:
    return way_to(Place(Kind.GENE, record.pair.id))


def _apart(record: _Compared) -> float | None:
    pair = record.pair
    return pair.apart if pair.here is not None and pair.there is not None else None


def _difference(record: _Compared) -> str:
    return short_number(_apart(record))
