"""AnnData files of every encoding give the same sums; the real ones give what is in them."""

import h5py
import numpy as np
import pytest

from tests.significance import made
from tests.significance.reading import look, sums


@pytest.fixture
def data():
    return made.cells()


@pytest.mark.parametrize("sort", ["csr", "csc", "dense"])
@pytest.mark.parametrize("old", [False, True])
@pytest.mark.parametrize("where", ["X", "raw", "layers/counts"])
def test_every_encoding_gives_the_sums_of_its_cells(tmp_path, data, sort, old, where):
    found = look(made.write(tmp_path / "a.h5ad", data, sort, old, where))
    added = sums(tmp_path / "a.h5ad")
    for at in range(len(found.groups)):
        own = (data["type"] == found.groups.cell_types[found.groups.cell_type[at]]) & (
            data["donor"] == found.groups.donors[found.groups.donor[at]]
        )
        assert added.counts[at].tolist() == data["counts"][own].sum(axis=0).tolist()
        assert added.totals[at] == data["counts"][own].sum()
        assert added.cells[at] == own.sum()
    assert added.expressing.sum() == (data["counts"] > 0).sum()


def test_the_structured_arrays_of_anndata_05(tmp_path, data):
    new, old = made.write(tmp_path / "new.h5ad", data), made.write_structured(tmp_path / "old.h5ad", data)
    assert np.array_equal(sums(new).counts, sums(old).counts)
    assert look(old).groups.cell_types == made.TYPES


def test_blocks_of_a_large_matrix_are_small(tmp_path, data, monkeypatch):
    for name in ("ENTRIES",):
        monkeypatch.setattr(f"atlasview.significance.h5_matrix.{name}", 50)
    monkeypatch.setattr("atlasview.significance.h5_matrix._LINES", 7)
    whole = data["counts"].sum()
    for sort in ("csr", "csc", "dense"):
        assert sums(made.write(tmp_path / f"{sort}.h5ad", data, sort)).counts.sum() == whole


def test_two_files_are_added_and_genes_of_one_only_are_told(tmp_path, data):
    first = made.write(tmp_path / "a.h5ad", data)
    more = {**data, "genes": [*data["genes"][:-1], "OTHER"]}
    second = made.write(tmp_path / "b.h5ad", more)
    found = look(first, second)
    assert (len(found.genes.ids), found.partial) == (29, 2)
    assert np.array_equal(sums(first, second).counts, 2 * sums(first).counts[:, :29])
    assert sums(first, second).totals.sum() == 2 * data["counts"].sum()


def test_a_damaged_matrix_is_refused_with_its_name(tmp_path, data):
    path = made.write(tmp_path / "a.h5ad", data)
    with h5py.File(path, "a") as file:
        file["X/indices"][3] = 999
    with pytest.raises(Exception, match="X cannot be read: a place in a compressed matrix lies outside"):
        sums(path)


@pytest.mark.shared
def test_the_example_of_cellxgene(shared):
    found = look(
        shared / "data/singlecell/cellxgene_schema_example_valid.h5ad", cell_type="", donor="",
        context="tissue_ontology_term_id",
    )  # fmt: skip
    assert found.groups.cell_types == ("CL:0000057", "CL:0000115")
    assert found.groups.donors == ("donor_1", "donor_2")
    assert found.contexts_left_out == {"CL:0000057": 1, "CL:0000066": 1}
    human = [gene for gene in found.genes.ids if gene.startswith("ENSEMBL:ENSG0")]
    others = {gene for gene in found.genes.ids if not gene.startswith("ENSEMBL:")}
    assert len(human) > 100
    assert all(gene.startswith("symbol:ERCC-") for gene in others)
    assert [one.values for one in found.readings] == ["counts in raw"]
