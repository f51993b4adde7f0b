"""What lies beside facts is told by what it is, and refused with what it is for."""

from pathlib import Path

import pytest

from atlasview.building.inputs import find_inputs
from atlasview.records.trouble import InputRefused
from atlasview.sources.opened import SourceFile

WRITTEN = {
    "csl-style": b'<?xml version="1.0"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text">\n</style>\n',
    "h5ad": b"\x89HDF\r\n\x1a\n" + bytes(200),
    "10x-matrix": b"%%MatrixMarket matrix coordinate integer general\n2 2 1\n1 1 3\n",
    "10x-barcodes": b"AAACCCAAGAGTCTTC-1\nAAACCCAAGGAACGTC-1\n",
    "10x-features": b"ENSG00000168685\tIL7R\tGene Expression\nCD3\tCD3_TotalSeqB\tAntibody Capture\n",
}


@pytest.mark.parametrize("key", WRITTEN)
def test_it_is_told_and_refused_with_a_way_on(tmp_path: Path, key: str):
    path = tmp_path / "unnamed"
    path.write_bytes(WRITTEN[key])
    (found,) = find_inputs([str(path)]).files
    assert found.format.key == key
    assert found.format.adds.startswith("nothing: ")
    with SourceFile(path, source="x") as file, pytest.raises(InputRefused) as refused:
        list(found.format.read(file))
    assert refused.value.what
    assert refused.value.remedy
