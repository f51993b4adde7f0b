"""All records of an atlas are read back as they were written."""

from collections import Counter
from pathlib import Path

from atlasview.atlas.contents import all_records
from atlasview.atlas.reader import AtlasReader
from atlasview.sources.tables import FILES, read_tables
from tests.atlases import SMALL_TABLES

COMPUTED = {"CellType", "Source", "Isoform", "Context"}
"""Records that the builder completes: lineages, counts, the only sequence of a protein."""


def test_what_was_written_is_read(small_atlas_path: Path):
    tables = read_tables(SMALL_TABLES)
    with AtlasReader(small_atlas_path) as reader:
        found: dict[str, list[object]] = {}
        for noun, record in all_records(reader):
            found.setdefault(noun.__name__, []).append(record)
    for noun in FILES:
        if noun.__name__ not in COMPUTED:
            assert Counter(found.get(noun.__name__, [])) == Counter(tables.of(noun)), noun.__name__


def test_every_record_of_the_starter_is_read_back(starter: AtlasReader):
    counts = Counter(noun.__name__ for noun, _record in all_records(starter))
    assert counts["Expression"] > 9_000
    assert counts["Transcript"] > 70
