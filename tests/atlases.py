"""The atlases that tests read, the starter and a small one of seven genes, made by the program's own builder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from atlasview.building.starter import build_starter, is_current
from atlasview.bundled import starter_atlas
from atlasview.records.profile import GeneProfile, ProteinDetail
from benchmarks import made_protein
from tests.desktop.reading import read

CHECKOUT = Path(__file__).resolve().parent.parent
STARTER_TABLES = CHECKOUT / "db" / "starter"
SMALL_TABLES = CHECKOUT / "tests" / "atlas" / "small"


@pytest.fixture(scope="session")
def atlas_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter atlas: the checkout's own where it is up to date, else one built for this run."""
    if is_current(STARTER_TABLES, starter_atlas()):
        return starter_atlas()
    target = tmp_path_factory.mktemp("starter") / "starter.atlas"
    build_starter(STARTER_TABLES, target)
    return target


@pytest.fixture(scope="session")
def small_atlas_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """IL21 and IL7R with nearly all that is known of them, and five genes of which little is."""
    target = tmp_path_factory.mktemp("small") / "small.atlas"
    build_starter(SMALL_TABLES, target)
    return target


@pytest.fixture(scope="session")
def large_atlas_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made protein as large as titin with 363 exons and 2,000 variants, a small one, genes in 800 cell types."""
    return made_protein.build(tmp_path_factory.mktemp("large") / "large.atlas")


@pytest.fixture(scope="session")
def large(large_atlas_path: Path) -> GeneProfile:
    """The gene of the large protein."""
    found = read(large_atlas_path, "MADE1")
    assert isinstance(found, GeneProfile)
    return found


@pytest.fixture(scope="session")
def gene(atlas_path: Path) -> Callable[[str], GeneProfile]:
    """The profile of a gene by its symbol."""

    def find(symbol: str) -> GeneProfile:
        found = read(atlas_path, symbol)
        assert isinstance(found, GeneProfile)
        return found

    return find


@pytest.fixture(scope="session")
def protein(gene: Callable[[str], GeneProfile]) -> Callable[[str], ProteinDetail]:
    """The first protein of a gene by its symbol."""
    return lambda symbol: gene(symbol).proteins[0]
