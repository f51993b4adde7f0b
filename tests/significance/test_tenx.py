"""Files and folders of 10x Genomics with a table of their cells."""

import gzip

import h5py
import numpy as np
import pytest

from atlasview.records.trouble import InputRefused
from tests.significance import made
from tests.significance.reading import look, sums


@pytest.fixture
def data():
    return made.cells()


def table(path, data, rows=None):
    lines = ["barcode\ttype\tdonor"]
    lines += [
        f"c{at}\t{kind}\t{donor}" for at, (kind, donor) in enumerate(zip(data["type"], data["donor"], strict=True))
    ]
    path.write_text("\n".join(lines[:rows]) + "\n")
    return path


def folder(path, data):
    path.mkdir()
    counts = data["counts"].astype(int)
    genes, cells = np.nonzero(counts.T)
    (path / "barcodes.tsv").write_text("".join(f"c{at}\n" for at in range(len(counts))))
    names = [f"ENSG{at:011d}\t{gene}\tGene Expression\n" for at, gene in enumerate(data["genes"])]
    names[3] = "CD3_antibody\tCD3\tAntibody Capture\n"
    with gzip.open(path / "features.tsv.gz", "wt") as file:
        file.writelines(names)
    head = f"%%MatrixMarket matrix coordinate integer general\n%\n{counts.shape[1]} {counts.shape[0]} {len(genes)}\n"
    rows = "".join(f"{gene + 1} {cell + 1} {counts[cell, gene]}\n" for gene, cell in zip(genes, cells, strict=True))
    (path / "matrix.mtx").write_text(head + rows)
    return path


def file(path, data, version=3):
    counts = data["counts"].astype(np.int32)
    cells, genes = np.nonzero(counts)
    with h5py.File(path, "w") as out:
        group = out.create_group("matrix" if version == 3 else "GRCh38")
        group["barcodes"] = [f"c{at}".encode() for at in range(len(counts))]
        group["data"], group["indices"] = counts[cells, genes], genes
        group["indptr"] = np.append(0, np.cumsum(np.bincount(cells, minlength=len(counts))))
        group["shape"] = counts.shape[::-1]
        ids = [f"ENSG{at:011d}".encode() for at in range(counts.shape[1])]
        names = [gene.encode() for gene in data["genes"]]
        if version == 3:
            group["features/id"], group["features/name"] = ids, names
            group["features/feature_type"] = [b"Gene Expression"] * len(ids)
        else:
            group["genes"], group["gene_names"] = ids, names
    return path


@pytest.mark.parametrize("version", [2, 3])
def test_a_file_gives_the_sums_of_the_same_cells_in_anndata(tmp_path, data, version):
    cells = table(tmp_path / "cells.tsv", data)
    path = file(tmp_path / "a.h5", data, version)
    assert np.array_equal(sums(path, annotations=cells).counts, sums(made.write(tmp_path / "a.h5ad", data)).counts)
    names = look(path, annotations=cells).genes
    assert (names.ids[1], names.symbols[1]) == ("ENSEMBL:ENSG00000000001", "G1")


def test_a_folder_leaves_antibodies_out(tmp_path, data):
    cells = table(tmp_path / "cells.tsv", data)
    found = sums(folder(tmp_path / "m", data), annotations=cells).counts
    expected = np.delete(sums(made.write(tmp_path / "a.h5ad", data)).counts, 3, axis=1)
    assert np.array_equal(found, expected)


def test_cells_that_the_table_lacks_are_left_out_and_counted(tmp_path, data):
    cells = table(tmp_path / "cells.tsv", data, rows=101)
    found = look(folder(tmp_path / "m", data), annotations=cells)
    assert found.without == {"cell type": 44, "donor": 44}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("barcode\n", "no table of barcodes"),
        ("barcode\ttype\tdonor\nc1\tx\n", "2 cells under 3 heads"),
        ("barcode\ttype\tdonor\nc1\tx\ty\nc1\tx\ty\n", "the barcode c1 stands twice"),
        ("barcode\ttype\tdonor\nother\tx\ty\n", "no barcode of the matrix"),
    ],
)
def test_tables_that_are_refused(tmp_path, data, text, word):
    (tmp_path / "cells.tsv").write_text(text)
    with pytest.raises(InputRefused, match=word):
        look(folder(tmp_path / "m", data), annotations=tmp_path / "cells.tsv")


def test_a_folder_without_a_table_or_with_a_broken_matrix(tmp_path, data):
    path = folder(tmp_path / "m", data)
    with pytest.raises(InputRefused, match="says nothing of cell types") as refused:
        look(path)
    assert refused.value.choice == "annotations"
    cells = table(tmp_path / "cells.tsv", data)
    with (path / "matrix.mtx").open("a") as out:
        out.write("999 1 1\n")
    with pytest.raises(InputRefused, match="outside of the matrix"):
        sums(path, annotations=cells)


@pytest.mark.shared
def test_the_folder_of_cell_ranger(tmp_path, shared):
    path = shared / "data/singlecell/10x_filtered_feature_bc_matrix"
    with gzip.open(path / "barcodes.tsv.gz", "rt") as file:
        barcodes = file.read().split()
    rows = [f"{one}\tCL:000008{at % 2}\td{at % 5}\n" for at, one in enumerate(barcodes)]
    (tmp_path / "cells.tsv").write_text("barcode\ttype\tdonor\n" + "".join(rows))
    added = sums(path, annotations=tmp_path / "cells.tsv")
    with gzip.open(path / "matrix.mtx.gz", "rt") as file:
        values = [int(line.split()[2]) for line in file if not line.startswith("%")]
    assert added.counts.sum() == sum(values[1:])
    assert added.cells.sum() == len(barcodes) == 1107
