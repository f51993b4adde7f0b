"""Scores and pseudobulk against their goals: python -m benchmarks.significance [--full] [--scale S] [--scanpy PYTHON].

Made data: 100 donors x 50 cell types x 20,000 genes of profiles; 1,000,000 cells x 2,000 genes of a file. Without
`--full` a tenth of the genes and of the cells. Each is measured in a process of its own, so that its peak is its own.
"""

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import h5py
import numpy as np

from atlasview.significance import profiles as making
from atlasview.significance import resampling
from atlasview.significance.cell_types import CellOntology, Naming
from atlasview.significance.compute import aggregate
from atlasview.significance.groups import CellCodes, grouped
from atlasview.significance.pseudobulk import Sums
from atlasview.significance.scores import score
from atlasview.significance.settings import Settings
from atlasview.significance.survey import Wish, survey
from atlasview.significance.watch import Watch
from benchmarks.process import own_peak
from benchmarks.scanpy_sums import by_scanpy, has_scanpy
from benchmarks.table import Figure, markdown, shown

DONORS, TYPES, GENES = 100, 50, 20_000
CELLS, FILE_GENES, FILLED = 1_000_000, 2_000, 100
_AT_ONCE = 20_000


def made_sums(genes: int) -> tuple[Any, Sums]:
    """Groups and sums of made profiles; a third of the genes is zero in most of them."""
    rng = np.random.default_rng(1)
    kind, donor = np.repeat(np.arange(TYPES), DONORS), np.tile(np.arange(DONORS), TYPES)
    codes = CellCodes(kind, donor, np.full(len(kind), -1))
    names = tuple(f"CL:{at:07d}" for at in range(TYPES)), tuple(f"d{at:03d}" for at in range(DONORS))
    groups, _places = grouped([codes], *names, ())
    sums = Sums.empty(groups, genes)
    for first in range(0, genes, 500):
        rate = rng.gamma(0.5, 20, (TYPES, min(500, genes - first)))[kind]
        sums.counts[:, first : first + 500] = rng.poisson(rate)
    sums.totals[:] = sums.counts.sum(axis=1, dtype=np.float64)
    sums.cells[:] = 50
    return groups, sums


def scores(genes: int, resamples: int, jobs: int) -> float:
    """Seconds of all scores from sums."""
    groups, sums = made_sums(genes)
    if resamples and resampling.compiled():
        _score(*made_sums(8), 8, jobs)  # compiles
    began = time.perf_counter()
    _score(groups, sums, resamples, jobs)
    return time.perf_counter() - began


def _score(groups: Any, sums: Sums, resamples: int, jobs: int) -> None:
    own = making.profiles(groups, sums, None)
    score(own, sums, [[]] * TYPES, Settings("made", bootstrap=resamples, jobs=jobs), lambda _done: None)


def made_file(path: Path, cells: int) -> Path:
    """A CSR file of made cells, written in pieces."""
    rng = np.random.default_rng(2)
    with h5py.File(path, "w") as file:
        for name, count, words in (("type", TYPES, "CL:{:07d}"), ("donor", DONORS, "d{:03d}")):
            _texts(file, f"obs/{name}/categories", [words.format(at) for at in range(count)])
            file[f"obs/{name}/codes"] = rng.integers(0, count, cells).astype(np.int8)
            file[f"obs/{name}"].attrs.update(_encoding("categorical"), ordered=False)
        _texts(file, "obs/_index", map(str, range(cells)))
        _texts(file, "var/_index", [f"G{at}" for at in range(FILE_GENES)])
        file.attrs.update(_encoding("anndata", "0.1.0"))
        for name, columns in (("obs", ["type", "donor"]), ("var", [])):
            order = np.array(columns, h5py.string_dtype())
            file[name].attrs.update(_encoding("dataframe"), **{"_index": "_index", "column-order": order})
        group = file.create_group("X")
        group.attrs.update(_encoding("csr_matrix", "0.1.0"), shape=(cells, FILE_GENES))
        group["indptr"] = np.arange(cells + 1, dtype=np.int64) * FILLED
        data = group.create_dataset("data", (cells * FILLED,), np.float32, chunks=(1 << 17,))
        places = group.create_dataset("indices", (cells * FILLED,), np.int32, chunks=(1 << 17,))
        for first in range(0, cells, _AT_ONCE):
            count = min(_AT_ONCE, cells - first)
            found = np.arange(FILLED) * (FILE_GENES // FILLED) + rng.integers(0, FILE_GENES // FILLED, (count, FILLED))
            places[first * FILLED : (first + count) * FILLED] = found.ravel()
            data[first * FILLED : (first + count) * FILLED] = 1 + rng.poisson(1, count * FILLED)
    return path


def _encoding(kind: str, version: str = "0.2.0") -> dict[str, str]:
    """How AnnData says what a part of its file is."""
    return {"encoding-type": kind, "encoding-version": version}


def _texts(file: h5py.File, place: str, words: Iterable[str]) -> None:
    written = file.create_dataset(place, data=list(words), dtype=h5py.string_dtype())
    written.attrs.update(_encoding("string-array"))


def pseudobulk(path: Path) -> float:
    """Seconds from the file to the sums."""
    began = time.perf_counter()
    aggregate(survey(Wish((path,), cell_type="type", donor="donor"), Naming(CellOntology())), Watch())
    return time.perf_counter() - began


def by_scipy(path: Path) -> float:
    """Seconds of the same sums by SciPy: the whole matrix in memory, groups as a sparse matrix."""
    from scipy import sparse

    began = time.perf_counter()
    with h5py.File(path) as file:
        parts = (file["X/data"][:], file["X/indices"][:], file["X/indptr"][:])
        kind, donor = file["obs/type/codes"][:].astype(int), file["obs/donor/codes"][:].astype(int)
    matrix = sparse.csr_matrix(parts, (len(kind), FILE_GENES))
    group = kind * DONORS + donor
    members = sparse.csr_matrix((np.ones(len(kind), np.float32), (group, np.arange(len(kind)))))
    (members @ matrix).toarray()
    return time.perf_counter() - began


class Apart(NamedTuple):
    """Seconds that a task tells, the peak of its process in MiB, and its processor time."""

    seconds: float
    memory: float
    processor: float


def apart(task: Callable[..., float], *values: Any) -> Apart:
    """A task in a process of its own."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_with_peak, (task, values))


def _with_peak(task: Callable[..., float], values: tuple[Any, ...]) -> Apart:
    began = time.process_time()
    took = task(*values)
    processor = time.process_time() - began
    return Apart(took, own_peak(), processor)


def measure(scale: float, scanpy: str = sys.executable) -> list[Figure]:
    """All figures; goals are those of the full size, in proportion. `scanpy` is a Python that may have it."""
    genes, jobs = round(GENES * scale), os.cpu_count() or 1
    figures = []
    for resamples, goal in ((0, 20.0), (1000, 120.0)):
        what = f"scores of {DONORS} donors x {TYPES} cell types x {genes:,} genes, B = {resamples}"
        if resamples and not resampling.compiled():
            figures.append(Figure(f"{what}: Numba is not installed", 0, "s"))
            continue
        found = apart(scores, genes, resamples, jobs)
        figures += [Figure(what, found.seconds, "s", goal * scale), Figure(f"{what}: peak", found.memory, "MiB", 1024)]
    with tempfile.TemporaryDirectory() as folder:
        for cells in (round(CELLS * scale / 2), round(CELLS * scale)):
            path = made_file(Path(folder) / f"{cells}.h5ad", cells)
            ours, other = apart(pseudobulk, path), apart(by_scipy, path)
            what = f"pseudobulk of {cells:,} cells x {FILE_GENES:,} genes"
            figures.append(Figure(what, ours.seconds, "s", None, f"SciPy in memory {other.seconds:.2f} s"))
            figures.append(Figure(f"{what}: peak", ours.memory, "MiB", 512, f"SciPy in memory {other.memory:.0f} MiB"))
        figures += _beside_scanpy(path, ours, scanpy)
    return figures


def _beside_scanpy(path: Path, ours: Apart, python: str) -> list[Figure]:
    """Processor time and memory as parts of scanpy's, for the same numbers; one line where there is no scanpy."""
    what = f"pseudobulk of {path.stem} cells"
    if not has_scanpy(python):
        return [Figure(f"{what}: not compared, {Path(python).name} has no scanpy", 0, "s")]
    theirs = by_scanpy(path, python)
    if not theirs.equal:
        raise RuntimeError(f"the sums of {theirs.name} are not ours")
    beside = (
        f"{shown(ours.processor, 's')}, {theirs.name} {shown(theirs.processor, 's')} of processor time;"
        f" {shown(ours.seconds, 's')} and {shown(theirs.seconds, 's')} by the clock; all sums equal"
    )
    held = f"{shown(ours.memory, 'MiB')}, {theirs.name} {shown(theirs.memory, 'MiB')}"
    return [
        Figure(f"{what}, processor time", ours.processor / theirs.processor, "x scanpy", 1.0, beside),
        Figure(f"{what}: peak", ours.memory / theirs.memory, "x scanpy", 0.25, held),
    ]


def main() -> int:
    """Print the table; 1 where a goal was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.significance", description=__doc__)
    parser.add_argument("--full", action="store_true", help="the full size, some minutes")
    parser.add_argument("--scale", type=float, default=0.1, help="part of the full size (default 0.1)")
    parser.add_argument("--scanpy", default=sys.executable, help="a Python that has scanpy, to compare with")
    asked = parser.parse_args()
    figures = measure(1.0 if asked.full else asked.scale, asked.scanpy)
    print(markdown(figures))
    return int(any(one.verdict == "MISSED" for one in figures))


if __name__ == "__main__":
    raise SystemExit(main())
