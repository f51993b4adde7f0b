"""Partners of a gene: with which score, by which method and in which papers each was found."""

from typing import NamedTuple

from atlasview.desktop.panels.exits import Exits, place_of, way_to
from atlasview.desktop.panels.source_column import source_column
from atlasview.desktop.panels.wording import number, short_number
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.records.interaction import Interaction
from atlasview.records.place import Kind, Place
from atlasview.records.profile import GeneLink
from atlasview.records.source import Source


class Partner(NamedTuple):
    """An interaction and the gene at its other end."""

    interaction: Interaction
    gene: GeneLink


def _gene_way(row: Partner) -> str:
    return way_to(Place(Kind.GENE, row.gene.id, row.gene.symbol))


def _paper_way(row: Partner) -> str:
    papers = row.interaction.publications
    place = place_of(papers[0]) if papers else None
    return way_to(place) if place else ""


def _papers(row: Partner) -> str:
    papers = row.interaction.publications
    more = len(papers) - 1
    return "" if more < 0 else papers[0] + (f" +{more}" if more else "")


def _evidence(row: Partner) -> str:
    channels = (f"{name} {short_number(value)}" for name, value in row.interaction.channels)
    return ", ".join(channels) or row.interaction.method


def _columns(sources: dict[str, Source]) -> tuple[Column, ...]:
    return (
        Column("Partner", lambda row: row.gene.symbol, link=_gene_way, widest=140, least=80, strong=True),
        Column("Name", lambda row: row.gene.name, widest=420, least=120, stretch=2),
        Column(
            "Score",
            lambda row: number(row.interaction.score, 3),
            key=lambda row: row.interaction.score,
            number=True,
            optional=True,
        ),
        Column("Found by", _evidence, widest=320, least=100, stretch=1, optional=True),
        Column("Papers", _papers, link=_paper_way, widest=150, optional=True),
        source_column(sources, lambda row: row.interaction.source),
    )


class PartnersPanel(TablePanel):
    """The table of partners, those of the highest score first."""

    def __init__(
        self,
        theme: Theme,
        exits: Exits,
        interactions: tuple[tuple[Interaction, GeneLink], ...],
        sources: dict[str, Source],
    ) -> None:
        rows = tuple(Partner(*pair) for pair in interactions)
        super().__init__(
            theme,
            exits,
            RecordTable(theme, exits, _columns(sources), rows),
            "partners-table",
            "Interactions",
            noun="interaction",
            prompt="Filter partners",
            what="interactions",
        )
