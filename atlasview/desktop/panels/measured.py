"""Expression of a gene: the chart and its twin table, which share one selection."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlasview.anatomy import group_of
from atlasview.desktop.panels.exits import Exits, place_of, way_to
from atlasview.desktop.panels.expression import ExpressionPanel
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.figures.expression_rows import datasets_of, groups_of, row_of, value_text
from atlasview.records.expression import KINDS, Expression

_FOOT = "A sample that is not listed was not given; missing is not zero."


def _group(row: Expression) -> str:
    return "" if row.kind in ("place", "cell line") else group_of(row.sample)


def _value(row: Expression) -> str:
    shown = row_of(row)
    if row.kind == "place":
        return row.level
    return value_text(shown) if shown.value is not None else ""


def _term(row: Expression) -> str:
    place = place_of(row.sample_id) if row.sample_id.startswith(("CL:", "GO:")) else None
    return way_to(place) if place is not None else ""


def columns(datasets: int) -> tuple[Column, ...]:
    """Columns of the table, with kind and data set where there is more than one."""
    return (
        Column("Sample", lambda row: row.sample, widest=300, least=120, stretch=1),
        Column("Part", lambda row: row.part, widest=220, optional=True),
        Column("Organ", _group, widest=220, optional=True),
        Column(
            "Value",
            _value,
            key=lambda row: row_of(row).value if row.kind != "place" else row.level or None,
            number=True,
            value=lambda row: row.value if row.value is not None else row.level,
        ),
        Column("Unit", lambda row: row.unit, optional=True),
        Column("Reliability", lambda row: row.reliability, optional=True),
        Column("Term", lambda row: row.sample_id, link=_term, optional=True),
        *((Column("Kind", lambda row: KINDS.get(row.kind, row.kind), widest=140),) if datasets > 1 else ()),
        *((Column("Data set", lambda row: row.dataset, widest=240),) if datasets > 1 else ()),
    )


def _in_order(rows: tuple[Expression, ...]) -> tuple[Expression, ...]:
    """Data set by data set as the chart offers them, in each the highest first."""
    groups = (group for own in datasets_of(rows).values() for group in groups_of(own, "value")[0])
    return tuple(row.record for group in groups for row in group.rows)


class MeasuredPanel(QWidget):
    """Chart above, table below; the table has all data sets of the gene."""

    def __init__(self, theme: Theme, exits: Exits, rows: tuple[Expression, ...]) -> None:
        super().__init__()
        self._theme = theme
        self.chart = ExpressionPanel(theme, rows)
        rows = _in_order(rows)
        datasets = len({(row.kind, row.dataset) for row in rows})
        self.values = TablePanel(
            theme,
            exits,
            RecordTable(theme, exits, columns(datasets), rows, rows_shown=12),
            "expression-table",
            "Expression",
            title="Values",
            noun="value",
            prompt="Filter samples",
            foot=_FOOT,
            what="expression",
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.chart)
        self._column.addWidget(self.values)
        self.chart.row_selected.connect(self._select_row)
        self.chart.status.connect(exits.status)
        self.chart.place_requested.connect(exits.go)
        self.values.table.record_chosen.connect(self.chart.select)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(16))

    def _select_row(self, record: Expression) -> None:
        self.values.table.select(lambda row: row is record)
