"""Profiles for tests of pages and panels, read from the starter atlas by the program's own queries."""

from functools import lru_cache
from pathlib import Path

from atlasview.atlas.page import profile
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import resolve
from atlasview.records.profile import Profile


@lru_cache(maxsize=64)
def read(atlas: Path, place: str) -> Profile:
    """What the page of a place shows; `place` as on the command line."""
    with AtlasReader(atlas) as reader:
        return profile(reader, resolve(reader, place))
