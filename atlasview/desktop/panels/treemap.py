"""Treemaps on a page: cell types of a gene by lineage; pathways of a cell type and the genes in each."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from atlasview.desktop.controls import LinkButton, Segments
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.exports import Export, FigureExport
from atlasview.desktop.panels.figure_view import FigureView
from atlasview.desktop.theme import Theme
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.palette import LINEAGES
from atlasview.figures.style import FigureStyle
from atlasview.figures.treemap import Branch, treemap_figure
from atlasview.figures.treemap_tiles import (
    AREAS,
    CELL,
    GENE,
    LINEAGE,
    PATHWAY,
    cell_branches,
    gene_branches,
    more_pathways,
    pathway_branches,
    without_area,
)
from atlasview.records.pathway import ScoredPathways
from atlasview.records.place import Kind, Place
from atlasview.records.profile import ScoredCell, TermProfile

_GENES = "genes"


class TreemapPanel(QWidget):
    """The drawing with its way up: Backspace and Escape go there too.

    within  what was drilled into, empty for the whole
    """

    def __init__(self, theme: Theme, name: str, up: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.within, self._selected = "", ""
        self._title, self._about = QLabel(name, self), QLabel(self)
        self.chart = FigureView(theme, self)
        self.chart.setAccessibleName(f"{name}, treemap")
        self._up = LinkButton(up, self)
        self._up.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._about.setWordWrap(True)
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._about.hide()
        parts: tuple[QWidget, ...] = (self._title, self._up, self.chart, self._about)
        for part in parts:
            self.column.addWidget(part)
        self._up.clicked.connect(lambda: self.open(""))
        self.chart.activated.connect(self.activate)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._about.setFont(self._theme.font("caption"))
        self._title.setFont(self._theme.font("strong"))
        self.column.setSpacing(self._theme.px(6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up again."""
        if self.within and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.open("")
        else:
            super().keyPressEvent(event)

    def open(self, within: str) -> None:
        """Drill down into a group, or up again for none."""
        self.within = within
        self._up.setVisible(bool(within))
        self.redraw()

    @abstractmethod
    def activate(self, target: str) -> None:
        """What a click on a tile or a head does."""

    @abstractmethod
    def redraw(self) -> None:
        """Draw again."""

    def draw(self, title: str, branches: Sequence[Branch], words: str, noun: str, more: str = "") -> None:
        """Show tiles under a title."""
        self._title.setText(title)
        without, selected = " ".join(filter(None, (more, without_area(branches, noun)))), self._selected

        def chart(width: float, style: FigureStyle, measure: Measure) -> Figure:
            return treemap_figure(branches, words, width, style, measure, without, selected=selected)

        self.chart.set_drawing(chart)


class CellTypesTreemap(TreemapPanel):
    """Cell types of a gene by lineage; `row_selected` carries the id of the one that the person chose."""

    row_selected = Signal(str)

    def __init__(self, theme: Theme) -> None:
        self._rows: tuple[ScoredCell, ...] = ()
        self._metric = "csi"
        super().__init__(theme, "Cell types by lineage", "All lineages")
        self.setObjectName("cell-types-treemap")

    def show_rows(self, rows: tuple[ScoredCell, ...], metric: str) -> None:
        """Show one context and data set; delta, which is no area, leaves the metric as it was."""
        self._rows = rows
        self._metric = metric if metric in AREAS else self._metric
        self.setVisible(len(rows) > 1)
        self.redraw()

    def select(self, cell_type: str) -> None:
        """Mark a tile without telling anyone."""
        self._selected = f"{CELL}{cell_type}"
        self.chart.set_current(self._selected)
        self.redraw()

    def activate(self, target: str) -> None:
        """A head opens its lineage, a tile is selected."""
        if target.startswith(LINEAGE):
            self.open(target.removeprefix(LINEAGE))
        else:
            self._selected = target
            self.redraw()
            self.row_selected.emit(target.removeprefix(CELL))

    def redraw(self) -> None:
        """Draw again."""
        part = f": {LINEAGES[self.within]}" if self.within else ""
        branches = cell_branches(self._rows, self._metric, self.within)
        self.draw(f"Cell types by lineage{part}", branches, AREAS[self._metric], "cell type")

    def focused_export(self) -> Export | None:
        """The treemap as it is set."""
        if not self._rows:
            return None
        row = self._rows[0]
        return FigureExport("treemap", "", None, self._metric, row.context.id, row.scores.dataset, within=self.within)


class PathwaysTreemap(TreemapPanel):
    """Pathways of a cell type by average CSI, the genes of each, or all genes; a gene leads to its page."""

    def __init__(self, theme: Theme, exits: Exits, page: TermProfile) -> None:
        self._exits, self._page = exits, page
        self._read: ScoredPathways | None = None
        self._what = Segments((("", "Pathways"), (_GENES, "Genes")), "Tiles")
        super().__init__(theme, "Pathways", "All pathways")
        self.setObjectName("pathways-treemap")
        self._about.setText("Reading pathways")
        self._about.show()
        self._what.setFixedSize(self._what.sizeHint().width() + theme.px(16), theme.height("control"))
        self.column.insertWidget(0, self._what)
        self._what.chosen.connect(self.open)
        self.chart.status.connect(exits.status)
        exits.read_pathways(self, page, self.show_pathways)

    def show_pathways(self, read: ScoredPathways) -> None:
        """Draw what was read."""
        self._read = read
        self._about.setText(
            f"{read.context}, {read.dataset}. A pathway's average is taken over its genes with a CSI here, "
            "of which there are two at the least."
        )
        if not read.pathways:
            self._what.choose(_GENES)
            self.within = _GENES
        self.redraw()

    def open(self, within: str) -> None:
        """Drill down into a pathway, or up again for none."""
        super().open(within)
        self._up.setVisible(within not in ("", _GENES))
        self._what.choose(within if within == _GENES else "")

    def activate(self, target: str) -> None:
        """A pathway opens, a gene leads to its page."""
        if target.startswith(PATHWAY):
            self.open(target.removeprefix(PATHWAY))
        else:
            self._exits.go(Place(Kind.GENE, target.removeprefix(GENE)))

    def redraw(self) -> None:
        """Draw again."""
        read = self._read
        if read is None:
            return
        if not self.within:
            words = "Average CSI = sum of CSI / number of genes"
            tiles, more = pathway_branches(read.pathways), more_pathways(read.pathways)
            self.draw("Pathways by average CSI", tiles, words, "pathway", more)
            return
        pathway = next((one for one in read.pathways if one.id == self.within), None)
        title = f"Genes of {pathway.name}" if pathway is not None else "Genes by CSI"
        self.draw(title, gene_branches(read.genes, pathway.genes if pathway is not None else None), "CSI", "gene")

    def focused_export(self) -> Export | None:
        """The treemap as it is set; None before it is read."""
        read = self._read
        if read is None:
            return None
        return FigureExport("treemap", context=read.context, dataset=read.dataset, within=self.within, of=read)
