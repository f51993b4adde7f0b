"""Open atlases for the tests of reading and searching."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from atlasview.atlas.reader import AtlasReader


@pytest.fixture(scope="module")
def starter(atlas_path: Path) -> Iterator[AtlasReader]:
    with AtlasReader(atlas_path) as reader:
        yield reader


@pytest.fixture(scope="module")
def small(small_atlas_path: Path) -> Iterator[AtlasReader]:
    with AtlasReader(small_atlas_path) as reader:
        yield reader
