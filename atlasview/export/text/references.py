"""Identifiers in other databases, and genes as other pages list them."""

from collections.abc import Iterable

from atlasview.export.text.layout import Column, Lines, number, table
from atlasview.records.profile import GeneLink
from atlasview.records.reference import CrossReference


def identifiers(references: Iterable[CrossReference], width: int) -> Lines:
    """One line for each database and identifier."""
    columns = (Column("Database"), Column("Id", wraps=True), Column("Label", wraps=True))
    return table(columns, [[each.database, each.id, each.label] for each in references], width)


def genes(links: Iterable[GeneLink], width: int) -> Lines:
    """Genes with their scores where there are any."""
    columns = (
        Column("Gene"),
        Column("Id"),
        Column("Name", wraps=True),
        *(Column(title, right=True) for title in ("CSI", "rCSI %", "PRS")),
        Column("Context"),
        Column("Data set", wraps=True),
    )
    rows = []
    for each in links:
        row = [each.symbol, each.id, each.name]
        if each.scores is None:
            rows.append([*row, "", "", "", "", ""])
        else:
            values = map(number, (each.scores.csi, each.scores.rcsi, each.scores.prs))
            rows.append([*row, *values, each.scores.context, each.scores.dataset])
    return table(columns, rows, width)
