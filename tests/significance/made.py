"""AnnData files written by hand, in the encodings of several years, with known cells in them."""

from pathlib import Path
from typing import Any

import h5py
import numpy as np

TYPES = ("CL:0000084", "CL:0000236", "CL:0000576")


def cells(donors: int = 4, per_group: int = 12, genes: int = 30, seed: int = 1) -> dict[str, Any]:
    """Counts with a cell type and a donor for each cell; gene k is high in type k % 3, gene 0 is zero everywhere."""
    rng = np.random.default_rng(seed)
    kind = np.repeat(np.arange(3), donors * per_group)
    donor = np.tile(np.repeat(np.arange(donors), per_group), 3)
    rate = 0.5 + 2.5 * (np.arange(genes) % 3 == kind[:, None]) + 0.2 * rng.random((donors, genes))[donor]
    counts = rng.poisson(rate).astype(np.float32)
    counts[:, 0] = 0
    return {
        "counts": counts,
        "type": np.array(TYPES)[kind],
        "donor": np.array([f"d{one}" for one in donor]),
        "genes": [f"G{at}" for at in range(genes)],
    }


def _frame(file: Any, name: str, index: list[str], columns: dict[str, Any], old: bool) -> None:
    group = file.create_group(name)
    group.attrs["_index"] = "_index"
    group["_index"] = [one.encode() for one in index]
    for column, texts in columns.items():
        if np.issubdtype(np.asarray(texts).dtype, np.number):
            group[column] = texts
            continue
        words, codes = np.unique(np.asarray(texts, str), return_inverse=True)
        if old:
            kept = group.require_group("__categories").create_dataset(column, data=[word.encode() for word in words])
            group[column] = codes.astype(np.int8)
            group[column].attrs["categories"] = kept.ref
        else:
            group[f"{column}/categories"] = [word.encode() for word in words]
            group[f"{column}/codes"] = codes.astype(np.int8)


def _matrix(file: Any, name: str, values: Any, sort: str) -> None:
    if sort == "dense":
        file[name] = values
        return
    by = values if sort == "csr" else values.T
    lines, places = np.nonzero(by)
    group = file.create_group(name)
    group.attrs["encoding-type"] = f"{sort}_matrix"
    group.attrs["shape"] = values.shape
    group["data"] = by[lines, places]
    group["indices"] = places.astype(np.int32)
    group["indptr"] = np.append(0, np.cumsum(np.bincount(lines, minlength=len(by))))


def write(
    path: Path, data: dict[str, Any], sort: str = "csr", old: bool = False, where: str = "X", **more: Any
) -> Path:
    """A file of today, or (`old`) of AnnData 0.7; `more` are further columns of obs."""
    with h5py.File(path, "w") as file:
        names = [f"c{at}" for at in range(len(data["counts"]))]
        _frame(file, "obs", names, {"type": data["type"], "donor": data["donor"], **more}, old)
        _frame(file, "var", data["genes"], {}, old)
        if where == "raw":
            _frame(file, "raw/var", data["genes"], {}, old)
        _matrix(file, "raw/X" if where == "raw" else where, data["counts"], sort)
    return path


def write_structured(path: Path, data: dict[str, Any]) -> Path:
    """A file of AnnData 0.5: tables as structured arrays, categories in uns, sparse matrices as h5sparse."""
    words, codes = np.unique(data["type"], return_inverse=True)
    with h5py.File(path, "w") as file:
        row = np.dtype([("index", "S8"), ("type", "i1"), ("donor", "S8")])
        named = [f"c{at}".encode() for at in range(len(codes))]
        file["obs"] = np.array(list(zip(named, codes, data["donor"].astype("S8"), strict=True)), row)
        file["var"] = np.array([(one.encode(),) for one in data["genes"]], np.dtype([("index", "S8")]))
        file["uns/type_categories"] = words.astype("S10")
        _matrix(file, "X", data["counts"], "csr")
        file["X"].attrs["h5sparse_format"] = "csr"
        file["X"].attrs["h5sparse_shape"] = data["counts"].shape
        del file["X"].attrs["encoding-type"], file["X"].attrs["shape"]
    return path
