"""Everything in the folder of public files is recognised, and used or refused with its reason."""

from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.wish import Wish

UNKNOWN = {"README.md"}
"""Not data."""
REFUSED = {
    "csl-style", "h5ad", "10x-matrix", "10x-barcodes", "10x-features", "gct-probes", "gwas", "gnomad-constraint",
    "interproscan", "pmid-list", "uniprot-list", "uniprot-gff", "uniprot-rdf",
}  # fmt: skip
"""Formats that add nothing, each with a reason."""


def files_of(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


@pytest.mark.shared
def test_every_file_is_recognised(shared: Path):
    inputs = find_inputs([str(shared / "data")])
    passed_over = {Path(one.name).name for one in inputs.passed_over}
    assert {name for name in passed_over if not name.endswith(".bib")} == UNKNOWN
    assert {one.path.name for one in inputs.files} | passed_over == files_of(shared / "data")
    assert {one.format.key for one in inputs.files if one.format.adds.startswith("nothing")} == REFUSED


@pytest.mark.shared
@pytest.mark.soak
def test_an_atlas_of_everything_accounts_for_every_record(shared: Path, tmp_path: Path, soak: bool):
    if not soak:
        pytest.skip("a long check: it builds an atlas of all files")
    target = tmp_path / "everything.atlas"
    report = build_from_files(find_inputs([str(shared / "data")]), Wish(target))
    assert len(report.files) > 70
    for file in report.files:
        source = file.source
        assert source.read == source.kept + source.rejected + source.filtered + source.superseded, file.file
        assert source.rejected == sum(number for fate, _reason, number in file.reasons if fate == "rejected"), file.file
    told = {name for name, _reason in report.passed_over}
    assert told
    assert all(reason for _name, reason in report.passed_over)
    assert [one for one in check_atlas(target) if "licence" not in one.what] == []
