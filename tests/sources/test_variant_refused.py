"""Tables of the genome's variants are told, and refused with the reason."""

from pathlib import Path

import pytest

from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import outcomes, told


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("gwas_catalog_sample_2013.tsv", "gwas"),
        ("gnomad.v2.1.1.lof_metrics.by_transcript.txt.gz", "gnomad-constraint"),
    ],
)
def test_tables_that_change_no_protein_are_refused_with_the_reason(shared: Path, name: str, key: str) -> None:
    path = shared / "data/variants" / name
    assert told(path) == key
    with pytest.raises(InputRefused) as trouble:
        outcomes(path)
    assert trouble.value.remedy
