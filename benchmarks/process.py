"""Runs a program of Python as a process of its own: what it says as JSON, and the most memory it held."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Outcome:
    """Last line of the standard output, and the peak of the resident memory in MiB."""

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
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=CHECKOUT, env=environment(home), stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stdout.close()
    if process.returncode:
        raise RuntimeError(f"python {' '.join(arguments)} ended with {process.returncode}")
    return Outcome(json.loads(output.splitlines()[-1]), usage.ru_maxrss / 1024)
