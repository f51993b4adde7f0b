"""From the start of the process to the painted window and to the first painted page, against a bare window."""

from statistics import median

from benchmarks.process import Outcome, run
from benchmarks.table import Figure, shown


def measure(runs: int) -> list[Figure]:
    """Bare window and AtlasView in turn, so that both meet the same machine; medians of the runs."""
    bare: list[Outcome] = []
    atlas: list[Outcome] = []
    for _ in range(runs + 1):
        bare.append(run("benchmarks/bare_window.py"))
        atlas.append(run("-m", "atlasview", "--exit-when-shown"))
    bare, atlas = bare[1:], atlas[1:]  # the first of each warms the disk
    reference = median(one.said["window"] for one in bare)
    memory = median(one.memory for one in bare)
    beside = f"bare PySide6 window {shown(reference * 1000, 'ms')}"
    figures = [
        _ratio("process start to window painted", [one.said["window"] for one in atlas], reference, 1.5, beside),
        _ratio("process start to first gene page painted", [one.said["page"] for one in atlas], reference, 3, beside),
    ]
    peak = median(one.memory for one in atlas)
    return [*figures, Figure("peak memory, first gene page", peak, "MiB", None, f"bare window {shown(memory, 'MiB')}")]


def _ratio(what: str, seconds: list[float], reference: float, goal: float, beside: str) -> Figure:
    middle = median(seconds)
    return Figure(what, middle / reference, "x bare", goal, f"{shown(middle * 1000, 'ms')}, {beside}")
