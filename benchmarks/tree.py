"""Runs a program as a process of its own and watches how much memory it and all that it starts hold together."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.process import CHECKOUT, environment

_SECONDS_BETWEEN = 0.03
_PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True)
class Watched:
    """Seconds that the program ran, and the most MiB that the whole tree held at one time; 0 where none can tell."""

    seconds: float
    memory: float


def watched(*arguments: str) -> Watched:
    """Run `python ARGUMENTS...`; raises RuntimeError with its last words where it fails."""
    with TemporaryDirectory() as home:
        return _watched(arguments, home)


def _watched(arguments: tuple[str, ...], home: str) -> Watched:
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        env=environment(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    peak = 0.0
    ended = threading.Event()

    def look() -> None:
        nonlocal peak
        while not ended.wait(_SECONDS_BETWEEN):
            peak = max(peak, sum(map(held, family(process.pid))))

    watcher = threading.Thread(target=look)
    watcher.start()
    _, words = process.communicate()
    took = time.perf_counter() - began
    ended.set()
    watcher.join()
    if process.returncode:
        raise RuntimeError(f"python {' '.join(arguments)} ended with {process.returncode}: {words[-2000:]}")
    return Watched(took, peak)


def family(process: int) -> Iterator[int]:
    """A process and all that it and they started."""
    yield process
    for children in (_PROCESSES / str(process) / "task").glob("*/children"):
        for child in _read(children).split():
            yield from family(int(child))


def held(process: int) -> float:
    """MiB of memory that a process holds; what it shares with others is counted in full. 0 when it has ended."""
    for line in _read(_PROCESSES / str(process) / "status").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
