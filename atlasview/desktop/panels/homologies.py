"""Homology statements: which genes of other species, and which of the same, resemble the gene, and how much."""

from atlasview.desktop.panels.exits import Exits, place_of, way_to
from atlasview.desktop.panels.source_column import source_column
from atlasview.desktop.panels.wording import short_number
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.records.interaction import Homology
from atlasview.records.source import Source


def _paper_way(row: Homology) -> str:
    place = place_of(row.publication) if row.publication else None
    return way_to(place) if place else ""


def _columns(sources: dict[str, Source]) -> tuple[Column, ...]:
    return (
        Column("Relative", lambda row: row.relative, widest=180, least=100, strong=True),
        Column("Species", lambda row: row.species, widest=260, least=120, stretch=2),
        Column("Compared", lambda row: row.molecule, widest=120, least=80),
        Column(
            "Identity %",
            lambda row: short_number(row.identity),
            key=lambda row: row.identity,
            number=True,
            help="Residues or bases that are the same, as the source states them",
        ),
        Column("Paper", lambda row: row.publication, link=_paper_way, widest=150, optional=True),
        source_column(sources),
    )


class HomologiesPanel(TablePanel):
    """The table of homology statements."""

    def __init__(
        self, theme: Theme, exits: Exits, homologies: tuple[Homology, ...], sources: dict[str, Source]
    ) -> None:
        super().__init__(
            theme,
            exits,
            RecordTable(theme, exits, _columns(sources), homologies),
            "homologies-table",
            "Homologies",
            noun="homology statement",
            prompt="Filter homology statements",
            what="homologies",
        )
