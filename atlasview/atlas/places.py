"""Which places of a kind an atlas has."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.place import Kind, Place, atlas_place

_PLACES = Statement("SELECT id, symbol, name FROM subject WHERE key BETWEEN :first AND :last ORDER BY key LIMIT :most")


def places(reader: AtlasReader, kind: Kind, most: int = -1) -> tuple[Place, ...]:
    """The places of a kind, the best known first; all of them, or `most` at the most. Empty where there is none."""
    if kind is Kind.ATLAS:
        return (atlas_place(reader.label.name),)[: most if most >= 0 else None]
    first, last = reader.kinds.get(kind, (0, -1))
    rows = reader.rows(_PLACES, first=first, last=last, most=most)
    return tuple(Place(kind, row.id, row.symbol or row.name or row.id) for row in rows)
