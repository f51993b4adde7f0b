"""The table of what the feature tracks draw: the same features, with evidence and papers that can be followed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlasview.desktop.panels.exits import Exits, way_to_residues
from atlasview.desktop.panels.reference_column import reference_column
from atlasview.desktop.panels.source_column import source_column
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.figures.feature_kinds import kind_of
from atlasview.figures.feature_words import place_of as residues_text
from atlasview.figures.feature_words import ways_of
from atlasview.figures.isoforms import Placed, Shown
from atlasview.records.numbering import Chain
from atlasview.records.place import Residues
from atlasview.records.source import Source

if TYPE_CHECKING:
    from atlasview.desktop.panels.protein import ProteinPanel


def _kind(row: Placed) -> str:
    return kind_of(row.feature.type, row.feature.description).word


def _references(row: Placed) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.reference for one in row.feature.evidence if one.reference))


def _columns(view: Shown, sources: dict[str, Source]) -> tuple[Column, ...]:
    chain, several = view.numbering.chain, len({row.feature.source for row in view.placed}) > 1
    on = view.isoform.id if view.isoform is not None else "the sequence that is shown"
    residues = Column(
        "Residues",
        lambda row: residues_text(row.feature, row.start, row.end),
        key=lambda row: (row.start, row.end),
        link=lambda row: way_to_residues(Residues(row.start, row.end)),
        help=f"A click shows them in the sequence. They count from 1 on {on}.",
    )
    return (
        residues,
        *((_in_chain(chain),) if chain is not None else ()),
        Column("Kind", _kind, widest=170, strong=True),
        Column("Note", lambda row: row.feature.description, widest=460, least=160, stretch=3, optional=True),
        Column("Known by", lambda row: ways_of(row.feature.evidence), widest=200, least=110, optional=True),
        reference_column(_references),
        *((source_column(sources, lambda row: row.feature.source),) if several else ()),
    )


def _in_chain(chain: Chain) -> Column:
    def text(row: Placed) -> str:
        start, end = chain.number(row.start), chain.number(row.end)
        return residues_text(row.feature, start, end) if start is not None and end is not None else ""

    return Column("In the chain", text, key=lambda row: chain.number(row.start), help=f"Numbers of {chain.name}.")


class FeaturesPanel(QWidget):
    """The features of the isoform that is shown, in its numbers.

    residues_chosen  Residues of the row that the person chose
    """

    residues_chosen = Signal(object)

    def __init__(self, theme: Theme, exits: Exits, view: Shown, sources: dict[str, Source]) -> None:
        super().__init__()
        self._theme, self._exits, self._sources = theme, exits, sources
        self.table: TablePanel | None = None
        self._view: Shown | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.show_view(view)

    def follow(self, protein: "ProteinPanel") -> None:
        """Show what the tracks of a protein show, whenever another isoform or numbering is chosen there."""
        for changed in (protein.isoform_changed, protein.chain_changed):
            changed.connect(lambda _key: self.show_view(protein.view()))
        self.show_view(protein.view())

    def show_view(self, view: Shown) -> None:
        """Show the features of another isoform, or the same ones in other numbers."""
        if view == self._view:
            return
        before, self._view = self.table, view
        rows = RecordTable(self._theme, self._exits, _columns(view, self._sources), view.placed)
        self.table = TablePanel(
            self._theme,
            self._exits,
            rows,
            "features-table",
            "Features",
            noun="feature",
            prompt="Filter features",
            foot=view.note,
            what="features",
        )
        rows.record_chosen.connect(lambda row: self.residues_chosen.emit(Residues(row.start, row.end)))
        self._column.addWidget(self.table)
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
