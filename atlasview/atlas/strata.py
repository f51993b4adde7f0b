"""Strata: a cell type in a context and data set, with what all scores of it have in common."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.score_block import Bases
from atlasview.atlas.statement import Statement
from atlasview.records.cell_type import CellType, Context

_MOST_HELD = 20_000
_STRATA = (
    "SELECT x.key, s.id, s.name, t.definition, t.lineage, t.source, c.key, c.id, c.label, c.source, d.name,"
    " x.threshold, x.profiles, x.other_profiles, x.donors, x.cells, x.replication, x.source, x.largest,"
    " x.scores FROM stratum x JOIN subject s ON s.key = x.cell_type"
    " JOIN cell_type t ON t.key = x.cell_type JOIN context c ON c.key = x.context"
    " JOIN dataset d ON d.key = x.dataset WHERE "
)
_BY_KEY = Statement(f"{_STRATA} x.key IN (SELECT value FROM json_each(:keys))")
_OF_CELL_TYPE = Statement(f"{_STRATA} x.cell_type = :cell_type ORDER BY c.key, d.name, x.key")


@dataclass(frozen=True, slots=True)
class Stratum:
    """What the scores of a stratum have in common.

    place   key of the context, by which contexts are ordered
    scores  their number
    bases   what rCSI and fold change are shares of
    order   what sorts scores that are equal: name of the cell type, place, data set
    """

    key: int
    cell_type: CellType
    place: int
    context: Context
    dataset: str
    threshold: float | None
    profiles: int | None
    other_profiles: int | None
    donors: int | None
    cells: int | None
    replication: str
    source: str
    scores: int
    bases: Bases
    order: tuple[str, int, str]


def strata(reader: AtlasReader, keys: Iterable[int]) -> dict[int, Stratum]:
    """Those strata of some keys that there are; they are held, since the scores of every gene are of the same ones."""
    held = reader.strata
    wanted = set(keys)
    if unknown := sorted(wanted - held.keys()):
        if len(held) + len(unknown) > _MOST_HELD:
            held.clear()
            unknown = sorted(wanted)
        held.update((row[0], _stratum(reader, row)) for row in reader.rows(_BY_KEY, keys=unknown))
    return {key: held[key] for key in wanted if key in held}


def strata_of(reader: AtlasReader, cell_type: int) -> tuple[Stratum, ...]:
    """Strata of a cell type, by context and then data set."""
    return tuple(_stratum(reader, row) for row in reader.rows(_OF_CELL_TYPE, cell_type=cell_type))


def _stratum(reader: AtlasReader, row: Sequence[Any]) -> Stratum:
    key, cell, name, definition, lineage, cell_source, place, context, label, context_source, dataset, *more = row
    threshold, profiles, other_profiles, donors, cells, replication, source, largest, scores = more
    return Stratum(
        key=key,
        cell_type=CellType(cell, name, definition, lineage, reader.source[cell_source]),
        place=place,
        context=Context(context, label, reader.source[context_source]),
        dataset=dataset,
        threshold=threshold,
        profiles=profiles,
        other_profiles=other_profiles,
        donors=donors,
        cells=cells,
        replication=replication,
        source=reader.source[source],
        scores=scores,
        bases=(largest, threshold or None),
        order=(name, place, dataset),
    )
