"""Isoforms that the entries of two proteins list: each belongs to the one whose accession it has."""

from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.wish import Wish
from tests.building.public_files import write_hgnc

ENTRY = (Path(__file__).parent.parent / "sources" / "files" / "uniprot_of_2005.txt").read_text(encoding="utf-8")
EXTERNAL = ENTRY.replace("isoforms=2;", "isoforms=3;").replace(
    "CC   -!- DISEASE", "CC       Name=3;\nCC         IsoId=P99999-1; Sequence=External;\nCC   -!- DISEASE"
)
OTHER = (
    ENTRY.replace("TEST_HUMAN", "ELSE_HUMAN")
    .replace("P12345; Q54321;", "P99999;")
    .replace("P12345", "P99999")
    .replace("_00000", "_90000")
    .replace("HGNC:9999; TST", "HGNC:9998; ELS")
    .replace("Name=TST", "Name=ELS")
)


@pytest.mark.parametrize("entries", [(EXTERNAL, OTHER), (OTHER, EXTERNAL)])
def test_an_isoform_of_another_entry_stands_once_with_its_own_protein(entries: tuple[str, str], tmp_path: Path):
    for number, text in enumerate(entries):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    target = tmp_path / "isoforms.atlas"
    given = [write_hgnc(tmp_path), tmp_path / "0.txt", tmp_path / "1.txt"]
    build_from_files(find_inputs(map(str, given)), Wish(target, jobs=1))
    with AtlasReader(target) as reader:
        rows = reader.rows(
            Statement("SELECT isoform.id, subject.id AS protein FROM isoform JOIN subject ON subject.key = protein")
        )
        owners = {row.id: row.protein for row in rows}
    assert owners == {
        "P12345-1": "UniProtKB:P12345",
        "P12345-2": "UniProtKB:P12345",
        "P99999-1": "UniProtKB:P99999",
        "P99999-2": "UniProtKB:P99999",
    }
    assert check_atlas(target) == ()
