"""An atlas is read at a real window while another one is built beside it: python -m benchmarks.beside_a_build."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from atlasview.bundled import starter_atlas
from atlasview.desktop.building.work import NICER
from benchmarks.large_tables import TABLES, write_genes, write_table
from benchmarks.process import CHECKOUT, environment, run
from benchmarks.search_and_pages import FRAME, WORDS, genes_of
from benchmarks.table import Figure, markdown, percentile, shown

LINKS = 2_000_000
_PAGES = 60
_ROUNDS = 3
_AGAIN = "import subprocess, sys\nwhile True: subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)"
"""Builds until it is ended: somebody who reads may be slower than a build."""


def measure(folder: Path) -> list[Figure]:
    """Keystrokes and pages of the starter atlas, alone and beside a build of two million links of STRING."""
    files = [*write_genes(folder), write_table(folder, TABLES["links"], LINKS)]
    alone, beside = _Times(), _Times()
    for _ in range(_ROUNDS):  # in turn, since what else the machine does changes
        alone.read()
        with _building(folder, files):
            beside.read()
    return [
        _figure(
            "keystroke to painted list, p99, while another atlas is built",
            alone.strokes,
            beside.strokes,
            round(FRAME, 1),
        ),
        _figure("gene to painted page, p99, while another atlas is built", alone.pages, beside.pages, 100),
    ]


@dataclass(slots=True)
class _Times:
    """Milliseconds of keystrokes, and of pages until they are painted."""

    strokes: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)

    def read(self) -> None:
        """Read the starter atlas."""
        atlas = starter_atlas()
        said = run("-m", "benchmarks.window", str(atlas), ",".join(WORDS), ",".join(genes_of(atlas)[:_PAGES])).said
        self.strokes += (1000 * stroke for stroke in said["strokes"])
        self.pages += (1000 * first for first, _whole in said["pages"].values())


@contextmanager
def _building(folder: Path, files: list[Path]) -> Iterator[None]:
    """Builds go on in a process that yields to the window as that of the dialog does."""
    build = [sys.executable, "-m", "atlasview", "build", *map(str, files), "-o", str(folder / "other.atlas")]
    process = subprocess.Popen(
        ["nice", "-n", str(NICER), sys.executable, "-c", _AGAIN, *build],
        cwd=CHECKOUT,
        env=environment(str(folder)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
        if process.poll() is not None:
            raise RuntimeError("the build beside the window failed")
    finally:
        subprocess.run(["kill", "--", f"-{process.pid}"], check=False)
        process.wait()


def _figure(what: str, alone: list[float], beside: list[float], goal: float) -> Figure:
    told = f"median {shown(percentile(beside, 50), 'ms')}; alone p99 {shown(percentile(alone, 99), 'ms')}"
    return Figure(what, percentile(beside, 99), "ms", goal, f"{told}, median {shown(percentile(alone, 50), 'ms')}")


def main() -> int:
    """Print the table."""
    with TemporaryDirectory() as folder:
        figures = measure(Path(folder))
    print(markdown(figures))
    return int(any(one.verdict == "MISSED" for one in figures))


if __name__ == "__main__":
    raise SystemExit(main())
