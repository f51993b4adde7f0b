"""Signs of a disease, with how often they are seen."""

from atlasview.desktop.panels.exits import Exits, place_of, way_to
from atlasview.desktop.panels.source_column import source_column
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.export.addresses import address
from atlasview.records.profile import Sign
from atlasview.records.source import Source


def _term_way(sign: Sign) -> str:
    place = place_of(sign.phenotype.term)
    return way_to(place) if place else ""


def _onset_way(sign: Sign) -> str:
    place = place_of(sign.phenotype.onset)
    return way_to(place) if place else ""


def _reference_way(sign: Sign) -> str:
    """Address of the first of what the sign rests on: most of these papers are not in the atlas."""
    return address(sign.phenotype.reference.partition(";")[0])


def _often(sign: Sign) -> str:
    return "not seen" if sign.phenotype.absent else sign.phenotype.frequency


def _columns(sources: dict[str, Source]) -> tuple[Column, ...]:
    return (
        Column("Sign", lambda sign: sign.name, link=_term_way, widest=420, least=180, stretch=2, strong=True),
        Column("Term", lambda sign: sign.phenotype.term, widest=120, muted=True),
        Column("How often", _often, widest=130, least=80, optional=True),
        Column("Onset", lambda sign: sign.phenotype.onset, link=_onset_way, widest=120, optional=True),
        Column("Sex", lambda sign: sign.phenotype.sex, optional=True),
        Column(
            "Reference",
            lambda sign: sign.phenotype.reference.replace(";", ", "),
            link=_reference_way,
            widest=220,
            least=130,
            optional=True,
            help="A click opens the first one in the browser: at PubMed, OMIM or Orphanet.",
        ),
        source_column(sources, lambda sign: sign.phenotype.source),
    )


class SignsPanel(TablePanel):
    """The table of signs, those that are not seen last."""

    def __init__(self, theme: Theme, exits: Exits, signs: tuple[Sign, ...], sources: dict[str, Source]) -> None:
        super().__init__(
            theme,
            exits,
            RecordTable(theme, exits, _columns(sources), signs),
            "signs-table",
            "Signs",
            noun="sign",
            prompt="Filter signs",
            what="signs",
        )
