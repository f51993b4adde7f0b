"""The starter atlas is built of the tables of the checkout, whenever these or the program have changed."""

import shutil
from pathlib import Path

import pytest

from atlasview.building import starter
from atlasview.building.starter import build_starter, is_current, main
from atlasview.records.trouble import InputRefused
from tests.atlases import SMALL_TABLES


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL_TABLES, tmp_path / "tables"))


def test_an_atlas_is_current_until_its_tables_change(tables: Path, tmp_path: Path):
    target = tmp_path / "some.atlas"
    assert not is_current(tables, target)
    build_starter(tables, target)
    assert is_current(tables, target)
    genes = tables / "genes.tsv"
    genes.write_text(genes.read_text().replace("interleukin 21\t", "interleukin XXI\t"))
    assert not is_current(tables, target)
    build_starter(tables, target)
    assert is_current(tables, target)
    (tables / "expression.tsv").unlink()
    assert not is_current(tables, target)


def test_a_rejected_row_is_refused_with_its_line(tables: Path, tmp_path: Path):
    genes = tables / "genes.tsv"
    genes.write_text(genes.read_text().replace("\t9606\t", "\thuman\t"))
    with pytest.raises(InputRefused) as caught:
        build_starter(tables, tmp_path / "some.atlas")
    assert caught.value.what == "column taxon: 'human' is not a whole number (and 6 more rows)"
    assert caught.value.where == "genes.tsv line 2"
    assert not (tmp_path / "some.atlas").exists()


def test_run_as_a_module_it_builds_and_reports(
    tmp_path: Path, tables: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    checkout = tmp_path / "checkout"
    (checkout / "db").mkdir(parents=True)
    shutil.copytree(tables, checkout / "db" / "starter")
    monkeypatch.setattr(starter, "_PACKAGE", checkout / "atlasview")
    assert main([str(tmp_path / "x.atlas")]) == 0
    assert "Small atlas 1" in capsys.readouterr().out
    assert main([]) == 0
    assert (checkout / "resources" / "atlas" / "starter.atlas").is_file()
    (checkout / "db" / "starter" / "genes.tsv").unlink()
    assert main([]) == 1
    assert capsys.readouterr().err.startswith("atlasview: the table cannot be read")
