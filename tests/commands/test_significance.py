"""`atlasview significance` looks, scores, and writes a table that says what it is."""

import csv
import hashlib
from pathlib import Path

import numpy as np
import pytest

from atlasview.records.significance import Significance
from tests.significance import made

MAP = Path(__file__).parents[2] / "db" / "facts" / "pbmc68k_cell_types.tsv"


@pytest.fixture
def cells(tmp_path):
    return made.write(tmp_path / "study.h5ad", made.cells(donors=4))


def rows(path):
    lines = path.read_text().splitlines()
    head = [line for line in lines if line.startswith("#")]
    return dict(line[2:].split(": ", 1) for line in head), list(csv.DictReader(lines[len(head) :], delimiter="\t"))


def test_the_table_has_every_field_of_a_score_and_says_where_it_comes_from(atlasview, cells, tmp_path):
    out = tmp_path / "scores.tsv"
    answer = atlasview(
        *("significance", cells, "--cell-type", "type", "--donor", "donor", "-o", out),
        *("--bootstrap", "40", "--dataset", "My study", "--licence", "CC-BY-4.0"),
    )
    assert answer.status == 0
    head, found = rows(out)
    assert (head["dataset"], head["licence"]) == ("My study", "CC-BY-4.0")
    assert hashlib.sha256(cells.read_bytes()).hexdigest() in head["file"]
    assert "40 resamples" in head["bootstrap"]
    assert set(Significance.__slots__) - {"source"} <= set(found[0])
    assert len(found) == 29 * 3
    assert {row["replication"] for row in found} == {"few donors"}
    assert {row["cell_type"] for row in found} == set(made.TYPES)
    assert {row["cell_type_label"] for row in found} >= {"T cell"}
    for row in found:
        assert row["gene"] == f"symbol:{row['symbol']}"
        assert float(row["csi_low"]) <= float(row["csi"]) <= float(row["csi_high"])
        assert float(row["csi"]) == pytest.approx(float(row["delta"]) * -np.log10(float(row["p"])), rel=1e-6)
        assert (row["profiles"], row["other_profiles"], row["donors"], row["cells"]) == ("4", "8", "4", "48")


def test_the_same_seed_gives_the_same_file_with_any_number_of_jobs(atlasview, cells, tmp_path):
    words = ("significance", cells, "--cell-type", "type", "--donor", "donor", "--bootstrap", "30", "-o")
    for jobs in ("1", "3"):
        assert atlasview(*words, tmp_path / f"{jobs}.tsv", "--jobs", jobs).status == 0
    assert (tmp_path / "1.tsv").read_bytes() == (tmp_path / "3.tsv").read_bytes()


def test_a_look_writes_nothing_and_is_a_document(atlasview, cells, tmp_path):
    words = ("significance", cells, "--cell-type", "type", "--donor", "donor", "--look")
    told = atlasview(*words, "--json", "-o", tmp_path / "scores.tsv").document
    assert not (tmp_path / "scores.tsv").exists()
    assert (told["cells"], told["donors"], told["genes"], told["observations"]) == (144, 4, 30, "donors")
    assert told["files"][0]["values"] == "counts in X"
    assert [one["cells"] for one in told["cell_types"]] == [48, 48, 48]
    assert any("few donors" in limit for limit in told["limits"])
    assert "144 of 144 cells" in atlasview(*words).out


def test_a_refusal_leaves_the_old_table(atlasview, tmp_path, monkeypatch):
    data = made.cells()
    data["counts"][-1, -1] = 0.5
    monkeypatch.setattr("atlasview.significance.h5_matrix.ENTRIES", 60)
    path, out = made.write(tmp_path / "a.h5ad", data), tmp_path / "scores.tsv"
    out.write_text("old")
    answer = atlasview("significance", path, "--cell-type", "type", "--donor", "donor", "-o", out)
    assert answer.status == 1
    assert "not counts" in answer.err
    assert out.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".part"] == []


def test_the_table_never_takes_the_place_of_the_cells(atlasview, cells, tmp_path):
    before = cells.read_bytes()
    words = ("--cell-type", "type", "--donor", "donor", "--bootstrap", "0")
    answer = atlasview("significance", cells, *words, "-o", tmp_path / "." / cells.name)
    assert (answer.status, "the place of a file that is read" in answer.err) == (1, True)
    (tmp_path / "run").mkdir()
    (tmp_path / "run/matrix.mtx").write_text("%%MatrixMarket\n", encoding="utf-8")
    answer = atlasview("significance", tmp_path / "run", *words, "-o", tmp_path / "run/matrix.mtx")
    assert "the place of a file that is read" in answer.err
    assert (cells.read_bytes(), (tmp_path / "run/matrix.mtx").stat().st_size) == (before, 15)
    answer = atlasview("significance", cells, *words, "-o", "-")
    assert (answer.status, answer.out, "standard output" in answer.err) == (1, "", True)


def test_wrong_usage_and_maps(atlasview, cells, tmp_path):
    assert atlasview("significance", cells).status == 2
    (tmp_path / "map.tsv").write_text("label\tterm\na\tCL:0000084\nb\tT cell\n")
    answer = atlasview("significance", cells, "--look", "--cell-type-map", tmp_path / "map.tsv")
    assert answer.status == 1
    assert "map.tsv line 3" in answer.err
    answer = atlasview("significance", cells, "--look", "--ontology", tmp_path / "map.tsv")
    assert "not the Cell Ontology" in answer.err


@pytest.mark.parametrize(
    ("words", "option"),
    [
        ((), "--cell-type"),
        (("--cell-type", "type"), "--donor, or --one-donor"),
        (("--cell-type", "donor", "--one-donor"), "--cell-type-map"),
        (("--cell-type", "type", "--donor", "donor", "--layer", "X"), "--values log1p-cp10k with --total"),
    ],
)
def test_what_is_lacking_is_said_with_its_option(atlasview, cells, tmp_path, words, option):
    if "--layer" in words:
        data = made.cells()
        data["counts"] = np.log1p(data["counts"])
        cells = made.write(tmp_path / "log.h5ad", data)
    answer = atlasview("significance", cells, "--look", *words)
    assert answer.status == 1
    assert option in answer.err


@pytest.mark.shared
def test_the_public_sample_of_one_donor(atlasview, shared, tmp_path):
    data, out = shared / "data", tmp_path / "pbmc.tsv"
    answer = atlasview(
        *("significance", data / "singlecell/10x_pbmc68k_reduced.h5ad", "--cell-type", "bulk_labels", "--one-donor"),
        *("--cell-type-map", MAP, "--ontology", data / "ontology/cl-basic.obo.gz", "-o", out),
    )
    assert answer.status == 0
    head, found = rows(out)
    assert "counts recovered from raw" in head["file"]
    assert {row["replication"] for row in found} == {"pseudoreplicated"}
    assert {row["csi_low"] for row in found} == {""}
    best = {row["cell_type"]: row["symbol"] for row in found if row["rcsi"] == "100"}
    assert best["CL:0000236"] in ("CD79A", "CD79B", "MS4A1", "CD74")
    assert best["CL:0000623"] in ("GNLY", "NKG7", "GZMB", "PRF1", "FGFBP2")
    assert {row["cell_type_label"] for row in found} >= {"B cell", "natural killer cell", "CD14-positive monocyte"}


@pytest.mark.shared
def test_names_are_those_of_the_ontology_and_unknown_identifiers_are_told(atlasview, shared, tmp_path):
    data = made.cells()
    names = {made.TYPES[0]: "T cells", made.TYPES[1]: "b cell", made.TYPES[2]: "CL:9999999"}
    data["type"] = np.array([names[kind] for kind in data["type"]])
    path = made.write(tmp_path / "a.h5ad", data)
    for ontology in ("cl-basic.obo.gz", "cl-basic.json.gz"):
        told = atlasview(
            *("significance", path, "--cell-type", "type", "--donor", "donor", "--look", "--json"),
            *("--ontology", shared / "data/ontology" / ontology),
        ).document
        assert told["mapped"] == {"T cells": "CL:0000084", "b cell": "CL:0000236"}
        assert told["unmapped"] == {"CL:9999999": 48}
