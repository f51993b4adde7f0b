"""Identifiers of a page's subject in other databases, each with its address."""

from collections.abc import Iterable

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.export.addresses import address, curie, database_name
from atlasview.records.reference import CrossReference


def _address(reference: CrossReference) -> str:
    return address(curie(reference))


_OF = Column(
    "Of", lambda reference: reference.subject, widest=150, least=80, muted=True, help="What the identifier stands for"
)
_COLUMNS = (
    Column("Database", lambda reference: database_name(reference.database)),
    Column("Identifier", lambda reference: reference.id, widest=220, least=110),
    Column("Label", lambda reference: reference.label, widest=420, least=120, stretch=1, optional=True),
    _OF,
    Column(
        "Address",
        lambda reference: _address(reference).removeprefix("https://").removeprefix("http://"),
        link=_address,
        widest=320,
        least=140,
        stretch=1,
        help="A click opens it in the browser; nothing is opened by itself",
    ),
)


class IdentifiersPanel(TablePanel):
    """The table of identifiers, by database."""

    def __init__(self, theme: Theme, exits: Exits, references: Iterable[CrossReference]) -> None:
        rows = sorted(references, key=lambda one: (database_name(one.database).casefold(), one.id))
        several = len({one.subject for one in rows}) > 1
        columns = [column for column in _COLUMNS if several or column is not _OF]
        super().__init__(
            theme,
            exits,
            RecordTable(theme, exits, columns, rows),
            "identifiers-table",
            "Identifiers",
            noun="identifier",
            prompt="Filter identifiers",
            what="identifiers",
        )
