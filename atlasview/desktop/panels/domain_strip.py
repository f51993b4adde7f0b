"""The whole protein on one line, in the overview of a page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from atlasview.desktop.panels.exports import Export, FigureExport
from atlasview.desktop.panels.figure_view import FigureView
from atlasview.desktop.theme import Theme
from atlasview.figures.domains import domain_figure
from atlasview.figures.feature_words import target_of
from atlasview.figures.isoforms import shown
from atlasview.figures.marks import Figure, Mark
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail
from atlasview.render.painter import mark_bounds


class DomainStrip(FigureView):
    """Signal peptide, domains, membrane, motifs, sugars and bonds of one protein.

    residues_chosen  Residues of the feature that was clicked or entered
    """

    residues_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("domain-strip")
        self.setAccessibleName("Domains")
        self._places: dict[str, Residues] = {}
        self._isoform = ""
        self.activated.connect(self._choose)

    def show_protein(self, detail: ProteinDetail, isoform: str = "") -> None:
        """Show a protein; `isoform` is the id of another than the canonical one."""
        self._isoform = isoform
        placed = shown(detail, isoform).placed
        self._places = {target_of(each.feature): Residues(each.start, each.end) for each in placed}
        self.set_drawing(lambda width, style, measure: domain_figure(detail, width, style, measure, isoform=isoform))

    def focused_export(self) -> Export:
        """The diagram as a file."""
        return FigureExport("domains", self._isoform)

    def _read(self, figure: Figure) -> list[Mark]:
        """From the left to the right."""
        family = self._theme.font("chart-label").family()
        return sorted(super()._read(figure), key=lambda mark: mark_bounds(mark, family).center().x())

    def _choose(self, target: str) -> None:
        if target in self._places:
            self.residues_chosen.emit(self._places[target])
