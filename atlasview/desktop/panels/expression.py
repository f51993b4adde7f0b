"""The expression chart with its choices: kind of samples, data set, order of the bars."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from atlasview.desktop.controls import LinkButton, Segments
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.exports import Export, FigureExport
from atlasview.desktop.panels.figure_view import FigureView
from atlasview.desktop.panels.flow_layout import FlowLayout
from atlasview.desktop.panels.stacked import Stacked
from atlasview.desktop.theme import Theme
from atlasview.figures.expression import TARGET, expression_figure
from atlasview.figures.expression_rows import ORDERS, DataSet, datasets_of, groups_of, key_of, names_of
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.style import FigureStyle
from atlasview.records.expression import KINDS, Expression

MOST_ROWS = 100
"""Rows that are drawn before the person asks for all."""


class ExpressionPanel(QWidget):
    """One bar for each sample of one data set; two data sets never stand in one chart.

    row_selected     the Expression whose bar the person chose
    status           what the pointer or the cursor stands on
    place_requested  a place that a link of the hover card leads to
    """

    row_selected = Signal(object)
    status = Signal(str)
    place_requested = Signal(object)

    def __init__(self, theme: Theme, rows: tuple[Expression, ...]) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("expression-panel")
        self.setAccessibleName("Expression")
        self._datasets = datasets_of(rows)
        self._names = names_of(self._datasets)
        self._selected = ""
        self._all = False
        kinds = [(kind, words) for kind, words in KINDS.items() if any(key.kind == kind for key in self._datasets)]
        self._kinds = Segments(kinds, "Expression", self)
        self._dataset = DropDown(theme, "Data set", (), self)
        self._order = DropDown(theme, "Bars", tuple(ORDERS.items()), self)
        self._chart = FigureView(theme, self)
        self._chart.setAccessibleName("Expression chart")
        self._more = LinkButton("", self)
        self._lay_out()
        self._connect()
        self._change_kind()

    # --- what is shown

    def select(self, record: Expression) -> None:
        """Mark the bar of a record, with its data set, without telling anyone."""
        key = DataSet(record.kind, record.dataset, record.unit, record.source)
        if key != self._key():
            self._kinds.choose(record.kind)
            self._fill_datasets()
            self._dataset.choose(self._names[key])
        self._selected = key_of(record)
        self._all = self._all or len(self.shown()) > MOST_ROWS
        self._refresh()
        self._chart.set_current(f"{TARGET}{self._selected}")

    def shown(self) -> tuple[Expression, ...]:
        """Records of the data set that is shown."""
        return self._datasets[self._key()]

    def focused_export(self) -> Export:
        """The chart as it is set."""
        return FigureExport("expression", dataset=self._dataset.choice(), order=self._order.choice())

    # --- inside

    def _key(self) -> DataSet:
        return next(key for key, name in self._names.items() if name == self._dataset.choice())

    def _lay_out(self) -> None:
        controls = FlowLayout()
        for control in (self._kinds, self._dataset, self._order):
            controls.addWidget(control)
        Stacked(self._theme, self, controls, self._chart, self._more)
        self._restyle()

    def _connect(self) -> None:
        self._kinds.chosen.connect(self._change_kind)
        self._dataset.chosen.connect(self._change_dataset)
        self._order.chosen.connect(self._refresh)
        self._chart.activated.connect(self._choose)
        self._chart.status.connect(self.status)
        self._chart.place_requested.connect(self.place_requested)
        self._more.clicked.connect(self._show_all)
        self._theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._kinds.setFixedHeight(self._theme.height("control"))

    def _change_kind(self) -> None:
        self._fill_datasets()
        self._change_dataset()

    def _change_dataset(self) -> None:
        self._selected, self._all = "", False
        self._refresh()

    def _fill_datasets(self) -> None:
        kind = self._kinds.choice()
        found = [key for key in self._datasets if key.kind == kind]
        self._dataset.clear()
        for key in found:
            unit = f" ({key.unit})" if key.unit and key.unit not in self._names[key] else ""
            self._dataset.addItem(f"{self._names[key]}{unit}", self._names[key])
        self._dataset.setVisible(len(found) > 1)
        self._dataset.updateGeometry()
        self._kinds.setVisible(len({key.kind for key in self._datasets}) > 1)

    def _refresh(self) -> None:
        rows, order = self.shown(), self._order.choice()
        selected, most = self._selected, 0 if self._all else MOST_ROWS
        self._order.setVisible(len(groups_of(rows, "organ")[0]) > 1)
        self._more.setVisible(len(rows) > MOST_ROWS + 1 and not self._all)
        self._more.setText(f"Show all {len(rows):,} samples")

        def chart(width: float, style: FigureStyle, measure: Measure) -> Figure:
            return expression_figure(rows, width, style, measure, order=order, selected=selected, most=most)

        self._chart.set_drawing(chart)

    def _choose(self, target: str) -> None:
        self._selected = target.removeprefix(TARGET)
        self._refresh()
        self.row_selected.emit(next(row for row in self.shown() if key_of(row) == self._selected))

    def _show_all(self) -> None:
        self._all = True
        self._refresh()
