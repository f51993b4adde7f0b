"""Reading UniProt's flat text against Biopython's parser; gene models, variants and expression against bare lines."""

import gzip
import io
import sqlite3
import time
import warnings
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from atlasview.atlas.staging import Staging
from atlasview.building.inputs import find_inputs
from atlasview.building.intake import Intake
from atlasview.building.plan import planned
from atlasview.building.reading import Readers, read_step
from atlasview.building.reading_processes import ReadingProcesses
from atlasview.building.watch import Watch
from atlasview.records.source import Source
from atlasview.sources import uniprot_text
from atlasview.sources.opened import SourceFile
from benchmarks import gene_models, tie_tables, variant_tables
from benchmarks.process import CHECKOUT
from benchmarks.table import Figure, shown

ENTRIES = CHECKOUT.parent / "shared" / "data" / "uniprot" / "uniprot_sprot_human_extract.dat.gz"
MATRIX = CHECKOUT.parent / "shared" / "data" / "expression" / "RNAtableTissue.tsv.gz"
COPIES = 3
"""How often the entries stand in the file, so that two processes have work for a while."""


def measure(runs: int) -> list[Figure]:
    """What readers take as parts of what the plainest means take, in the same run; best of runs."""
    return [*_entries(runs), *gene_models.measure(runs), *variant_tables.measure(runs), *tie_tables.measure(runs)]


def _entries(runs: int) -> list[Figure]:
    """Seconds of AtlasView's readers, records and checks included, as parts of those of plain means; best of runs.

    Nothing where the public file is not at hand.
    """
    if not ENTRIES.is_file():
        return []
    return [*_uniprot(runs), *_expression(runs)]


def _uniprot(runs: int) -> list[Figure]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "entries.dat"
        path.write_bytes(gzip.decompress(ENTRIES.read_bytes()) * COPIES)
        text = path.read_text(encoding="utf-8")
        theirs = _best(lambda: _biopython(text), runs)
        as_far = _best(lambda: _as_biopython(text), runs)
        ours = _best(lambda: _one_process(path), runs)
        with closing(ReadingProcesses(2)) as processes:
            _two_processes(path, processes)  # starts the processes
            both_as_far = _best(lambda: _two_as_biopython(path, processes), runs)
            both = _best(lambda: _two_processes(path, processes), runs)
    megabytes = len(text) / 1e6
    beside = f"Bio.SwissProt.parse {shown(theirs, 's')} for {megabytes:.0f} MB"
    one, two = "reading UniProt text, one process", "reading UniProt text, two processes"
    return [
        Figure(f"{what}{extent}", seconds / theirs, "x Biopython", goal, f"{shown(seconds, 's')}, {beside}")
        for what, extent, seconds, goal in (
            (one, ", as far as Biopython does", as_far, 0.5),
            (two, ", as far as Biopython does", both_as_far, 0.25),
            (one, ", all records", ours, 0.5),
            (two, ", all records", both, 0.25),
        )
    ]


def _expression(runs: int) -> list[Figure]:
    """The 19,670 genes by 61 tissues of HPA, read and staged, beside its lines split and inserted and no more."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "matrix.tsv"
        path.write_bytes(gzip.decompress(MATRIX.read_bytes()))
        bare = _best(lambda: _split_and_inserted(path, Path(folder)), runs)
        ours = _best(lambda: _staged(path, Path(folder)), runs)
    beside = f"{shown(ours, 's')}, bare lines {shown(bare, 's')} for 1,199,870 values"
    return [Figure("reading HPA's tissues into the staging", ours / bare, "x split and inserted", 2.0, beside)]


def _split_and_inserted(path: Path, folder: Path) -> int:
    with closing(sqlite3.connect(folder / f"bare-{time.monotonic_ns()}")) as connection, path.open() as file:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("CREATE TABLE value (gene TEXT, sample TEXT, amount REAL)")
        _gene, *names = next(file).rstrip().split("\t")
        rows = (
            (cells[0], *pair)
            for line in file
            for cells in [line.split("\t")]
            for pair in zip(names, cells[1:], strict=True)
        )
        return connection.executemany("INSERT INTO value VALUES (?, ?, ?)", rows).rowcount


def _staged(path: Path, folder: Path) -> int:
    (step,) = planned(find_inputs([str(path)]).files)
    with Staging(folder / f"staging-{time.monotonic_ns()}") as staging, Readers(1) as readers:
        intake = Intake(staging)
        read_step(step, intake, intake.begin(Source(step.key, "HPA"), step.rank), 9606, readers, Watch())
        intake.finish()
    return len(intake.batches)


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


def _as_biopython(text: str) -> int:
    """Entries of a text with what Biopython's records hold of them: names, dates, papers, comments, features, sequence,
    keywords, and each cross-reference in its parts. What AtlasView derives from it and compares comes on top.
    """
    entries = 0
    for block in text.split("\n//\n")[:-1]:
        entry = uniprot_text.entry_of(1, block, "uniprot", 9606)
        _references = [tuple(line.split("; ")) for line in entry.references]
        entries += 1
    return entries


def _one_process(path: Path) -> int:
    with SourceFile(path, source="uniprot") as file:
        return sum(1 for _ in uniprot_text.read(file))


def _read(line: int, text: str) -> int:
    """Entries of a piece; its records stay in the process that made them, as the builder packs them there."""
    return sum(1 for _ in uniprot_text.read_chunk(line, text, "entries.dat", "uniprot", 9606))


def _two_as_biopython(path: Path, processes: ReadingProcesses) -> int:
    with SourceFile(path, source="uniprot") as file:
        waiting = [processes.submit(_as_biopython, text) for _line, text in uniprot_text.chunks(file)]
        return sum(one.result() for one in waiting)


def _two_processes(path: Path, processes: ReadingProcesses) -> int:
    with SourceFile(path, source="uniprot") as file:
        waiting = [processes.submit(_read, line, text) for line, text in uniprot_text.chunks(file)]
        return sum(one.result() for one in waiting)
