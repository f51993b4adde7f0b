"""Places worth a first look, which the builder has chosen."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.hit import Hit, Match
from atlasview.records.place import Kind

_SUGGESTIONS = Statement(
    "SELECT s.kind, s.id, s.symbol, s.name, s.detail FROM suggestion g JOIN subject s ON s.key = g.subject"
    " ORDER BY g.number"
)


def suggestions(reader: AtlasReader) -> tuple[Hit, ...]:
    """About twelve places worth trying in this atlas, for an empty field and the first start."""
    return tuple(
        Hit(Kind(kind), found, symbol, name or found, detail, Match.NAME, symbol or name, "worth a look")
        for kind, found, symbol, name, detail in reader.rows(_SUGGESTIONS)
    )
