"""Results of InterProScan are told and refused with the reason."""

from pathlib import Path

import pytest

from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import outcomes, told, written


def test_a_result_is_refused_with_its_reason(tmp_path: Path) -> None:
    path = written(tmp_path, '<?xml version="1.0"?>\n<protein-matches interproscan-version="5">\n</protein-matches>\n')
    with pytest.raises(InputRefused, match="no entries of UniProt") as trouble:
        outcomes(path)
    assert trouble.value.remedy


@pytest.mark.shared
def test_the_real_file_is_told(shared: Path) -> None:
    assert told(shared / "data/domains/interproscan_test_001.xml") == "interproscan"
