"""The page of a cell type."""

from atlasview.desktop.pages.term_page import TermPage
from atlasview.desktop.panels.empty import Reason


class CellTypePage(TermPage):
    """A cell type: its place in the Cell Ontology and the genes that mark it."""

    def no_genes(self) -> Reason:
        """Why no gene is listed."""
        return Reason(
            "chart",
            "No cell significance scores for this cell type",
            "Scores come from a published table or from single-cell data. "
            f"{self.profile.atlas} has none for {self.profile.place.label or 'it'}; missing is not zero.",
        )
