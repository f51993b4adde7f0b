"""What an open atlas says of itself."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.source import Manifest

_COUNTS = Statement("SELECT noun, records FROM noun_count ORDER BY number")


def manifest(reader: AtlasReader) -> Manifest:
    """Name, version, seal, sources and counts of the atlas."""
    stated = reader.manifest
    return Manifest(
        label=reader.label,
        built=stated["built"],
        schema=int(stated["schema"]),
        assembly=stated["assembly"],
        sources=tuple(reader.sources.values()),
        counts=dict(map(tuple, reader.rows(_COUNTS))),
    )
