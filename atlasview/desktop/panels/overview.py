"""The overview of a gene: facts, the one chart that says most, and the whole protein under both."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlasview.desktop.panels.beside_layout import BesideLayout
from atlasview.desktop.panels.domain_strip import DomainStrip
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.facts import Facts
from atlasview.desktop.panels.gene_facts import gene_facts
from atlasview.desktop.theme import Theme
from atlasview.records.profile import GeneProfile

MAIN, LEAST, MOST, GAP = 380, 250, 330, 40
"""Widths in design pixels: facts at least, aside at least and at most, and the gap between."""


class Beside(QWidget):
    """A main part with an aside at its right, or under it in narrow windows."""

    def __init__(
        self, theme: Theme, main: QWidget, aside: QWidget | None, widest: int = MOST, share: float = 1 / 3
    ) -> None:
        super().__init__()
        self._theme = theme
        self._widest = widest
        self._layout = BesideLayout(self, *self._sizes(), share)
        self._layout.addWidget(main)
        if aside is not None:
            self._layout.addWidget(aside)
        theme.changed.connect(self._restyle)

    def _sizes(self) -> tuple[int, int, int, int]:
        px = self._theme.px
        return px(MAIN), px(LEAST), px(self._widest), px(GAP)

    def sizeHint(self) -> QSize:
        """Cheap: the layout around it asks often, and uses the height for its width instead."""
        return QSize(self._theme.px(MAIN), self._theme.px(80))

    def _restyle(self) -> None:
        self._layout.set_sizes(*self._sizes())


class OverviewPanel(QWidget):
    """What a gene is, in one look."""

    def __init__(self, theme: Theme, exits: Exits, profile: GeneProfile) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("overview-panel")
        self.setAccessibleName("Overview")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(
            Beside(theme, Facts(theme, exits, lambda: gene_facts(profile)), _chart(theme, exits, profile))
        )
        if profile.proteins and profile.proteins[0].protein.sequence:
            strip = DomainStrip(theme)
            strip.status.connect(exits.status)
            strip.place_requested.connect(exits.go)
            strip.residues_chosen.connect(exits.residues_requested)
            strip.show_protein(profile.proteins[0])
            self._column.addWidget(strip)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(16))


def _chart(theme: Theme, exits: Exits, profile: GeneProfile) -> QWidget | None:
    if not any(row.scores.csi is not None for row in profile.significance):
        return None
    from atlasview.desktop.panels.glance import Glance

    return Glance(theme, exits, profile.significance, profile.sources)
