"""The page of a cell type."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from atlasview.desktop.pages.plan import SectionPlan
from atlasview.desktop.pages.term_page import TermPage, score_words
from atlasview.desktop.panels.empty import Reason
from atlasview.desktop.panels.exports import Offer
from atlasview.desktop.panels.no_scores import no_scores
from atlasview.desktop.theme import Theme
from atlasview.records.profile import TermProfile

if TYPE_CHECKING:
    from atlasview.desktop.panels.compare_cells import CompareCellsPanel
    from atlasview.desktop.panels.treemap import PathwaysTreemap


class CellTypePage(TermPage):
    """A cell type: its place in the Cell Ontology, the genes that mark it, and how it differs from another one."""

    def __init__(self, theme: Theme, profile: TermProfile, parent: QWidget | None = None) -> None:
        self._treemap: PathwaysTreemap | None = None
        self._compare: CompareCellsPanel | None = None
        super().__init__(theme, profile, parent)

    def no_genes(self) -> Reason:
        """Why no gene is listed."""
        return no_scores(self.profile.atlas, "this cell type", self.profile.place.label or "it")

    def charts(self) -> list[SectionPlan]:
        """Pathways, heat map of the genes, and the comparison."""
        plans = super().charts()
        if not plans:
            return []
        treemap = SectionPlan("Treemap", self._build_treemap, guess=420)
        return [treemap, *plans, SectionPlan("Compare", self._build_compare, guess=160)]

    def build_genes(self) -> QWidget:
        """The genes with the choices of their scores."""
        from atlasview.desktop.panels.cell_type_genes import CellTypeGenesPanel

        return CellTypeGenesPanel(self.theme, self.exits, self.term, score_words(self.term))

    def _build_treemap(self) -> QWidget:
        from atlasview.desktop.panels.treemap import PathwaysTreemap

        self._treemap = PathwaysTreemap(self.theme, self.exits, self.term)
        return self._treemap

    def offers(self) -> tuple[Offer, ...]:
        """The treemap and the comparison too, as they are set, once they are drawn."""
        treemap = self._treemap.focused_export() if self._treemap is not None else None
        compare = self._compare.focused_export() if self._compare is not None else None
        own = []
        if treemap is not None:
            own.append(Offer("treemap", "Treemap…", lambda: treemap, starts=True))
        if compare is not None:
            own.append(Offer("compare", "Genes of two cell types…", lambda: compare, starts=not own))
        return (*own, *super().offers())

    def _build_compare(self) -> QWidget:
        from atlasview.desktop.panels.compare_cells import CompareCellsPanel

        self._compare = CompareCellsPanel(self.theme, self.exits, self.term)
        return self._compare
