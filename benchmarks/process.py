"""Runs a program of Python as a process of its own: what it says as JSON, and the most memory it held."""

import json
import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent


_WATCH = """
import atexit, os, resource

def tell(path):
    try:
        with open("/proc/self/status") as status:
            peak = next(line.split()[1] for line in status if line.startswith("VmHWM:"))
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with open(path, "w") as file:
        file.write(str(peak))

if path := os.environ.pop("BENCHMARK_PEAK", ""):
    atexit.register(tell, path)
"""
"""Said by the process itself at its end: to whoever waits for it, the system counts what its parent held as well."""


def own_peak() -> float:
    """The most MiB that this process held: the system's other count has in it what its parent held when it began."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))) / 1024


@dataclass(frozen=True, slots=True)
class Outcome:
    """Last line of the standard output, and the peak of the process' own resident memory in MiB."""

    said: Any
    memory: float


def environment(home: str) -> dict[str, str]:
    """What a measured program finds around it: no screen, an empty home, nothing of whoever measures."""
    found = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ATLASVIEW_HOME": home}
    found.pop("ATLASVIEW_ATLAS", None)
    # An installed program is compiled; with this one set, AtlasView alone would be compiled at each start.
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found


def run(*arguments: str) -> Outcome:
    """Run `python ARGUMENTS...` off screen, in an empty home; raises RuntimeError where it fails."""
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "sitecustomize.py").write_text(_WATCH, encoding="utf-8")
        peak = Path(home) / "peak"
        found = environment(home)
        found["PYTHONPATH"] = os.pathsep.join(filter(None, (home, found.get("PYTHONPATH", ""))))
        found["BENCHMARK_PEAK"] = str(peak)
        done = subprocess.run(
            [sys.executable, *arguments], cwd=CHECKOUT, env=found, stdout=subprocess.PIPE, check=False
        )
        if done.returncode:
            raise RuntimeError(f"python {' '.join(arguments)} ended with {done.returncode}")
        return Outcome(json.loads(done.stdout.splitlines()[-1]), int(peak.read_text(encoding="ascii")) / 1024)
