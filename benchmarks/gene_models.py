"""Reading GTF into the staging of a build, against splitting and inserting the bare lines, in the same run."""

import sqlite3
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from atlasview.atlas.staging import Staging
from atlasview.building.inputs import Input
from atlasview.building.intake import Intake
from atlasview.building.plan import planned
from atlasview.building.reading import Readers, read_step
from atlasview.building.watch import Watch
from atlasview.records.source import Source
from atlasview.sources.formats import format_of
from atlasview.sources.gtf import FORMATS
from atlasview.sources.opened import SourceFile
from benchmarks.table import Figure, shown

LINES = 300_000
"""A tenth of a whole genome: what is compared is the speed, and memory must not grow."""
_TAIL = (
    'gene_type "protein_coding"; gene_name "MADE{gene}"; transcript_type "protein_coding"; transcript_name'
    ' "MADE{gene}-20{number}"; exon_number {exon}; exon_id "ENSE{gene:07}{exon:04}.1"; level 2;'
    ' protein_id "ENSP{gene:08}{number:03}.1"; transcript_support_level "1"; hgnc_id "HGNC:{gene}"; tag "basic";'
    ' tag "MANE_Select"; havana_gene "OTTHUMG{gene:011}.1"; havana_transcript "OTTHUMT{gene:011}.1";'
)


def lines() -> Iterator[str]:
    """Endless lines as GENCODE's: a gene, then each of its transcripts with exons, coding parts and their ends."""
    gene = 0
    yield "##description: evidence-based annotation of the human genome (GRCh38), version 47 (Ensembl 113)"
    while True:
        gene += 1
        chromosome, start = f"chr{1 + gene // 3000 % 22}", 1 + gene % 3000 * 60_000
        own = f'gene_id "ENSG{gene:011}.5"; '
        tail = {"gene": gene, "number": 0, "exon": 0}
        yield _line(chromosome, "gene", start, start + 50_000, ".", own + _TAIL.format(**tail))
        for number in range(1, 5):
            named = f'{own}transcript_id "ENST{gene:08}{number:03}.2"; '
            yield from _transcript(chromosome, start, named, {"gene": gene, "number": number})


def _transcript(chromosome: str, start: int, named: str, tail: dict[str, int]) -> Iterator[str]:
    yield _line(chromosome, "transcript", start, start + 45_150, ".", named + _TAIL.format(**tail, exon=1))
    for exon in range(1, 11):
        first = start + exon * 4_500
        said = named + _TAIL.format(**tail, exon=exon)
        yield _line(chromosome, "exon", first, first + 149, ".", said)
        yield _line(chromosome, "CDS", first, first + 149, "0", said)
        if exon in (1, 10):
            yield _line(chromosome, "start_codon" if exon == 1 else "stop_codon", first, first + 2, "0", said)
            yield _line(chromosome, "UTR", first, first + 2, ".", said)


def _line(chromosome: str, kind: str, start: int, end: int, frame: str, attributes: str) -> str:
    return f"{chromosome}\tHAVANA\t{kind}\t{start}\t{end}\t.\t+\t{frame}\t{attributes}"


def measure(runs: int, count: int = LINES) -> list[Figure]:
    """Seconds of reading and staging as parts of those that the bare lines take; memory of reading alone."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.gtf"
        made = lines()
        with path.open("w", encoding="utf-8") as file:
            file.writelines(f"{next(made)}\n" for _ in range(count))
        pairs = [(_bare(path, Path(folder)), _staged(path, Path(folder))) for _ in range(max(2, min(runs, 3)))]
        peak = _peak(path)
    bare, ours = min(one for one, _other in pairs), min(other for _one, other in pairs)
    beside = f"{shown(ours, 's')}, bare lines split and inserted {shown(bare, 's')}, for {count:,} lines"
    return [
        Figure("reading a GTF into the staging", ours / bare, "x bare lines", 2.0, beside),
        Figure("memory of reading a GTF", peak, "MiB", 40.0, "most that was held at once, by tracemalloc"),
    ]


def _bare(path: Path, folder: Path) -> float:
    target = folder / "bare.sqlite"
    began = time.perf_counter()
    connection = sqlite3.connect(target, isolation_level=None)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "page_size=16384"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    connection.execute("CREATE TABLE bare (a, b, c, d, e, f, g, h, i)")
    with path.open(encoding="utf-8") as file:
        next(file)
        rows = (line.rstrip("\n").split("\t") for line in file)
        connection.executemany("INSERT INTO bare VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.execute("COMMIT")
    connection.close()
    took = time.perf_counter() - began
    target.unlink()
    return took


def _staged(path: Path, folder: Path) -> float:
    known = format_of("gencode-gtf")
    assert known is not None
    (step,) = planned([Input(path, "", known)])
    waiting = folder / "staging"
    began = time.perf_counter()
    with Staging(waiting) as staging, Readers(1) as readers:
        intake = Intake(staging)
        number = intake.begin(Source("made", "made", file=path.name), 1)
        read_step(step, intake, number, 9606, readers, Watch())
        intake.finish()
    took = time.perf_counter() - began
    waiting.unlink()
    return took


def _peak(path: Path) -> float:
    """MiB that the reader alone holds at most."""
    tracemalloc.start()
    with SourceFile(path, source="made") as file:
        for _outcome in FORMATS[0].read(file):
            pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / (1 << 20)
