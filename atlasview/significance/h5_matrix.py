"""Values of matrices in HDF5, block after block: dense, compressed by rows (CSR), compressed by columns (CSC)."""

from collections.abc import Iterator
from typing import Any

import h5py
import numpy as np

from atlasview.significance.cell_file import ENTRIES, Block

_LINES = 1 << 16


def shape(node: Any) -> tuple[int, int]:
    """Cells and genes of a matrix as AnnData writes it."""
    told = node.shape if isinstance(node, h5py.Dataset) else node.attrs.get("shape", node.attrs.get("h5sparse_shape"))
    rows, columns = told
    return int(rows), int(columns)


def stored(node: Any) -> int:
    """Number of values other than zero, 0 where a dense matrix does not say it."""
    return 0 if isinstance(node, h5py.Dataset) else int(node["data"].shape[0])


def blocks(node: Any) -> Iterator[Block]:
    """Blocks of a matrix as AnnData writes it; raises ValueError for a sort that there is not."""
    if isinstance(node, h5py.Dataset):
        yield from _dense(node)
        return
    sort = node.attrs.get("encoding-type", node.attrs.get("h5sparse_format", ""))
    sort = (sort.decode() if isinstance(sort, bytes) else str(sort)).removesuffix("_matrix")
    if sort not in ("csr", "csc"):
        raise ValueError(f"a matrix of the sort {sort or 'unknown'!r}")
    lines, across = shape(node) if sort == "csr" else shape(node)[::-1]
    yield from compressed(node, lines, across, by_cell=sort == "csr")


def compressed(node: Any, lines: int, across: int, by_cell: bool) -> Iterator[Block]:
    """Blocks of `data`, `indices`, `indptr`; lines are cells where `by_cell`, else genes. Raises ValueError."""
    if node["indptr"].shape[0] != lines + 1:
        raise ValueError("the index of a compressed matrix does not fit its shape")
    for start in range(0, lines, _LINES):
        bounds = node["indptr"][start : start + _LINES + 1].astype(np.int64)
        for first, last in _spans(bounds):
            low, high = int(bounds[first]), int(bounds[last])
            line = np.repeat(np.arange(start + first, start + last), np.diff(bounds[first : last + 1]))
            for at in range(low, high, ENTRIES):
                end = min(high, at + ENTRIES)
                place = node["indices"][at:end].astype(np.int64)
                if len(place) and (place.min() < 0 or place.max() >= across):
                    raise ValueError("a place in a compressed matrix lies outside of it")
                own, values = line[at - low : end - low], node["data"][at:end]
                yield Block(own, place, values) if by_cell else Block(place, own, values)


def _spans(bounds: Any) -> Iterator[tuple[int, int]]:
    """First line and line behind the last of pieces with about ENTRIES values; a longer line is a piece of its own."""
    first, lines = 0, len(bounds) - 1
    while first < lines:
        last = int(np.searchsorted(bounds, bounds[first] + ENTRIES, side="right")) - 1
        last = min(max(last, first + 1), lines)
        yield first, last
        first = last


def _dense(node: Any) -> Iterator[Block]:
    rows, columns = shape(node)
    step = max(1, ENTRIES // max(columns, 1))
    for start in range(0, rows, step):
        values = node[start : start + step]
        cells, genes = np.nonzero(values)
        yield Block(cells + start, genes, values[cells, genes])
