"""The page of a cell type."""

from PySide6.QtWidgets import QWidget

from atlasview.desktop.pages.plan import SectionPlan
from atlasview.desktop.pages.term_page import TermPage, score_words
from atlasview.desktop.panels.empty import Reason


class CellTypePage(TermPage):
    """A cell type: its place in the Cell Ontology, the genes that mark it, and how it differs from another one."""

    def no_genes(self) -> Reason:
        """Why no gene is listed."""
        return Reason(
            "chart",
            "No cell significance scores for this cell type",
            "Scores come from a published table or from single-cell data. "
            f"{self.profile.atlas} has none for {self.profile.place.label or 'it'}; missing is not zero.",
        )

    def charts(self) -> list[SectionPlan]:
        """Heat map of the genes, and the comparison."""
        plans = super().charts()
        return [*plans, SectionPlan("Compare", self._build_compare, guess=160)] if plans else []

    def build_genes(self) -> QWidget:
        """The genes with the choices of their scores."""
        from atlasview.desktop.panels.cell_type_genes import CellTypeGenesPanel

        term = self.term
        contexts = {one.id: one.label for one in term.contexts}
        return CellTypeGenesPanel(self.theme, self.exits, term.genes, contexts, score_words(term))

    def _build_compare(self) -> QWidget:
        from atlasview.desktop.panels.compare_cells import CompareCellsPanel

        return CompareCellsPanel(self.theme, self.exits, self.term)
