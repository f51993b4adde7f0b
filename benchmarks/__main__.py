"""Measures everything and prints one table: python -m benchmarks [--runs N] [--genes N] ...; --help lists them all."""

import argparse
import os
import platform
import sqlite3
import tempfile
import time
from pathlib import Path
from statistics import median

import PySide6

from atlasview.atlas.reader import AtlasReader
from atlasview.bundled import starter_atlas
from benchmarks import (
    beside_a_build,
    large_tables,
    made_atlas,
    many_genes,
    many_scores,
    opening,
    protein_view,
    reading,
    search_and_pages,
    start,
    whole_build,
)
from benchmarks.process import CHECKOUT
from benchmarks.table import Figure, markdown

LATEST = CHECKOUT / "benchmarks" / "results" / "latest.md"


def main() -> int:
    """Print the table and keep it; 1 where a goal was missed."""
    asked, before = asked_for(), noise()
    with tempfile.TemporaryDirectory() as folder:
        figures = measured(asked, Path(folder))
    report = f"{machine(max(before, noise()))}\n\n{markdown(figures)}\n"
    print(report)
    LATEST.parent.mkdir(exist_ok=True)
    LATEST.write_text(report, encoding="utf-8")
    return int(any(one.verdict == "MISSED" for one in figures))


def measured(asked: argparse.Namespace, folder: Path) -> list[Figure]:
    """All rows that are asked for, one part after the other."""
    figures: list[Figure] = []
    if asked.runs:
        figures += start.measure(asked.runs)
        figures += search_and_pages.starter(starter_atlas())
        figures += reading.measure(asked.runs)
    if asked.views:
        figures += protein_view.measure(folder)
    if asked.genes:
        figures += full_size(folder, asked.genes)
    if asked.proteins:
        figures += whole_build.measure(folder, asked.proteins)
    if asked.tables:
        figures += large(folder, asked.tables)
    if asked.many:
        figures += many_genes.measure(folder, asked.many)
    if asked.scores:
        figures += many_scores.measure(folder, asked.scores)
    return figures


def asked_for() -> argparse.Namespace:
    """What is to be measured, and how large."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="starts of each program, 0 for none (default 7)")
    parser.add_argument("--genes", type=int, default=44_000, help="genes of the made atlas, 0 for none (default 44000)")
    parser.add_argument(
        "--proteins", type=int, default=2_000, help="entries of the whole build, 0 for none (default 2000; goal 20000)"
    )
    parser.add_argument(
        "--many", type=int, default=200_000, help="genes to search in, 0 for none (default 200000; goal 1000000)"
    )
    parser.add_argument(
        "--tables", type=int, default=2, help="percent of their real size of the large tables, 0 for none (default 2)"
    )
    parser.add_argument("--views", type=int, default=1, help="views of a large protein, 0 for none (default 1)")
    parser.add_argument(
        "--scores", type=int, default=2_200_000, help="scores of an atlas, 0 for none (default 2200000; goal 20000000)"
    )
    return parser.parse_args()


def large(folder: Path, percent: int) -> list[Figure]:
    """Large tables at so many percent of their size, and an atlas that is read while another is built."""
    return [*large_tables.measure(folder, large_tables.part(percent)), *beside_a_build.measure(folder)]


def full_size(folder: Path, genes: int) -> list[Figure]:
    """An atlas of made genes: opening it, searching in it, and how long it took to build."""
    began = time.perf_counter()
    made = made_atlas.build(folder / "made.atlas", genes)
    took = time.perf_counter() - began
    return [
        *opening.measure(starter_atlas(), made, genes),
        *search_and_pages.made(made, genes),
        Figure(f"building the made atlas of {genes:,} genes", took, "s"),
    ]


def machine(noise: float) -> str:
    """One line that says where and with what the figures were measured."""
    with AtlasReader(starter_atlas()) as reader:
        atlas = str(reader.label)
    load = os.getloadavg()[0]
    parts = (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, SQLite {sqlite3.sqlite_version}",
        f"Qt's platform off screen, {atlas}",
        f"the same piece of work took {noise:.2f} times its best at the median (1.0 is a quiet machine)",
        f"{load:.1f} processes wanted a core in the last minute",
    )
    return "; ".join(parts)


def noise(tries: int = 40) -> float:
    """How much longer a fixed piece of work takes at the median than at its best."""
    took = []
    for _ in range(tries):
        began = time.perf_counter()
        sum(number * number for number in range(100_000))
        took.append(time.perf_counter() - began)
    return median(took) / min(took)


if __name__ == "__main__":
    raise SystemExit(main())
