"""Sums over the cells of donors and cell types by `scanpy.get.aggregate`, beside ours: the same numbers, time, memory.

scanpy is no part of this project's environment. Any Python that has it can be named; where none has, that is said.
"""

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from atlasview.significance.cell_types import CellOntology, Naming
from atlasview.significance.compute import aggregate
from atlasview.significance.survey import Wish, survey
from atlasview.significance.watch import Watch
from benchmarks.process import CHECKOUT

_PROGRAM = """
import json, sys, time
import anndata, numpy, scanpy
from benchmarks.process import own_peak
began, used = time.perf_counter(), time.process_time()
read = anndata.read_h5ad(sys.argv[1])
summed = scanpy.get.aggregate(read, by=["type", "donor"], func="sum")
took, used = time.perf_counter() - began, time.process_time() - used
peak = own_peak()
sums = summed.layers["sum"]
sums = sums.toarray() if hasattr(sums, "toarray") else sums
names = [f"{kind}\\t{donor}" for kind, donor in zip(summed.obs["type"], summed.obs["donor"])]
numpy.savez(sys.argv[2], sums=sums, names=names)
print(json.dumps([took, used, peak, "scanpy " + __import__("importlib.metadata").metadata.version("scanpy")]))
"""


@dataclass(frozen=True, slots=True)
class Summed:
    """What scanpy took.

    seconds    from the file to the sums, without imports
    processor  seconds of processor time of the same
    memory     the most MiB that the process held
    name       with its version
    equal      whether its sums are ours, number by number
    """

    seconds: float
    processor: float
    memory: float
    name: str
    equal: bool


def has_scanpy(python: str) -> bool:
    """Whether this Python can import scanpy."""
    return subprocess.run([python, "-c", "import scanpy"], capture_output=True, check=False).returncode == 0


def by_scanpy(path: Path, python: str) -> Summed:
    """Sums of a file by the scanpy of a Python, compared with ours. Raises RuntimeError where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "sums.npz"
        done = subprocess.run(
            [python, "-c", _PROGRAM, str(path.absolute()), str(written)],
            capture_output=True,
            check=False,
            text=True,
            cwd=CHECKOUT,
            env={**os.environ, "PYTHONWARNINGS": "ignore", "NUMBA_CACHE_DIR": folder},
        )
        if done.returncode:
            raise RuntimeError(f"scanpy ended with {done.returncode}: {done.stderr[-2000:]}")
        seconds, processor, memory, name = json.loads(done.stdout.splitlines()[-1])
        with np.load(written) as said:
            theirs = dict(zip(said["names"].tolist(), said["sums"], strict=True))
    return Summed(seconds, processor, memory, name, _same(theirs, path))


def _same(theirs: dict[str, Any], path: Path) -> bool:
    found = survey(Wish((path,), cell_type="type", donor="donor"), Naming(CellOntology()))
    ours = aggregate(found, Watch())
    groups = found.groups
    names = [
        f"{groups.cell_types[kind]}\t{groups.donors[donor]}"
        for kind, donor in zip(groups.cell_type, groups.donor, strict=True)
    ]
    order = [found.genes.ids.index(f"symbol:G{at}") for at in range(ours.counts.shape[1])] if names else []
    return set(names) == set(theirs) and all(
        np.array_equal(ours.counts[at][order], theirs[name]) for at, name in enumerate(names)
    )
