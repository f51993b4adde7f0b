"""Cell types in which a gene is significant, with every score: the table twin of the landscape."""

from atlasview.desktop.panels.exits import Exits, way_to
from atlasview.desktop.panels.wording import number, rank_words, short_number
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.records.place import Kind, Place
from atlasview.records.profile import ScoredCell


def _cell_type(row: ScoredCell) -> str:
    return way_to(Place(Kind.CELL_TYPE, row.cell_type.id))


def _interval(row: ScoredCell) -> str:
    low, high = row.scores.csi_low, row.scores.csi_high
    return f"{number(low, 1)} to {number(high, 1)}" if low is not None and high is not None else ""


def _counts(row: ScoredCell) -> str:
    here, others = row.scores.profiles, row.scores.other_profiles
    if here is None and others is None:
        return ""
    return " / ".join("–" if count is None else f"{count:,}" for count in (here, others))


def _whole(count: int | None) -> str:
    return "" if count is None else f"{count:,}"


SCORES = (
    Column("CSI", lambda row: number(row.scores.csi), key=lambda row: row.scores.csi, number=True),
    Column("95 % interval", _interval, key=lambda row: row.scores.csi_low, number=True, value=_interval),
    Column("rCSI", lambda row: number(row.scores.rcsi, 2, " %"), key=lambda row: row.scores.rcsi, number=True),
    Column("PRS", lambda row: rank_words(row.scores), key=lambda row: row.scores.prs, number=True),
    Column("Threshold", lambda row: number(row.scores.threshold), key=lambda row: row.scores.threshold, number=True),
    Column(
        "Fold change", lambda row: number(row.scores.fold_change), key=lambda row: row.scores.fold_change, number=True
    ),
    Column("Delta", lambda row: number(row.scores.delta), key=lambda row: row.scores.delta, number=True),
    Column("n / m", _counts, key=lambda row: row.scores.profiles, number=True, value=_counts),
)
"""The scores of a row, and what was compared with what."""

BASIS = (
    Column("Donors", lambda row: _whole(row.scores.donors), lambda row: row.scores.donors, number=True, optional=True),
    Column(
        "Number of cells",
        lambda row: _whole(row.scores.cells),
        lambda row: row.scores.cells,
        number=True,
        optional=True,
    ),
    Column(
        "% of cells",
        lambda row: short_number(row.scores.percent_expressing),
        lambda row: row.scores.percent_expressing,
        number=True,
        optional=True,
    ),
    Column("Replication", lambda row: row.scores.replication, muted=True, widest=130, least=60, optional=True),
)
"""What the scores of a row rest on, where that is known."""


def columns(contexts: bool, datasets: bool) -> tuple[Column, ...]:
    """Columns of the table, with contexts and data sets where there is more than one."""
    return (
        Column(
            "Cell type", lambda row: row.cell_type.name, link=_cell_type, quiet=True, widest=420, least=340, stretch=1
        ),
        Column("Cell Ontology", lambda row: row.cell_type.id, link=_cell_type),
        *((Column("Context", lambda row: row.context.label, widest=160),) if contexts else ()),
        *((Column("Data set", lambda row: row.scores.dataset, widest=140),) if datasets else ()),
        *SCORES,
        *BASIS,
    )


class SignificantCellsPanel(TablePanel):
    """The table of scores; whose they are, the landscape above says."""

    def __init__(self, theme: Theme, exits: Exits, rows: tuple[ScoredCell, ...]) -> None:
        contexts = len({row.context.id for row in rows}) > 1
        datasets = len({row.scores.dataset for row in rows}) > 1
        super().__init__(
            theme,
            exits,
            RecordTable(theme, exits, columns(contexts, datasets), rows, rows_shown=12),
            "significant-cells-table",
            "Significant cells",
            title="Significant cells",
            noun="score" if contexts or datasets else "cell type",
            prompt="Filter cell types",
            foot="A cell type that is not listed was not given; missing is not zero.",
            what="significance",
        )
