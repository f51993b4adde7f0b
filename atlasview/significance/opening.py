"""Opens a file of single cells by what it is."""

from pathlib import Path

import h5py

from atlasview.records.trouble import InputRefused
from atlasview.significance.cell_file import CellFile
from atlasview.significance.h5ad import AnnData
from atlasview.significance.tenx import TenXFile, TenXFolder

_SIGNATURE = b"\x89HDF\r\n\x1a\n"
_KNOWN = "hand in .h5ad, a .h5 of Cell Ranger, or a folder with matrix.mtx"


def open_cells(path: Path, annotations: Path | None = None) -> CellFile:
    """An AnnData file, a 10x file or a 10x folder; `annotations` describes the cells of the latter two.

    Raises InputRefused where it is none of them, or damaged.
    """
    if path.is_dir():
        return TenXFolder(path, annotations)
    if not path.exists():
        raise InputRefused("there is no such file", str(path), _KNOWN)
    if not path.stat().st_size:
        raise InputRefused("the file is empty", str(path), "fetch or write it again")
    try:
        file = h5py.File(path, "r")
    except OSError as error:
        begun = _begins(path)
        what = "the file is damaged or breaks off" if begun else "the file is not HDF5"
        raise InputRefused(what, str(path), "fetch it again" if begun else _KNOWN) from error
    try:
        return _opened(path, file, annotations)
    except (KeyError, ValueError, TypeError, OSError) as error:
        file.close()
        raise InputRefused(f"the file cannot be read: {error}", str(path), _KNOWN) from error
    except InputRefused:
        file.close()
        raise


def _begins(path: Path) -> bool:
    """Whether a file begins as HDF5 does; h5py.is_hdf5 wants more of it to be whole."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SIGNATURE)) == _SIGNATURE
    except OSError:
        return False


def _opened(path: Path, file: h5py.File, annotations: Path | None) -> CellFile:
    if "obs" in file:
        return AnnData(path, file)
    groups = [node for node in file.values() if isinstance(node, h5py.Group)]
    group = file.get("matrix") or next((node for node in groups if "barcodes" in node), None)
    if group is None or "barcodes" not in group:
        raise InputRefused("the file is HDF5, but neither of AnnData nor of 10x", str(path), _KNOWN)
    return TenXFile(path, file, annotations)
