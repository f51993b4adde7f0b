"""Genes of a cell type: context, the highest or the lowest by a metric, limits on any of them, and a pathway."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from atlasview.desktop.controls import LinkButton, Segments
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.flow_layout import FlowLayout
from atlasview.desktop.panels.linked_genes import LinkedGenesPanel
from atlasview.desktop.theme import Theme
from atlasview.figures.scatter_pairs import sets_in
from atlasview.records.pathway import PathwayGenes
from atlasview.records.profile import GeneLink, TermProfile
from atlasview.records.significance import METRICS, metric_value

BEST = 50
"""Genes that the highest and the lowest are."""

_PARTS = (("all", "All"), ("high", f"Highest {BEST}"), ("low", f"Lowest {BEST}"))
_EVERY = ""
_RANKS = {key: METRICS[key] for key in ("prs", "csi", "rcsi", "delta")}


class CellTypeGenesPanel(QWidget):
    """The table of genes under its choices."""

    def __init__(self, theme: Theme, exits: Exits, term: TermProfile, foot: str) -> None:
        super().__init__()
        self._theme, self._exits, self._term, self._foot = theme, exits, term, foot
        self._contexts = {one.id: one.label for one in term.contexts}
        self.panel = self._make_panel()
        sets = {"\t".join(key): words for key, words in sets_in(term.genes, self._contexts).items()}
        self._set = DropDown(theme, "Scores", ((_EVERY, "all"), *sets.items()), self)
        self._set.setVisible(len(sets) > 1)
        self._part = Segments(_PARTS, "Genes", self)
        known = [
            key for key in _RANKS if any(one.scores and metric_value(one.scores, key) is not None for one in term.genes)
        ]
        self._rank = DropDown(theme, "Rank by", tuple((key, _RANKS[key]) for key in known or ["prs"]), self)
        self.least, self.most = QLineEdit(self), QLineEdit(self)
        self.pathway = PathwayField(self)
        self.pathway.wanted.connect(lambda: exits.read_pathway_genes(self, self._term, self.pathway.offer))
        self.all_genes = LinkButton("", self)
        self._lay_out()
        self._connect()
        self._tell_left_out()

    def _make_panel(self) -> LinkedGenesPanel:
        term = self._term
        return LinkedGenesPanel(
            self._theme, self._exits, term.genes, self._contexts, self._foot, left_out=term.left_out
        )

    def _tell_left_out(self) -> None:
        """Offer the rest where the page was read with the best genes only."""
        left_out = self._term.left_out
        self.all_genes.setText(f"Best by PRS; show all {len(self._term.genes) + left_out:,} scores")
        self.all_genes.setVisible(bool(left_out))

    def _lay_out(self) -> None:
        for field, words in ((self.least, "at least"), (self.most, "at most")):
            field.setPlaceholderText(words)
            field.setAccessibleName(f"Value {words}")
            field.setClearButtonEnabled(True)
        self._controls = FlowLayout(gap=self._theme.px(8))
        for control in (self._set, self._part, self._rank, self.least, self.most, self.pathway, self.all_genes):
            self._controls.addWidget(control)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._controls)
        self._column.addWidget(self.panel)
        self._restyle()

    def read_all(self) -> None:
        """Read the genes that the page was shown without."""
        self.all_genes.setText("Reading all genes…")
        self._exits.read_cell_type(self, self._term.id, self.show_all)

    def show_all(self, term: TermProfile) -> None:
        """Show a cell type with all of its genes, as the choices stand."""
        self._term = term
        old, self.panel = self.panel, self._make_panel()
        self._column.replaceWidget(old, self.panel)
        old.hide()
        old.deleteLater()
        self._tell_left_out()
        self._refresh()

    def _connect(self) -> None:
        self.all_genes.clicked.connect(self.read_all)
        for choice in (self._set, self._part, self._rank):
            choice.chosen.connect(self._refresh)
        for field in (self.least, self.most):
            field.textChanged.connect(self._refresh)
        self.pathway.changed.connect(self._refresh)
        self._theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        theme = self._theme
        self._column.setSpacing(theme.px(8))
        self._part.setFixedHeight(theme.height("control"))
        for field in (self.least, self.most):
            field.setFixedSize(theme.px(80), theme.height("control"))
        self.pathway.setFixedSize(theme.px(260), theme.height("control"))

    def _refresh(self) -> None:
        """Show the chosen part, and sort it by the metric; what is chosen of has to be read first."""
        if self._term.left_out:
            self.read_all()
            return
        wanted = {id(gene) for gene in self._chosen()}
        self.panel.set_condition(None if len(wanted) == len(self._term.genes) else lambda gene: id(gene) in wanted)
        table, title = self.panel.table, _RANKS[self._rank.choice()]
        at = next((place for place, one in enumerate(table.records_model.columns) if one.title == title), -1)
        up = self._part.choice() == "low"
        if at >= 0:
            table.sort_by(at, Qt.SortOrder.AscendingOrder if up else Qt.SortOrder.DescendingOrder)

    def _chosen(self) -> list[GeneLink]:
        metric = self._rank.choice()
        low, high = _limit(self.least.text()), _limit(self.most.text())
        rows = [gene for gene in self._term.genes if self._set.choice() in (_EVERY, _set_of(gene))]
        members = self.pathway.members()
        if members is not None:
            rows = [gene for gene in rows if gene.id in members]
        if low is not None or high is not None or self._part.choice() != "all":
            rows = [gene for gene in rows if _value(gene, metric) is not None]
        rows = [gene for gene in rows if low is None or (_value(gene, metric) or 0.0) >= low]
        rows = [gene for gene in rows if high is None or (_value(gene, metric) or 0.0) <= high]
        if self._part.choice() == "all":
            return rows
        rows.sort(key=lambda gene: _value(gene, metric) or 0.0, reverse=self._part.choice() == "high")
        return rows[:BEST]


class PathwayField(QLineEdit):
    """Takes a pathway's name, a part of it, or its identifier.

    wanted   the field has the focus for the first time: `offer` wants the pathways
    changed  `members` are others
    """

    wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pathways: tuple[PathwayGenes, ...] | None = None
        self._is_asked = False
        self.setObjectName("cell-type-pathway")
        self.setPlaceholderText("Pathway, by name or identifier")
        self.setAccessibleName(self.placeholderText())
        self.setClearButtonEnabled(True)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.textChanged.connect(lambda _text: self.changed.emit())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The pathways are read when somebody wants one."""
        super().focusInEvent(event)
        if not self._is_asked:
            self._is_asked = True
            self.wanted.emit()

    def offer(self, pathways: tuple[PathwayGenes, ...]) -> None:
        """Take the pathways that there are."""
        self._pathways = pathways
        self._names.setStringList(list(dict.fromkeys(one.name for one in pathways)))
        if self.text():
            self.changed.emit()

    def members(self) -> frozenset[str] | None:
        """Identifiers of the genes of every pathway that the words fit; None without words, and before it is known."""
        words = self.text().strip().casefold()
        if not words or self._pathways is None:
            return None
        whole = [one for one in self._pathways if words in (one.name.casefold(), *_identifiers(one))]
        fitting = whole or [one for one in self._pathways if words in one.name.casefold()]
        return frozenset().union(*(one.genes for one in fitting))


def _identifiers(pathway: PathwayGenes) -> tuple[str, str]:
    """`reactome:r-hsa-109582` and `r-hsa-109582`."""
    curie = pathway.id.casefold()
    return curie, curie.partition(":")[2]


def _limit(text: str) -> float | None:
    """A number as it is typed, with a point or a comma; None for nothing and for what is no number yet."""
    try:
        return float(text.strip().replace(",", ".").replace("−", "-"))
    except ValueError:
        return None


def _value(gene: GeneLink, metric: str) -> float | None:
    return metric_value(gene.scores, metric) if gene.scores is not None else None


def _set_of(gene: GeneLink) -> str:
    return f"{gene.scores.context}\t{gene.scores.dataset}" if gene.scores is not None else ""
