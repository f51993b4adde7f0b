"""The pages of all genes of the starter atlas, read once."""

from pathlib import Path

import pytest

from atlasview.atlas.gene import gene_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.records.profile import GeneProfile
from atlasview.records.publication import Publication
from tests.atlases import STARTER_TABLES


@pytest.fixture(scope="session")
def genes(atlas_path: Path) -> dict[str, GeneProfile]:
    """Every gene's page by its symbol."""
    lines = (STARTER_TABLES / "genes.tsv").read_text(encoding="utf-8").splitlines()[1:]
    with AtlasReader(atlas_path) as reader:
        profiles = [gene_profile(reader, line.split("\t")[0]) for line in lines]
    assert len(profiles) > 100
    return {profile.gene.symbol: profile for profile in profiles}


@pytest.fixture(scope="session")
def papers(genes: dict[str, GeneProfile]) -> list[Publication]:
    """Every paper that a gene of the starter atlas cites, as often as it is cited."""
    cited = [each.publication for profile in genes.values() for each in profile.citations]
    assert len(cited) > 3000
    return cited
