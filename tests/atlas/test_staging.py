"""The scratch file of a build."""

import gc
from pathlib import Path

import pytest

from atlasview.atlas.staging import Staging


@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_who_reads_when_the_build_fails_ends_quietly(tmp_path: Path) -> None:
    with Staging(tmp_path / "staging") as staging:
        staging.stage("Gene", [(0, "HGNC:1", 1, b"one"), (0, "HGNC:2", 1, b"two")])
        staging.index()
        reading = staging.by_owner("Gene")
        assert next(reading)[1] == "HGNC:1"
    del reading  # as the end of a failed build does it: the file has gone
    gc.collect()
