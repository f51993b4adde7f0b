"""What an open atlas says of itself."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.place import atlas_place
from atlasview.records.profile import AtlasProfile
from atlasview.records.source import Manifest, SourceNote

_COUNTS = Statement("SELECT noun, records FROM noun_count ORDER BY number")
_NOTES = Statement("SELECT source, kind, text, records FROM source_note ORDER BY source, number")


def manifest(reader: AtlasReader) -> Manifest:
    """Name, version, seal, size, sources with their notes, and counts of the atlas."""
    stated = reader.manifest
    return Manifest(
        label=reader.label,
        built=stated["built"],
        schema=int(stated["schema"]),
        assembly=stated["assembly"],
        sources=tuple(reader.sources.values()),
        counts=dict(map(tuple, reader.rows(_COUNTS))),
        notes=tuple(SourceNote(reader.source[source], *note) for source, *note in reader.rows(_NOTES)),
        size=reader.path.stat().st_size,
    )


def atlas_profile(reader: AtlasReader) -> AtlasProfile:
    """The page of the atlas itself."""
    label = reader.label
    return AtlasProfile(manifest(reader), str(reader.path), reader.sources_by_name(), label, atlas_place(label.name))
