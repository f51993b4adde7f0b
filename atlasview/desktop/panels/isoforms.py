"""Isoforms of a protein as a table."""

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.wording import counted
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.records.protein import Isoform


def _length(isoform: Isoform) -> int | None:
    return len(isoform.sequence) if isoform.sequence else None


def _text(value: int | None) -> str:
    return f"{value:,} aa" if value is not None else ""


def _difference(isoform: Isoform) -> str:
    if isoform.canonical:
        return "canonical"
    number = len(isoform.differences)
    return f"{counted(number, 'stretch', 'stretches')} differ{'s' if number == 1 else ''}" if number else ""


COLUMNS = (
    Column("Isoform", lambda isoform: isoform.id, strong=True),
    Column("Name", lambda isoform: isoform.name),
    Column("Also", lambda isoform: ", ".join(isoform.synonyms), widest=220, optional=True),
    Column("Length", lambda isoform: _text(_length(isoform)), key=_length, number=True),
    Column("Against the canonical", _difference, widest=170),
    Column("Note", lambda isoform: isoform.note, widest=420, least=120, stretch=1, optional=True),
)


class IsoformsPanel(TablePanel):
    """The table of isoforms, the canonical one first."""

    def __init__(self, theme: Theme, exits: Exits, isoforms: tuple[Isoform, ...]) -> None:
        super().__init__(
            theme, exits, RecordTable(theme, exits, COLUMNS, isoforms), "isoforms-table", "Isoforms", noun="isoform"
        )
