"""Treemaps on a page: cell types of a gene by lineage; pathways of a cell type and the genes in each."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from atlasview.desktop.controls import LinkButton, Segments
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.exports import Export, FigureExport
from atlasview.desktop.panels.figure_view import FigureView
from atlasview.desktop.panels.flow_layout import FlowLayout
from atlasview.desktop.theme import Theme
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.palette import LINEAGES
from atlasview.figures.replication_words import replication_words
from atlasview.figures.scatter_pairs import sets_in
from atlasview.figures.style import FigureStyle
from atlasview.figures.treemap import Branch, chosen_tile, treemap_figure
from atlasview.figures.treemap_tiles import (
    AREAS,
    CELL,
    GENE,
    LINEAGE,
    MOST_PATHWAYS,
    PATHWAY,
    cell_branches,
    gene_branches,
    more_pathways,
    pathway_branches,
    ranks_of,
    ranks_word,
    without_area,
)
from atlasview.records.pathway import ScoredPathways
from atlasview.records.place import Kind, Place
from atlasview.records.profile import ScoredCell, TermProfile

_GENES = "genes"
_BETWEEN = "\t"


class TreemapPanel(QWidget):
    """The drawing with its way up: Backspace and Escape go there too.

    within  what was drilled into, empty for the whole
    """

    def __init__(self, theme: Theme, name: str, up: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.within = ""
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
        without = " ".join(filter(None, (more, without_area(branches, noun))))

        def chart(width: float, style: FigureStyle, measure: Measure) -> Figure:
            return treemap_figure(branches, words, width, style, measure, without)

        self.chart.set_drawing(chart, chosen_tile)


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
        self.chart.set_chosen(f"{CELL}{cell_type}")

    def activate(self, target: str) -> None:
        """A head opens its lineage, a tile is selected."""
        if target.startswith(LINEAGE):
            self.open(target.removeprefix(LINEAGE))
        else:
            self.chart.set_chosen(target)
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
    """Pathways of a cell type by average CSI, the genes of each, or all genes; a gene leads to its page.

    Pathways are drawn a few at a time, from the highest on; the way up from one leads back to where it stood.
    """

    def __init__(self, theme: Theme, exits: Exits, page: TermProfile) -> None:
        self._exits, self._page = exits, page
        self._read: ScoredPathways | None = None
        self._part = ""
        self._what = Segments((("", "Pathways"), (_GENES, "Genes")), "Tiles")
        sets = sets_in(page.genes, {one.id: one.label for one in page.contexts}).items()
        self._set = DropDown(theme, "Scores", tuple((_BETWEEN.join(key), words) for key, words in sets))
        self._set.setVisible(self._set.count() > 1)
        super().__init__(theme, "Pathways", "All pathways")
        self.setObjectName("pathways-treemap")
        self._about.setText("Reading pathways")
        self._about.show()
        self._before, self._next = LinkButton("", self), LinkButton("", self)
        self._lay_out_choices()
        self._what.chosen.connect(self.open)
        self._set.chosen.connect(self._read_set)
        self._before.clicked.connect(lambda: self._turn(-1))
        self._next.clicked.connect(lambda: self._turn(1))
        self.chart.status.connect(exits.status)
        self._read_set()

    def _lay_out_choices(self) -> None:
        theme = self._theme
        self._what.setFixedSize(self._what.sizeHint().width() + theme.px(16), theme.height("control"))
        choices, pages = FlowLayout(gap=theme.px(8)), FlowLayout(gap=theme.px(16))
        choices.addWidget(self._what)
        choices.addWidget(self._set)
        pages.addWidget(self._before)
        pages.addWidget(self._next)
        self.column.insertLayout(0, choices)
        self.column.addLayout(pages)

    def _read_set(self) -> None:
        """Read the pathways of the context and data set that are chosen."""
        context, _, dataset = (self._set.choice() or _BETWEEN).partition(_BETWEEN)
        self._exits.read_pathways(self, self._page, (context, dataset), self.show_pathways)

    def show_pathways(self, read: ScoredPathways) -> None:
        """Draw what was read; what was drilled into stays where it is there too."""
        self._read, self._part = read, ""
        label = next((one.label for one in self._page.contexts if one.id == read.context), read.context)
        self._about.setText(
            f"{label}, {read.dataset}. A pathway's average is taken over its genes with a CSI here, "
            f"of which there are two at the least. {replication_words(gene.scores for gene in read.genes)}".strip()
        )
        if not read.pathways:
            self.open(_GENES)
        elif self.within not in (_GENES, *(one.id for one in read.pathways)):
            self.open("")
        else:
            self.redraw()

    def open(self, within: str) -> None:
        """Drill down into a pathway, or up again for none, to where it stood."""
        if not within and ranks_of(self.within) is None:
            within = self._part
        elif ranks_of(self.within) is not None:
            self._part = self.within
        super().open(within)
        self._up.setVisible(within != _GENES and ranks_of(within) is None)
        self._what.choose(within if within == _GENES else "")

    def _turn(self, pages: int) -> None:
        """The next pathways by their average, or those before."""
        first = (ranks_of(self.within) or (1, 0))[0] + pages * MOST_PATHWAYS
        super().open(ranks_word((first, first + MOST_PATHWAYS - 1)))
        self._up.hide()

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
        ranks = ranks_of(self.within)
        self._offer_turns(sum(one.average > 0 for one in read.pathways), ranks)
        if ranks is not None:
            words = "Average CSI = sum of CSI / number of genes"
            tiles, more = pathway_branches(read.pathways, ranks), more_pathways(read.pathways, ranks)
            self.draw("Pathways by average CSI", tiles, words, "pathway", more)
            return
        pathway = next((one for one in read.pathways if one.id == self.within), None)
        title = f"Genes of {pathway.name}" if pathway is not None else "Genes by CSI"
        self.draw(title, gene_branches(read.genes, pathway.genes if pathway is not None else None), "CSI", "gene")

    def _offer_turns(self, count: int, ranks: tuple[int, int] | None) -> None:
        """Ways to the pathways with an area before and after those that are drawn, of all `count`."""
        first, last = ranks or (1, count)
        self._before.setVisible(first > 1)
        self._next.setVisible(last < count)
        self._before.setText(f"Pathways {first - MOST_PATHWAYS:,} to {first - 1:,}")
        self._next.setText(f"Pathways {last + 1:,} to {min(last + MOST_PATHWAYS, count):,} of {count:,}")

    def focused_export(self) -> Export | None:
        """The treemap as it is set; None before it is read."""
        read = self._read
        if read is None:
            return None
        return FigureExport("treemap", context=read.context, dataset=read.dataset, within=self.within, of=read)
