"""The few cell types in which a gene is most significant, at a glance, for the overview."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from atlasview.desktop.panels.exits import Exits, place_of
from atlasview.desktop.panels.exports import Export, FigureExport
from atlasview.desktop.panels.figure_view import FigureView
from atlasview.desktop.panels.wording import counted, source_labels
from atlasview.desktop.theme import Theme
from atlasview.figures.landscape import landscape_figure
from atlasview.figures.landscape_rows import groups_of, sets_of_cells, words_of_all
from atlasview.records.profile import ScoredCell
from atlasview.records.source import Source

SHOWN = 5


class Glance(QWidget):
    """Title, at most SHOWN bars, and a line that says whose they are; a bar leads to its cell type.

    rows  scores of a gene, of which at least one has a CSI
    """

    def __init__(self, theme: Theme, exits: Exits, rows: tuple[ScoredCell, ...], sources: dict[str, Source]) -> None:
        super().__init__()
        self._theme = theme
        self._exits = exits
        rows = next(own for own in sets_of_cells(rows).values() if any(row.scores.csi is not None for row in own))
        self._title = QLabel("Highest in cell types", self)
        self._metric = QLabel("CSI", self)
        self._chart = FigureView(theme, self)
        self._chart.setAccessibleName("Cell types with the highest CSI")
        self._chart.set_drawing(
            lambda width, style, measure: landscape_figure(
                rows, "csi", width, style, measure, group="value", most=SHOWN
            )
        )
        source = source_labels(sources, (row.scores.source for row in rows))
        words = f"{source}; {rows[0].context.label.lower()}, {counted(len(rows), 'cell type')}"
        (shown,), _ = groups_of(rows, "csi", "value", SHOWN)
        of_all = words_of_all(shown.rows)
        self._foot = QLabel(f"{words}, {of_all}." if of_all else f"{words}.", self)
        self._foot.setWordWrap(True)
        for muted in (self._metric, self._foot):
            muted.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lay_out()
        self._chart.activated.connect(self._open)
        self._chart.status.connect(exits.status)
        self._chart.place_requested.connect(exits.go)
        theme.changed.connect(self._restyle)
        self._restyle()

    def focused_export(self) -> Export:
        """The whole chart as a file."""
        return FigureExport("landscape")

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self._metric, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addLayout(row)
        self._column.addWidget(self._chart)
        self._column.addWidget(self._foot)

    def _restyle(self) -> None:
        theme = self._theme
        self._title.setFont(theme.font("strong"))
        self._metric.setFont(theme.font("small"))
        self._foot.setFont(theme.font("caption"))
        self._column.setContentsMargins(0, theme.px(4), 0, 0)
        self._column.setSpacing(theme.px(6))

    def _open(self, target: str) -> None:
        place = place_of(target.removeprefix("cell:"))
        if place is not None:
            self._exits.go(place)
