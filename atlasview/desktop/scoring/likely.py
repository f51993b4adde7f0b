"""Which files and folders are likely of single cells, by their names; what they are, the process says."""

from pathlib import Path

_SUFFIXES = (".h5ad", ".h5")
_MATRICES = ("matrix.mtx", "matrix.mtx.gz")


def holds_cells(path: Path) -> bool:
    """Whether a file is likely one of single cells, or a folder one that Cell Ranger writes."""
    if path.is_dir():
        return any((path / name).is_file() for name in _MATRICES)
    return path.suffix.casefold() in _SUFFIXES
