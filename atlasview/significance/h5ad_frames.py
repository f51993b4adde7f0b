"""Tables of AnnData files (`obs`, `var`) in each way they were ever written.

AnnData 0.7 and later write a group with a dataset per column and, for categories, a group with codes; 0.7 itself kept
categories aside in `__categories`; before, a table was one structured array, its categories in `uns/NAME_categories`.
"""

from collections.abc import Iterator
from typing import Any

import h5py
import numpy as np

from atlasview.significance.labels import Labels, of_categories, of_texts

_ROWS = 1 << 16


def is_frame(node: Any) -> bool:
    """Whether an HDF5 object holds a table."""
    return isinstance(node, h5py.Group) or (isinstance(node, h5py.Dataset) and node.dtype.names is not None)


def length(node: Any) -> int:
    """Rows of a table."""
    if isinstance(node, h5py.Dataset):
        return int(node.shape[0])
    index = node[index_name(node)]
    return int(index["codes"].shape[0] if isinstance(index, h5py.Group) else index.shape[0])


def column_names(node: Any) -> tuple[str, ...]:
    """Columns of a table without that of the row names."""
    index = index_name(node)
    if isinstance(node, h5py.Dataset):
        return tuple(name for name in node.dtype.names if name != index)
    return tuple(name for name in node if name not in (index, "__categories") and _is_column(node[name]))


def index_name(node: Any) -> str:
    """Column that holds the names of the rows."""
    if isinstance(node, h5py.Dataset):
        return "index" if "index" in node.dtype.names else str(node.dtype.names[0])
    told = node.attrs.get("_index", "index" if "index" in node else "_index")
    return told.decode() if isinstance(told, bytes) else str(told)


def years(node: Any) -> str:
    """Which releases of AnnData wrote a table like this."""
    if isinstance(node, h5py.Dataset):
        return "0.6 or earlier"
    if "__categories" in node:
        return "0.7"
    version = node.attrs.get("encoding-version", "")
    return "0.8 or later" if version in ("0.2.0", b"0.2.0") else "0.7 or later"


def is_number(node: Any, name: str) -> bool:
    """Whether a column holds numbers of any kind."""
    return bool(np.issubdtype(_type(node, name), np.number))


def is_measure(node: Any, name: str) -> bool:
    """Whether a column holds numbers some of which have a fraction."""
    if not np.issubdtype(_type(node, name), np.floating):
        return False
    values = numbers(node, name)
    return bool((values[np.isfinite(values)] % 1 != 0).any())


def _type(node: Any, name: str) -> Any:
    if isinstance(node, h5py.Dataset):
        return node.dtype[name]
    column = node[name]
    if isinstance(column, h5py.Group):
        return np.dtype(object) if "codes" in column else column["values"].dtype
    return np.dtype(object) if "categories" in column.attrs else column.dtype


def labels(node: Any, name: str, uns: Any = None) -> Labels:
    """A column as labels; `uns` is where old files keep the categories of a structured array."""
    if isinstance(node, h5py.Dataset):
        return _of_structured(node, name, uns)
    column = node[name]
    if isinstance(column, h5py.Group):
        if "codes" in column:
            return of_categories(column["categories"][:], column["codes"][:])
        return of_texts(_masked(column), int(column["values"].shape[0]))
    if isinstance(reference := column.attrs.get("categories"), h5py.Reference):
        return of_categories(node.file[reference][:], column[:])
    return of_texts(_pieces(column), int(column.shape[0]))


def numbers(node: Any, name: str) -> Any:
    """A column as float64. Raises ValueError or TypeError where it holds no numbers."""
    column = node[name]
    if isinstance(column, h5py.Group):
        if "codes" in column:
            column = np.append(column["categories"][:].astype(np.float64), np.nan)[column["codes"][:]]
        else:
            column = np.where(column["mask"][:], np.nan, column["values"][:])
    return np.asarray(column[:], dtype=np.float64)


def _is_column(column: Any) -> bool:
    if isinstance(column, h5py.Group):
        return "codes" in column or "values" in column
    return len(column.shape) == 1


def _pieces(column: Any) -> Iterator[Any]:
    for start in range(0, column.shape[0], _ROWS):
        yield from column[start : start + _ROWS]


def _masked(column: Any) -> Iterator[Any]:
    """Values of a column with a mask (integers, truth values and texts that may be missing)."""
    for value, hidden in zip(_pieces(column["values"]), _pieces(column["mask"]), strict=True):
        yield "" if hidden else value


def _of_structured(node: Any, name: str, uns: Any) -> Labels:
    values = node.fields(name)[:] if hasattr(node, "fields") else node[name]
    categories = uns.get(f"{name}_categories") if uns is not None else None
    if categories is not None and np.issubdtype(values.dtype, np.integer):
        return of_categories(np.atleast_1d(categories[()]), values)
    return of_texts(values, len(values))
