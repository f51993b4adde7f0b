"""CCDS2UniProtKB."""

from pathlib import Path

import pytest

from atlasview.records.reference import CrossReference
from tests.sources.outcomes import outcomes, rows_of, written


def test_an_isoform_is_told_by_its_label(tmp_path: Path) -> None:
    text = "#ccds\tRefSeq\tUniProtKB\nCCDS2.2\tNP_689699.2\tQ96NU1-3\nCCDS3911.1\tNP_002176.2\tP16871\nCCDS1\tx\ty\n"
    found = outcomes(written(tmp_path, text))
    assert found.records == [
        CrossReference("UniProtKB:Q96NU1", "CCDS", "CCDS2.2", "isoform Q96NU1-3", "here"),
        CrossReference("UniProtKB:Q96NU1", "RefSeq", "NP_689699.2", "isoform Q96NU1-3", "here"),
        CrossReference("UniProtKB:P16871", "CCDS", "CCDS3911.1", "", "here"),
        CrossReference("UniProtKB:P16871", "RefSeq", "NP_002176.2", "", "here"),
    ]
    assert [(one.line, one.reason, one.detail) for one in found.rejected] == [(4, "no accession of UniProt", "y")]


@pytest.mark.shared
def test_the_whole_file(shared: Path) -> None:
    path = shared / "data/genes/CCDS2UniProtKB.current.txt.gz"
    found = outcomes(path)
    assert (found.read, len(found.taken)) == (37_353, 37_353)
    assert [(one.subject, one.id) for one in found.records if one.database == "CCDS"] == [
        (f"UniProtKB:{uniprot.partition('-')[0]}", ccds) for ccds, _refseq, uniprot in rows_of(path)[1:]
    ]
