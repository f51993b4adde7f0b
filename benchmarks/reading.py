"""Reading UniProt's flat text against Biopython's parser on the same entries, and gene models against bare lines."""

import gzip
import io
import time
import warnings
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from atlasview.sources import uniprot_text
from atlasview.sources.opened import SourceFile
from benchmarks import gene_models
from benchmarks.process import CHECKOUT
from benchmarks.table import Figure, shown

ENTRIES = CHECKOUT.parent / "shared" / "data" / "uniprot" / "uniprot_sprot_human_extract.dat.gz"
COPIES = 3
"""How often the entries stand in the file, so that two processes have work for a while."""


def measure(runs: int) -> list[Figure]:
    """What readers take as parts of what the plainest means take, in the same run; best of runs."""
    return [*_entries(runs), *gene_models.measure(runs)]


def _entries(runs: int) -> list[Figure]:
    """Seconds of AtlasView's reader, records and checks of sequences included, as parts of Biopython's.

    Nothing where the public file is not at hand.
    """
    if not ENTRIES.is_file():
        return []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "entries.dat"
        path.write_bytes(gzip.decompress(ENTRIES.read_bytes()) * COPIES)
        text = path.read_text(encoding="utf-8")
        theirs = _best(lambda: _biopython(text), runs)
        ours = _best(lambda: _one_process(path), runs)
        with ProcessPoolExecutor(2) as pool:
            _two_processes(path, pool)  # starts the processes
            both = _best(lambda: _two_processes(path, pool), runs)
    megabytes = len(text) / 1e6
    beside = f"Bio.SwissProt.parse {shown(theirs, 's')} for {megabytes:.0f} MB"
    return [
        Figure("reading UniProt text, one process", ours / theirs, "x Biopython", 0.5, f"{shown(ours, 's')}, {beside}"),
        Figure(
            "reading UniProt text, two processes", both / theirs, "x Biopython", 0.25, f"{shown(both, 's')}, {beside}"
        ),
    ]


def _best(work: Callable[[], int], runs: int) -> float:
    took = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return min(took)


def _biopython(text: str) -> int:
    from Bio import SwissProt

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parse: Callable[[io.StringIO], Iterable[object]] = SwissProt.parse
        return sum(1 for _ in parse(io.StringIO(text)))


def _one_process(path: Path) -> int:
    with SourceFile(path, source="uniprot") as file:
        return sum(1 for _ in uniprot_text.read(file))


def _read(line: int, text: str) -> int:
    """Entries of a piece; its records stay in the process that made them, as the builder packs them there."""
    return len(uniprot_text.read_chunk(line, text, "entries.dat", "uniprot", 9606))


def _two_processes(path: Path, pool: ProcessPoolExecutor) -> int:
    with SourceFile(path, source="uniprot") as file:
        waiting = [pool.submit(_read, line, text) for line, text in uniprot_text.chunks(file)]
        return sum(one.result() for one in waiting)
